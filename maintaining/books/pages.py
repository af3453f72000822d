"""Renders the pages of a book from their templates."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup

from .book import Book, Chapter

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def written(tree: etree._Element) -> Markup:
    """A tree as XHTML text."""
    return Markup(etree.tostring(tree, encoding="unicode", with_tail=False))  # lxml has escaped it


def page(template: str, book: Book, **values: object) -> str:
    """A page from its template."""
    return TEMPLATES.get_template(template).render(book=book, written=written, **values)


def chapter_page(book: Book, chapter: Chapter) -> str:
    """A chapter as a separate file."""
    return page("chapter.xhtml", book, chapter=chapter)
