"""What may be wrong with one published page: each function returns its faults as sentences, none for a good page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

from guide.rows.models.base import WORDS_FOR_NOTHING

from tests.built.site import PROJECT, SITE_URL, Page, classes, text_nodes, visible_text

# Left over from a macro, a template or a build: no reader may meet these, in markup or in text.
RESIDUE = (
    *("Macro Rendering Error", "Macro Syntax Error", "Traceback (most recent call last)"),
    *("[[=", "=]]", "[[%", "%]]", "[[#", "#]]", "{{", "{%", "jinja2.", "StrictUndefined"),
    *("<built-in", "&lt;built-in", " object at 0x", "StagedSite", ".next/"),
    *(str(PROJECT), str(Path.home()) + "/"),
)
# Left over in text: Markdown that was not understood, and characters escaped twice.
LITERAL_MARKUP = re.compile(r"\]\(|\*\*|^#{1,6} |^\|.*\|$|</?[a-z]+[ >]|&#?\w+;|\{[:#.]|:::|```")
# A value that was printed as it is: none, a truth value, an empty list or group.
BARE_VALUES = {*WORDS_FOR_NOTHING, "True", "False", "[]", "()", "{}", "set()"}
HEADING = re.compile(r"h([1-6])")


def residue(name: str, text: str) -> list[str]:
    """Faults of a text file as published: html, xml or json."""
    return [f"{name}: holds {word!r}" for word in RESIDUE if word in text]


def literal_markup(page: Page) -> list[str]:
    """Text nodes of the content that show markup; code is markup on purpose."""
    nodes = text_nodes(page.content, skip=("script", "style", "code", "pre"))
    return [
        f"{page.url}: shows {node.strip()[:80]!r}"
        for node in nodes
        if LITERAL_MARKUP.search(node.strip())
    ]


def empty_values(page: Page) -> list[str]:
    """Elements whose whole text is a bare value, and cells without any text."""
    faults = []
    for element in page.content.iter():
        if not isinstance(element.tag, str):
            continue
        text = "".join(text_nodes(element)).strip()
        if text in BARE_VALUES:
            faults.append(f"{page.url}: a {element.tag} reads {text!r}")
        if element.tag in ("td", "th", "caption", "dt", "dd", "li", "p") and not text:
            faults.append(f"{page.url}: a {element.tag} is empty")
    return faults


def parse_errors(page: Page) -> list[str]:
    """What the HTML standard calls a parse error. Nothing is forgiven: Material's own pages have none."""
    return [
        f"{page.url}:{line}:{column}: {code} {details or ''}"
        for (line, column), code, details in page.parse_errors
    ]


def duplicate_ids(page: Page) -> list[str]:
    """An id on two elements sends a link to the wrong one."""
    ids = Counter(element.get("id") for element in page.document.iter() if element.get("id"))
    return [f"{page.url}: id {name!r} is used {n} times" for name, n in ids.items() if n > 1]


def broken_references(page: Page) -> list[str]:
    """ARIA names, descriptions and form labels that point at ids which the page lacks."""
    faults = []
    for element in page.document.iter():
        wanted = [element.get(a, "") for a in ("aria-labelledby", "aria-describedby", "for")]
        missing = set(" ".join(wanted).split()) - page.ids
        faults += [f"{page.url}: {element.tag} refers to missing id {name!r}" for name in missing]
    return faults


def headings(page: Page) -> list[str]:
    """One h1, it comes first, no level is skipped on the way down, and none is empty."""
    levels = [
        (int(HEADING.fullmatch(element.tag)[1]), visible_text(element))
        for element in page.content.iter()
        if isinstance(element.tag, str) and HEADING.fullmatch(element.tag)
    ]
    faults = [f"{page.url}: an h{level} is empty" for level, text in levels if not text.strip("¶ ")]
    if [level for level, _ in levels][:1] != [1] or sum(level == 1 for level, _ in levels) != 1:
        faults.append(f"{page.url}: the content must start with its only h1")
    faults += [
        f"{page.url}: h{level} {text!r} follows an h{above}"
        for (above, _), (level, text) in pairwise(levels)
        if level > above + 1
    ]
    return faults


def head(page: Page) -> list[str]:
    """The language, and the title, description and canonical link that search engines show."""
    root, faults = page.document, []
    if root.get("lang") != "en":
        faults.append(f"{page.url}: <html lang> is {root.get('lang')!r}")
    titles = [visible_text(element) for element in root.iterfind("head/title")]
    if len(titles) != 1 or not titles[0]:
        faults.append(f"{page.url}: titles are {titles}")
    description = _contents(root, "description")
    if len(description) != 1 or len(description[0]) < 20:
        faults.append(f"{page.url}: descriptions are {description}")
    if page.url != "404.html":
        links = [e.get("href") for e in root.iterfind("head/link") if e.get("rel") == "canonical"]
        if links != [SITE_URL + page.url]:
            faults.append(f"{page.url}: canonical links are {links}")
    return faults


def _contents(root: Element, name: str) -> list[str]:
    return [e.get("content", "") for e in root.iterfind("head/meta") if e.get("name") == name]


def active_markup(page: Page) -> list[str]:
    """Inline styles and event handlers: a strict content policy forbids both."""
    return [
        f"{page.url}: {element.tag} has {name}={value[:60]!r}"
        for element in page.document.iter()
        for name, value in element.attrib.items()
        if name == "style" or name.startswith("on") or value.lstrip().startswith("javascript:")
    ]


def missing_sources(page: Page) -> list[str]:
    """Every page ends with the section Sources, and nothing but its list is below."""
    sections = [element for element in page.content.iter() if _is_h2(element)]
    if not sections or sections[-1].get("id") != "sources":
        return [f"{page.url}: the last section is not Sources"]
    end = visible_text(page.content).split("Sources")[-1]
    if "last checked on" not in end and "This page cites no source" not in end:
        return [f"{page.url}: its sources do not say when they were last checked"]
    return []


def unused_citations(page: Page) -> list[str]:
    """Citations are numbered 1, 2, 3 by first use, and the page's list holds exactly these."""
    marks = [
        element
        for element in page.content.iter("a")
        # Without those that a phone shows in place of several others.
        if "cite" in classes(element) and "cite--fold" not in classes(element)
    ]
    listed = [
        f"#{element.get('id')}"
        for block in page.content.iter()
        if "page-sources" in classes(block)
        for element in block.iter("li")
        if "source" in classes(element)
    ]
    first_uses = list(dict.fromkeys(number for mark in marks for number in cited_numbers(mark)))
    if first_uses != list(range(1, len(listed) + 1)):
        return [f"{page.url}: cites {first_uses} and lists {listed}"]
    return [
        f"{page.url}: {mark.get('href')} is no. {cited_numbers(mark)[0]}"
        for mark in marks
        if mark.get("href") != listed[cited_numbers(mark)[0] - 1]
    ]


def cited_numbers(mark: Element) -> list[int]:
    """The numbers of a mark's sources, as text that is copied shows them."""
    text = "".join(mark.itertext())
    shown = text.partition("]")[0] if "cite--group" in classes(mark) else text
    return [int(number) for number in re.findall(r"\d+", shown)]


def _is_h2(element: Element) -> bool:
    return element.tag == "h2"


def table_faults(page: Page) -> list[str]:
    """Each table has a caption, its headers words and a scope, each row of data one of them, and as many cells."""
    return [
        f"{page.url}: table {visible_text(table)[:50]!r} {fault}"
        for table in page.content.iter("table")
        for fault in _faults_of_table(table)
    ]


def _faults_of_table(table: Element) -> Iterator[str]:
    captions = [visible_text(caption) for caption in table.iter("caption")]
    if len(captions) != 1 or not captions[0]:
        yield "has no caption"
    if any(header.get("scope") not in ("col", "row") for header in table.iter("th")):
        yield "has a header without scope"
    if any(not visible_text(header) for header in table.iter("th")):
        yield "has a header without words"
    if any(row.find("td") is not None and row.find("th") is None for row in table.iter("tr")):
        yield "has a row without a header"
    widths = {sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")}
    if len(widths) > 1:
        yield f"has rows of {sorted(widths)} cells"
