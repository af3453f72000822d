"""Each page as Markdown, all pages of a track as one file, and `llms.txt`, the index of them (llmstxt.org).

Converted from the published HTML, so that macros are expanded and sources have their grades.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from ..rows.recalling import Recall, uncached
from .html.markup import tree_of
from .html.trees import Node

TRACKS = {"pm": "PM", "pmm": "PMM"}
# Buttons, pictures, ways to edit, and labels that a wide screen hides.
LEFT_OUT_TAGS = frozenset({"svg", "script", "style", "template", "button", "input", "label"})
LEFT_OUT_CLASSES = frozenset(
    {
        "headerlink",
        "other-track",
        "track-note",
        "row-links",
        "page-links",
        "page-sources__links",
        "guide-table__label",
        "source__number",
        "study-tool__label",
        "cite--fold",
    }
)
EMPTY_LINES = re.compile(r"\n{3,}")
BEFORE_SOURCE = re.compile(r" +(?=\[\d+, )")
# How to contribute is no help in preparing.
LEFT_OUT_PARTS = frozenset({"Contribute"})


@dataclass(frozen=True)
class PublishedPage:
    """A page as readers get it. `url` is below the site, `tags` name its tracks, `part` is its part of the menu."""

    url: str
    title: str
    description: str
    html: str
    part: str
    tags: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where its text is: beside its index.html."""
        return f"{self.url}page.md"

    def is_for(self, track: str) -> bool:
        """Whether a reader of this track needs it: pages without a track are for all."""
        tracks = TRACKS.keys() & set(self.tags)
        return self.part not in LEFT_OUT_PARTS and (not tracks or track in tracks)


def text_files(
    pages: Sequence[PublishedPage],
    site_name: str,
    site_url: str,
    edition: str,
    recall: Recall = uncached,
) -> dict[str, str]:
    """The text of each file by its path below the site."""
    texts = {page.path: page_text(page, site_url, recall) for page in pages}
    wholes = {
        f"guide-{track}.md": _whole(track, pages, texts, site_url, edition) for track in TRACKS
    }
    return {**texts, **wholes, "llms.txt": _index(pages, wholes, site_name, site_url)}


def page_text(page: PublishedPage, site_url: str, recall: Recall = uncached) -> str:
    """A page as Markdown, with whole addresses and a line that says where it is from."""
    return recall(("page text", site_url, page.url, page.html), lambda: _written(page, site_url))


def _written(page: PublishedPage, site_url: str) -> str:
    # Imported here: its libraries take 1% of a build to load, and few builds have a new text.
    from .html.markdown import markdown_of

    text = markdown_of(tree_of(page.html), urljoin(site_url, page.url), _is_content)
    head, _, rest = text.partition("\n")
    origin = f"From {urljoin(site_url, page.url)}. CC BY 4.0."
    return f"{head}\n\n{origin}\n\n{_closed_up(rest)}\n"


def _is_content(node: Node) -> bool:
    return node.tag not in LEFT_OUT_TAGS and LEFT_OUT_CLASSES.isdisjoint(node.classes)


def _closed_up(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return EMPTY_LINES.sub("\n\n", BEFORE_SOURCE.sub(_one_space, lines)).strip()


def _one_space(spaces: re.Match[str]) -> str:
    """The spaces between a word and its source as one; none where the source begins a line."""
    at = spaces.start()
    before = spaces.string[max(at - 1, 0) : at]
    if before == "\n" and len(spaces[0]) == 1:
        return ""
    return spaces[0] if before.isspace() or not before else " "


def _whole(
    track: str,
    pages: Iterable[PublishedPage],
    texts: Mapping[str, str],
    site_url: str,
    edition: str,
) -> str:
    chosen = [page for page in pages if page.is_for(track)]
    head = (
        f"# Microsoft {TRACKS[track]}: the whole guide\n\n{len(chosen)} pages in the order of the menu. {site_url} "
        f"Data of {edition}. CC BY 4.0. Not affiliated with Microsoft.\n\n"
    )
    return head + "\n---\n\n".join(texts[page.path] for page in chosen)


def _index(
    pages: Sequence[PublishedPage], wholes: Mapping[str, str], site_name: str, site_url: str
) -> str:
    lines = [
        f"# {site_name}",
        "",
        "> Roles, interview loops, levels, pay and preparation for Microsoft PM and PMM candidates. Each statement has "
        "its source, date and grade. Not affiliated with Microsoft.",
        *("", "## The whole guide", ""),
        *(
            f"- [For {TRACKS[track]}]({site_url}guide-{track}.md): {len(wholes[f'guide-{track}.md']) // 1000:,} "
            "thousand characters"
            for track in TRACKS
        ),
    ]
    for part in dict.fromkeys(page.part for page in pages):
        lines += ["", f"## {part or 'Single pages'}", ""]
        lines += [
            f"- [{page.title}]({site_url}{page.path}): {page.description}"
            for page in pages
            if page.part == part
        ]
    return "\n".join(lines) + "\n"
