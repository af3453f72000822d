"""Where two builds of one source differ for a reader, and which differences are known and explained."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from maintaining.built_pages import BuiltPage, built_pages
from tests.exits.building import Failure

# Words shown around a difference.
CONTEXT = 4
# How many differences of one list are shown.
SHOWN = 5
ASPECTS = ("topics", "words", "links", "anchors", "head")


@dataclass(frozen=True)
class Lack:
    """Something that a builder does not do, what follows from it, and the test that it is still so."""

    what: str
    consequence: str
    still_so: Callable[[Built, Built, Failure], bool]


# Files that Zensical names otherwise or leaves out; the lacks below say so.
ZENSICAL_FILES = frozenset(
    {
        *("search.json", "tags.json", "sitemap.xml", "sitemap.xml.gz"),
    }
)
# What our search answers from, beside the theme's own index, which Zensical does not have.
SEARCH_FOLDER = "search/"
# What remains of our style sheets once rules for names that the theme does not write are out of them.
STYLES = "assets/site."
# A list of the fingerprints of all files, the theme's own and the name of the builder in each page included.
OFFLINE = "offline.json"
THEME_FOLDERS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
# What Zensical lacks. `make exits` says which lines are no longer true.
ZENSICAL_LACKS = (
    Lack(
        "has a search of its own: no search/, no choice of a track",
        "its search answers, from search.json; results of both tracks are in one list",
        lambda _, theirs, __: all(
            "search-tracks" not in page.html for page in theirs.pages.values()
        ),
    ),
    Lack(
        "writes no sitemap.xml.gz",
        "search engines read sitemap.xml, which lists the same pages",
        lambda _, theirs, __: "sitemap.xml.gz" not in theirs.files,
    ),
    Lack(
        "writes no dates into sitemap.xml",
        "search engines then judge by the pages alone",
        lambda _, theirs, __: b"lastmod" not in theirs.files["sitemap.xml"],
    ),
    Lack(
        "writes no tags.json",
        "only a theme's search by topic would read it; the topics and their list are there",
        lambda ours, theirs, _: "tags.json" in ours.files.keys() - theirs.files.keys(),
    ),
    Lack(
        "puts the topics below the text, not above the heading",
        "nothing to do: the same topics, with the same links",
        lambda _, theirs, __: all(_has_topics_last(page) for page in theirs.pages.values()),
    ),
    Lack(
        "prints problems in the data with a traceback",
        "run `make check` first; it prints the same problems alone",
        lambda _, __, failure: failure.has_traceback,
    ),
)


@dataclass(frozen=True)
class Built:
    """A site as one builder made it: pages by address ("pay/levels/"), and the project's other files by path."""

    pages: dict[str, BuiltPage]
    files: dict[str, bytes]


def read_site(root: Path) -> Built:
    """Everything in a published folder but 404.html and the theme's own files, which each theme makes as it likes."""
    pages = {url: page for url, page in built_pages(root).items() if url != "404.html"}
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".html"
    }
    left_out = (*THEME_FOLDERS, SEARCH_FOLDER, STYLES, OFFLINE)
    return Built(
        pages, {name: text for name, text in files.items() if not name.startswith(left_out)}
    )


def _has_topics_last(page: BuiltPage) -> bool:
    return not page.topics or page.html.index("md-tags") > page.html.index("page-sources")


def sitemap_addresses(site: Built) -> list[str]:
    """The addresses that a sitemap lists; a page's date and the order are the builder's affair."""
    root = ElementTree.fromstring(site.files["sitemap.xml"])
    return sorted(element.text or "" for element in root.iter() if element.tag.endswith("}loc"))


def differences(ours: Built, theirs: Built, known_files: frozenset[str]) -> list[str]:
    """What a reader of `theirs` misses or meets that a reader of `ours` does not; files in `known_files` aside."""
    found = [f"no page {url}" for url in sorted(ours.pages.keys() - theirs.pages.keys())]
    found += [f"a page more: {url}" for url in sorted(theirs.pages.keys() - ours.pages.keys())]
    for url in sorted(ours.pages.keys() & theirs.pages.keys()):
        found += page_differences(ours, theirs, url)
    found += [
        f"sitemap.xml: {difference}"
        for difference in sequence_differences(sitemap_addresses(ours), sitemap_addresses(theirs))
    ]
    names = (ours.files.keys() | theirs.files.keys()) - known_files
    return found + [
        f"file {name} differs, or is missing from one side"
        for name in sorted(names)
        if ours.files.get(name) != theirs.files.get(name)
    ]


def page_differences(ours: Built, theirs: Built, url: str) -> list[str]:
    """The differences of one page: topics, words, links, anchors and the head."""
    return [
        f"{url or 'home'}: {aspect}: {difference}"
        for aspect in ASPECTS
        for difference in sequence_differences(
            getattr(ours.pages[url], aspect), getattr(theirs.pages[url], aspect)
        )
    ]


def sequence_differences(ours: list[str], theirs: list[str]) -> list[str]:
    """The first few places where two lists differ, with their surroundings."""
    if ours == theirs:
        return []
    found = list(_places(ours, theirs))
    more = [f"and {len(found) - SHOWN} more places"] if len(found) > SHOWN else []
    return found[:SHOWN] + more


def _places(ours: list[str], theirs: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, their_start, their_end in matcher.get_opcodes():
        if tag != "equal":
            before = " ".join(ours[max(0, start - CONTEXT) : start])
            was, now = " ".join(ours[start:end]), " ".join(theirs[their_start:their_end])
            yield f"after '{before}': '{was}' became '{now}'"
