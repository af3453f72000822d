"""A book before it is written in a format: chapters as trees, endnotes, the pages left out, and the edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from .chapters.article import article_of, text_of, without_site_attributes
from .chapters.charts import fit_pictures
from .chapters.references import (
    Endnotes,
    Places,
    check_addresses,
    check_links,
    move_sources,
    name_types,
    rewrite_links,
)
from .chapters.tables import Room, fit_tables
from .contents import Entry, LeftOut, Volume, contents


@dataclass(frozen=True)
class Edition:
    """The sources of a book: the date of the data, the commit, and its time (seconds since 1970)."""

    data_date: str
    commit: str
    seconds: int
    site_url: str

    @property
    def label(self) -> str:
        """`Data of November 28, 2026, commit abc1234`."""
        return (
            f"Data of {self.data_date}, commit {self.commit[:7]}"
            if self.commit
            else f"Data of {self.data_date}"
        )


@dataclass(frozen=True)
class Chapter:
    """A page as a chapter: the name of its file, its title, and its tree."""

    slug: str
    title: str
    url: str
    tree: etree._Element


@dataclass(frozen=True)
class Book:
    """A whole book. `parts` are (title, chapters) in reading order; `notes` are (source, note)."""

    volume: Volume
    edition: Edition
    parts: Sequence[tuple[str, Sequence[Chapter]]]
    notes: Sequence[tuple[str, etree._Element]]
    left_out: Sequence[LeftOut]

    @property
    def chapters(self) -> list[Chapter]:
        """Every chapter in reading order."""
        return [chapter for _, chapters in self.parts for chapter in chapters]


def book_of(root: Path, site: Path, volume: Volume, edition: Edition, room: Room) -> Book:
    """A book from the built site, with tables that fit into `room`.

    Raises:
        ValueError: contents.yml and the menu disagree, or a link leads nowhere in the book or on the site.
        FileNotFoundError: the site lacks a page.
    """
    plan = contents(root, volume)
    places = Places({entry.url: entry.slug for entry in plan.entries()}, edition.site_url)
    endnotes = Endnotes()
    parts = [
        (part, [_chapter(site, entry, places, endnotes, room) for entry in entries])
        for part, entries in plan.parts
    ]
    book = Book(volume, edition, parts, list(endnotes.notes.items()), plan.left_out)
    trees = {chapter.slug: chapter.tree for chapter in book.chapters}
    if faults := [*check_links(trees), *check_addresses(trees, site, edition.site_url)]:
        raise ValueError("\n".join(faults))
    return book


def _chapter(site: Path, entry: Entry, places: Places, endnotes: Endnotes, room: Room) -> Chapter:
    html = (site / entry.url / "index.html").read_text(encoding="utf-8")
    tree = article_of(html)
    move_sources(tree, entry.url, places, endnotes)
    fit_tables(tree, room)
    fit_pictures(tree)
    without_site_attributes(tree)
    rewrite_links(tree, entry.url, entry.slug, places)
    head = tree.find(".//h1")
    tree.set("id", entry.slug)
    name_types(tree)
    return Chapter(entry.slug, text_of(head), entry.url, tree)
