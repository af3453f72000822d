"""Two small guides, and two versions of a page, compared."""

from __future__ import annotations

from pathlib import Path

from maintaining.compare.pages import PageChange, changed_pages
from maintaining.compare.reading import read_page
from maintaining.compare.rows import TableChange, changed_tables
from tests.guides import write_tables


def changes_between(tmp_path: Path, before: dict, after: dict) -> list[TableChange]:
    write_tables(tmp_path / "base", **before)
    write_tables(tmp_path / "head", **after)
    return changed_tables(tmp_path / "base", tmp_path / "head")


def page(content: str) -> str:
    return (
        f"<header>Menu {len(content)}</header><article class='md-content__inner'>{content}</article>"
        f"<footer>{content.upper()}</footer>"
    )


def change_of(before: str, after: str) -> PageChange:
    found = changed_pages({"a/": read_page(page(before))}, {"a/": read_page(page(after))})
    assert len(found) == 1
    return found[0]
