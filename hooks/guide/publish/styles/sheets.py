"""Puts one style sheet into pages in place of those that all of them load, and one for what few pages hold.

The sheet of all pages holds the theme's and ours, without what no page can use. A page with tools or pictures loads
theirs as well, without what that page can't use: no other page should carry them. Names have a fingerprint of the
content, so that browsers can cache sheets forever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from ..html.loaded import Group, Joined, Loaded, loaded_by, swapped
from .minified import minified
from .paper import with_paper_last
from .purge import purged, without_overruled, without_unused_variables
from .repeated import without_repeated, without_switched_off
from .rules import pieces_of
from .seen import Seen, added_by_theme, seen_on, tags_on

# The address of a sheet: the way to the top of the site ("../../" or "/guide/"), and the path below it.
LINK = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
THEME = "assets/stylesheets/"
TOOLS = "assets/tools/"
SITE = "assets/site.css"
FINGERPRINT = 8
Cached = Callable[[str, Callable[[], str]], str]


def with_joined_sheets(
    pages: Mapping[str, str],
    sheets: Mapping[str, str],
    scripts: Mapping[str, str],
    cached: Cached = lambda _, make: make(),
) -> Joined:
    """The pages (path to HTML), with the sheets (path to text) that they link to joined.

    `cached(key, make)` may return an earlier result of `make()` for the same key.
    """
    linked = {path: LINK.findall(html) for path, html in pages.items()}
    named = {path: [sheet for _, sheet in links] for path, links in linked.items()}
    loaded = loaded_by(named, sheets)
    tags = {path: tags_on(html) for path, html in pages.items()}
    seen = seen_on(tags.values(), scripts.values())
    joined = {
        group: _joined_group(group, sheets, _seen_by(seen, group, loaded, tags), cached)
        for group in loaded.special_groups
    }
    site = _joined_site(loaded.common, sheets, seen, [text for _, text in joined.values()], cached)
    wanted = {group: [site[0], path] for group, (path, _) in joined.items()} | {(): [site[0]]}
    changed = {p: _relinked(h, linked[p], wanted[loaded.special[p]]) for p, h in pages.items()}
    return Joined(changed, dict([*joined.values(), site]), frozenset[str]().union(*named.values()))


def _seen_by(site: Seen, group: Group, loaded: Loaded, tags: Mapping[str, frozenset[str]]) -> Seen:
    """What the style sheet of a group can match: what its pages hold, and whatever scripts of the site add."""
    own = seen_on((tags[path] for path, each in loaded.special.items() if each == group), ())
    return replace(site, elements=own.elements, attributes=own.attributes)


def _joined_group(
    group: Group, sheets: Mapping[str, str], seen: Seen, cached: Cached
) -> tuple[str, str]:
    """The path and text of the sheet that replaces those of a group, without rules that its pages can't use."""
    own = {path: sheets[path] for path in group}
    text = cached(repr((own, _facts(seen))), lambda: _group_sheet(own, seen))
    return fingerprinted(group[-1], text), text


def _joined_site(
    common: Group, sheets: Mapping[str, str], seen: Seen, of_groups: Sequence[str], cached: Cached
) -> tuple[str, str]:
    """The path and text of the sheet that every page loads."""
    others = "".join(of_groups)
    key = repr((sorted(sheets[path] for path in common), _facts(seen), others))
    text = cached(key, lambda: _site_sheet(common, sheets, seen, others))
    return fingerprinted(SITE, text), text


def _group_sheet(sheets: Mapping[str, str], seen: Seen) -> str:
    """A tool's sheet stays whole: what the tool draws is on no page."""
    css = [text if path.startswith(TOOLS) else _used(text, seen) for path, text in sheets.items()]
    return minified("\n".join(css), [*sheets][-1])


def _used(css: str, seen: Seen) -> str:
    names = added_by_theme(seen) | seen.script_words
    return "".join(map(str, purged(pieces_of(css), seen, names)))


def fingerprinted(path: str, text: str) -> str:
    """The path with a fingerprint of the text: "assets/site.1a2b3c4d.min.css"."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:FINGERPRINT]
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem}.{digest}.min{pure.suffix}"))


def _site_sheet(common: Sequence[str], sheets: Mapping[str, str], seen: Seen, others: str) -> str:
    """The theme's sheets and ours. A word of a script may be a class of ours; the theme's have a prefix."""
    theme = "\n".join(sheets[path] for path in common if path.startswith(THEME))
    own = "\n".join(sheets[path] for path in common if not path.startswith(THEME))
    added = added_by_theme(seen)
    prefixed = frozenset(word for word in seen.script_words if word.startswith("md-"))
    ours = purged(pieces_of(own), seen, added | seen.script_words)
    theirs = without_switched_off(purged(pieces_of(theme), seen, added | prefixed))
    pieces = *without_overruled(theirs, ours), *ours
    used = without_unused_variables(without_repeated(pieces), seen.script_words, others)
    return minified("".join(map(str, with_paper_last(used))), SITE)


def _facts(seen: Seen) -> str:
    """Everything that decides which rules are removed, as a cache key."""
    elements = sorted((tag, *sorted(map(sorted, sets))) for tag, sets in seen.elements.items())
    attributes = sorted((name, *sorted(values)) for name, values in seen.attributes.items())
    scripts = seen.script_words, seen.script_tags, seen.script_tags_without_class
    return repr((elements, attributes)) + "".join(map(_written, scripts))


@lru_cache(maxsize=4)  # those of scripts are the same for every sheet
def _written(words: frozenset[str]) -> str:
    return repr(sorted(words))


def _relinked(html: str, links: Sequence[tuple[str, str]], wanted: Sequence[str]) -> str:
    """The page with links to the wanted sheets in place of all its own."""
    if not links:
        return html
    new = "".join(f'<link rel="stylesheet" href="{links[0][0]}{name}">' for name in wanted)
    return swapped(html, LINK, new)
