"""Every table, chart, list and card leads to its rows in the repository, at their line, and to a form about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.built.site import PROJECT, BuiltSite, Page, assert_none, classes, visible_text

REPOSITORY = "https://github.com/pm-pmm-guide/pm-pmm-guide"
FORMS = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in (PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
}
# Elements that show one row each, and the files that such rows come from.
ROWS = {
    "bank-question": ("questions.yml",),
    "claim": ("claims.yml",),
    "ladder__level": ("levels.csv",),
    "timeline__stage": ("loops.yml", "sales-stages.yml"),
    "mistake": ("mistakes.yml",),
    "role-play": ("role-plays.yml",),
    "competency": ("competencies.yml",),
    "faq": ("faq.yml",),
    "translation": ("translations.yml",),
    "tasks__task": ("checklist.yml",),
}


def row_links(element: Element) -> list[Element]:
    return [found for found in element.iter() if "row-links" in classes(found)]


def links(page: Page) -> Iterator[Element]:
    for part in row_links(page.content):
        yield from part.iter("a")


def edit_links(page: Page) -> list[Element]:
    return [link for link in links(page) if "/blob/" in link.get("href", "")]


def report_links(page: Page) -> list[str]:
    of_rows = [link.get("href", "") for link in links(page)]
    of_page = [
        link.get("href", "")
        for part in page.content.iter()
        if "page-links" in classes(part)
        for link in part.iter("a")
    ]
    return [address for address in (*of_rows, *of_page) if "/issues/new" in address]


def line_fault(link: Element) -> str:
    """What is wrong with a way to a row: no such file, no such line, or another row on it."""
    address, label = link.get("href", ""), link.get("aria-label", "")
    found = re.fullmatch(rf"{REPOSITORY}/blob/main/(data/[\w.-]+)#L(\d+)", address)
    if not found:
        return f"{address} is no file of the project at a line"
    path = PROJECT / found[1]
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    text = lines[int(found[2]) - 1] if int(found[2]) <= len(lines) else ""
    file, _, key = label.removeprefix("Edit ").partition(" ")
    if file != path.name:
        return f"{label} leads to {address}"
    starts = (
        (f"- id: {key}", f"- {{id: {key},", f"{key},")
        if key
        else ("- id: ", "- {id: ", text.split(",")[0] + ",")
    )
    return (
        "" if text and text.startswith(starts) else f"{label}: line {found[2]} says '{text[:40]}'"
    )


def test_every_way_to_a_row_leads_to_its_line(site: BuiltSite) -> None:
    assert_none(
        [f for p in site.content_pages for link in edit_links(p) if (f := line_fault(link))]
    )
    assert sum(len(edit_links(page)) for page in site.content_pages) > 300


def test_a_wrong_line_is_found() -> None:
    address = f"{REPOSITORY}/blob/main/data/glossary.yml#L1"
    assert line_fault(Element("a", {"href": address, "aria-label": "Edit glossary.yml x"}))


def test_each_link_has_a_name_that_describes_its_rows_and_starts_with_its_visible_text(
    site: BuiltSite,
) -> None:
    for page in site.content_pages:
        for part in row_links(page.content):
            *edits, report = part.iter("a")
            rows = ", ".join(link.get("aria-label", "").removeprefix("Edit ") for link in edits)
            assert report.get("aria-label") == f"Report a problem with {rows}", page.url
            assert report.get("aria-label", "").startswith(visible_text(report)), page.url


def test_every_table_and_chart_has_one_way_to_its_data(site: BuiltSite) -> None:
    faults = []
    for page in site.content_pages:
        # A picture and a folded list hold a table, and the way to its data beside it.
        holders = [e for e in page.content.iter() if {"chart", "folded-rows"} & classes(e)]
        held = {inner for holder in holders for inner in holder.iter()}
        for element in page.content.iter():
            is_table = "guide-table" in classes(element) and element not in held
            if (is_table or element in holders) and len(row_links(element)) != 1:
                faults.append(
                    f"{page.url}: {visible_text(element)[:60]}: {len(row_links(element))} ways"
                )
    assert_none(faults)


def is_a_row(element: Element) -> bool:
    """A list of pages to tick looks like a list of tasks, and holds no row."""
    return "tasks__task" not in classes(element) or element.get("id", "").startswith("task-")


@pytest.mark.parametrize("kind", ROWS)
def test_every_list_of_rows_has_a_way_to_its_file_and_no_row_has_two(
    site: BuiltSite, kind: str
) -> None:
    """One way for a group of cards is enough; a reader does not need it on each of them."""
    shown = {
        page.url: [e for e in page.content.iter() if kind in classes(e) and is_a_row(e)]
        for page in site.content_pages
    }
    assert any(shown.values())
    faults = [
        f"{url}: {len(row_links(e))} ways"
        for url, es in shown.items()
        for e in es
        if len(row_links(e)) > 1
    ]
    for url, elements in shown.items():
        ways = [link.get("href", "") for link in edit_links(site.pages[url])]
        if elements and not any(f"/data/{file}" in way for way in ways for file in ROWS[kind]):
            faults.append(f"{url}: no way to {' or '.join(ROWS[kind])}")
    assert_none(faults)


def test_the_words_of_adjacent_links_are_separated(site: BuiltSite) -> None:
    for page in site.content_pages:
        for part in row_links(page.content):
            pattern = r"Edit Report|Edit: [\w.-]+(, [\w.-]+)* Report a problem"
            assert re.fullmatch(pattern, visible_text(part)), page.url


def test_inline_marks_have_no_way_of_their_own(site: BuiltSite) -> None:
    for page in site.content_pages:
        inline = [
            e for e in page.content.iter() if classes(e) & {"cite", "figure", "term", "level"}
        ]
        assert not any(row_links(element) for element in inline), page.url


def test_every_report_opens_a_form_with_answers_that_it_asks_for(site: BuiltSite) -> None:
    for page in site.content_pages:
        reports = report_links(page)
        assert reports, page.url
        for address in reports:
            prefilled = {
                name: values[0] for name, values in parse_qs(urlsplit(address).query).items()
            }
            form = FORMS[prefilled.pop("template")]
            prefilled.pop("title", None)
            assert set(prefilled) <= {item.get("id") for item in form["body"]}, address
            assert prefilled["page"] == "/" + page.url


def test_every_page_can_be_reported_with_its_title_and_edited(site: BuiltSite) -> None:
    for page in site.content_pages:
        [part] = [part for part in page.content.iter() if "page-links" in classes(part)]
        report, edit = (link.get("href", "") for link in part.iter("a"))
        title = parse_qs(urlsplit(report).query)["title"][0]
        assert title.startswith("A problem on a page: ") and title[21:] in visible_text(
            page.document
        )
        assert edit.startswith(f"{REPOSITORY}/edit/main/docs/")
        assert (PROJECT / edit.removeprefix(f"{REPOSITORY}/edit/main/")).is_file()
        # Home has no mark at its top: alone at the edge of a row of cards, it had no meaning.
        if page.url:
            assert f'href="{edit}"' in page.html.split('class="md-content__button')[0][-400:]


def test_the_ways_are_not_printed_and_not_searched() -> None:
    print_css = (PROJECT / "overrides/assets/styles/print.css").read_text(encoding="utf-8")
    hidden = re.search(r"([^}]*)\{\s*display: none", print_css)
    assert hidden and {".row-links", ".page-sources__links"} <= set(
        re.findall(r"\.[\w-]+", hidden[1])
    )
