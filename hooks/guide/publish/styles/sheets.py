"""Puts one style sheet into pages in place of those that all of them load, and one for what few pages hold.

The sheet of all pages holds the theme's and ours, without what no page can use. A page with tools or pictures loads
theirs as well, without what that page can't use: no other page should carry them. A name holds a fingerprint of what is
inside, so browsers keep a sheet for good.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from ..loaded import Group, loaded_by, swapped
from .minified import minified
from .purge import purged, without_overruled, without_unused_variables
from .repeated import without_repeated, without_switched_off
from .rules import pieces_of
from .seen import Seen, added_by_theme, seen_on

# The address of a sheet: the way to the top of the site ("../../" or "/guide/"), and the path below it.
LINK = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
THEME = "assets/stylesheets/"
TOOLS = "assets/tools/"
SITE = "assets/site.css"
FINGERPRINT = 8
Cached = Callable[[str, Callable[[], str]], str]


@dataclass(frozen=True)
class Joined:
    """Pages with their new links, the new sheets, and the paths of those that nobody loads any more."""

    pages: dict[str, str]
    sheets: dict[str, str]
    replaced: frozenset[str]


def with_joined_sheets(
    pages: Mapping[str, str],
    sheets: Mapping[str, str],
    scripts: Mapping[str, str],
    cached: Cached = lambda _, make: make(),
) -> Joined:
    """The pages (path to HTML), with the sheets (path to text) that they link to joined.

    `cached(key, make)` may answer with what `make()` gave for the same key before.
    """
    linked = {path: tuple(LINK.findall(html)) for path, html in pages.items()}
    loaded = loaded_by(
        {path: [sheet for _, sheet in links] for path, links in linked.items()}, sheets
    )
    seen = seen_on(pages.values(), scripts.values())
    joined = {}
    for group in loaded.special_groups:
        own = _seen_by(seen, [pages[path] for path in pages if loaded.special[path] == group])
        joined[group] = _joined_group(group, sheets, own, cached)
    site = _joined_site(loaded.common, sheets, seen, [text for _, text in joined.values()], cached)
    changed = {
        path: _relinked(html, linked[path], [site[0], *([joined[group][0]] if group else [])])
        for (path, html), group in zip(pages.items(), loaded.special.values(), strict=True)
    }
    used = {sheet for links in linked.values() for _, sheet in links}
    return Joined(changed, dict([*joined.values(), site]), frozenset(used))


def _seen_by(site: Seen, pages: Iterable[str]) -> Seen:
    """What a style sheet of these pages can match: their own elements, and whatever scripts of the site add."""
    own = seen_on(pages, ())
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
    return minified("".join(map(str, used)), SITE)


def _facts(seen: Seen) -> str:
    """All that decides what is left out, in one order."""
    elements = sorted((tag, *sorted(map(sorted, sets))) for tag, sets in seen.elements.items())
    attributes = sorted((name, *sorted(values)) for name, values in seen.attributes.items())
    return repr((elements, attributes, sorted(seen.script_words), sorted(seen.script_tags)))


def _relinked(html: str, links: Sequence[tuple[str, str]], wanted: Sequence[str]) -> str:
    """The page with links to the wanted sheets in place of all its own."""
    if not links:
        return html
    new = "".join(f'<link rel="stylesheet" href="{links[0][0]}{name}">' for name in wanted)
    return swapped(html, LINK, new)
