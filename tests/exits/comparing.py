"""Where two builds of one source differ for a reader, and which differences are known and explained."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guide.publish.steps.comments import bare

from tests.exits.building import Failure
from tests.exits.reading import Built, sitemap_addresses

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


# The data behind the pay pages, which a hook publishes.
DOWNLOADS = {
    *("data/compensation.csv", "data/offer-guidelines.csv"),
    *("data/pay-aggregates.csv", "data/posted-ranges.csv"),
}
# Files that Zensical names otherwise, leaves out, or copies without rendering; the lacks below say so.
ZENSICAL_FILES = {
    *("search/search_index.json", "search.json"),
    *("sitemap.xml", "sitemap.xml.gz", "robots.txt", "tags.json", "feed.xml"),
    *DOWNLOADS,
}
# What hooks write of our own: the search, the lists that the study tools read, the data and the prompt packs.
OWN_FOLDERS = ("search/", "assets/search/", "assets/tools/data/", "data/", "prompts/", "cards/")
OWN_FILES = ("page.md", "guide-pm.md", "guide-pmm.md", "llms.txt", "downloads.sha256")
POLICY = 'http-equiv="Content-Security-Policy"'
# What Zensical lacks. A line that is no longer true fails `make exits`, so that the list never ages.
ZENSICAL_LACKS = (
    Lack(
        "writes search.json, not search/search_index.json",
        "its own search reads that; nothing to do",
        lambda ours, theirs, _: "search.json" in theirs.files.keys() - ours.files.keys(),
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
        "copies robots.txt as a template, unrendered",
        "write the address of the sitemap into it when moving",
        lambda _, theirs, __: b"{{" in theirs.files["robots.txt"],
    ),
    Lack(
        "writes no tags.json",
        "only a theme's search by topic would read it; the topics and their list are there",
        lambda ours, theirs, _: "tags.json" in ours.files.keys() - theirs.files.keys(),
    ),
    Lack(
        "puts the topics below the text, not above the heading",
        "nothing to do: the same topics, with the same links",
        lambda _, theirs, __: all(page.has_topics_last for page in theirs.pages.values()),
    ),
    Lack(
        "runs no hooks: the data of the pay pages is not published",
        "copy the files of hooks/publish_data.py beside the site when moving",
        lambda ours, theirs, _: ours.files.keys() - theirs.files.keys() >= DOWNLOADS,
    ),
    Lack(
        "runs no hooks: our search is not written; its own search answers",
        "run hooks/guide/publish/search on the finished pages, or keep its search",
        lambda ours, theirs, _: "search/core.json" in ours.files.keys() - theirs.files.keys(),
    ),
    Lack(
        "its search box is another: our choice of a track is not in it",
        "results of both tracks stand together",
        lambda _, theirs, __: all("search-tracks" not in p.html for p in theirs.pages.values()),
    ),
    Lack(
        "runs no hooks: pages carry no Content Security Policy",
        "write it into the finished pages with hooks/guide/publish/content_policy.py when moving",
        lambda _, theirs, __: all(POLICY not in page.html for page in theirs.pages.values()),
    ),
    Lack(
        "runs no hooks: our scripts keep their comments",
        "nothing to do: they are larger, and do the same",
        lambda ours, theirs, _: bool(commented_scripts(ours, theirs)),
    ),
    Lack(
        "runs no hooks: the study tools find no lists and say that they cannot start",
        "write the files of hooks/guide/publish/tool_data beside the site when moving",
        lambda ours, theirs, _: (
            "assets/tools/data/tools.json" in ours.files.keys() - theirs.files.keys()
        ),
    ),
    Lack(
        "runs no hooks: pages are not described in schema.org's words",
        "write the descriptions into the finished pages when moving",
        lambda _, theirs, __: not any(page.is_described for page in theirs.pages.values()),
    ),
    Lack(
        "runs no hooks: the feed of changes is not written",
        "write hooks/guide/publish/feed.py's text beside the pages when moving",
        lambda ours, theirs, _: "feed.xml" in ours.files.keys() - theirs.files.keys(),
    ),
    Lack(
        "runs no hooks: the footer does not name the commit and the date of the data",
        "write both into `copyright` when moving",
        lambda ours, theirs, _: all("origin-line" not in p.html for p in theirs.pages.values()),
    ),
    Lack(
        "runs no hooks: a build that fails spoils site/",
        "publish from CI only, where a failed build is not deployed",
        lambda _, __, failure: not failure.keeps_site,
    ),
    Lack(
        "runs no hooks: problems in the data come with a traceback",
        "run `make check` first; it prints the same problems bare",
        lambda _, __, failure: failure.has_traceback,
    ),
)


def commented_scripts(ours: Built, theirs: Built) -> set[str]:
    """The scripts that are ours but for their comments, which a hook takes out."""
    return {
        name
        for name in ours.files.keys() & theirs.files.keys()
        if name.endswith(".js")
        and ours.files[name] != theirs.files[name]
        and ours.files[name].decode() == bare(theirs.files[name].decode(), ".js")
    }


def differences(ours: Built, theirs: Built, known_files: set[str]) -> list[str]:
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
    """The first few places where two lists part, with what stands around them."""
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
