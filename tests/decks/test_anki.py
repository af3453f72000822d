"""Decks, imported by Anki itself: rows come in once, changed texts arrive, and what a reader learned stays."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, CsvMetadata, ImportAnkiPackageRequest, ImportCsvRequest
from guide.pages.reading import read_pages
from guide.publish.decks import deck_files
from guide.publish.decks.anki_package import DECK_IDS, FIELDS, MODEL_ID, package
from guide.publish.decks.notes import Decks, Note
from guide.rows.loading import Guide

from tests.guides import PROJECT

pytestmark = pytest.mark.long
SITE = "https://guide.example/"
THEN = 1_764_000_000


@pytest.fixture(scope="module")
def decks(real_guide: Guide) -> dict[str, list[Note]]:
    made = Decks(real_guide, list(read_pages(PROJECT)), SITE)
    return {track: made.of(track) for track in ("pm", "pmm")}


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "reader.anki2"))
    yield opened
    opened.close()


def imported(collection: Collection, content: bytes, folder: Path) -> Any:
    path = folder / "deck.apkg"
    path.write_bytes(content)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path))).log


def names(notes: list[Note]) -> set[tuple[str, str]]:
    return {(note.kind, note.id) for note in notes}


def test_every_row_comes_in_once(
    collection: Collection, decks: dict[str, list[Note]], tmp_path: Path
) -> None:
    content = package({"pm": decks["pm"]}, THEN)
    assert len(imported(collection, content, tmp_path).new) == len(names(decks["pm"])) > 300
    assert len(imported(collection, content, tmp_path).new) == 0
    added = names(decks["pmm"]) - names(decks["pm"])
    both = package(decks, THEN)
    assert len(imported(collection, both, tmp_path).new) == len(added) > 100
    assert collection.note_count() == len(names(decks["pm"]) | names(decks["pmm"]))


def test_a_changed_text_arrives_and_what_was_learned_stays(
    collection: Collection, decks: dict[str, list[Note]], tmp_path: Path
) -> None:
    imported(collection, package({"pm": decks["pm"]}, THEN), tmp_path)
    collection.decks.select(collection.decks.id_for_name("Microsoft PM"))
    for _ in range(3):
        card = collection.sched.getCard()
        collection.sched.answerCard(card, 4)
    learned = state(collection)
    assert len(learned[1]) == 3
    changed = [replace(note, front=f"{note.front} Changed") for note in decks["pm"]]
    imported(collection, package({"pm": changed}, THEN + 60), tmp_path)
    fronts = collection.db.list("select flds from notes")
    assert all(fields.split("\x1f")[1].endswith(" Changed") for fields in fronts)
    assert state(collection) == learned


def state(collection: Collection) -> tuple[list[Any], list[Any]]:
    """The schedule of each card, and the log of reviews."""
    schedule = (
        "select id, nid, did, type, queue, due, ivl, factor, reps, lapses from cards order by id"
    )
    return collection.db.all(schedule), collection.db.all("select * from revlog order by id")


def test_a_withdrawn_row_is_explained_and_never_asked(
    collection: Collection, decks: dict[str, list[Note]], tmp_path: Path
) -> None:
    gone = [note for note in decks["pm"] if note.is_withdrawn]
    assert gone
    had = [replace(note, front="Old", is_withdrawn=False) for note in gone]
    imported(collection, package({"pm": had}, THEN), tmp_path)
    imported(collection, package({"pm": decks["pm"]}, THEN + 60), tmp_path)
    withdrawn = collection.find_cards('Withdrawn deck:"Microsoft PM"')
    assert len(withdrawn) == len(gone)
    fresh = Collection(str(tmp_path / "fresh.anki2"))
    imported(fresh, package({"pm": decks["pm"]}, THEN), tmp_path)
    assert len(fresh.find_cards('deck:"Microsoft cards, withdrawn"')) == len(gone)
    assert not fresh.find_cards('Withdrawn deck:"Microsoft PM"')
    fresh.close()


def test_a_hostile_text_stays_text(collection: Collection, tmp_path: Path) -> None:
    hostile = "<script>x</script> {{Back}} <b>b</b>"
    note = Note("term", "t", hostile, (hostile,), "G", "2026", SITE)
    imported(collection, package({"pm": [note]}, THEN), tmp_path)
    (found,) = collection.find_cards("")
    card = collection.get_card(found)
    assert "<script>" not in card.answer() and "&lt;script&gt;" in card.question()


def test_ids_and_fields_are_frozen() -> None:
    # Readers' decks hang on these. A changed value here means that no update reaches them any more.
    assert MODEL_ID == 1764288001
    assert DECK_IDS == {"pm": 1764288011, "pmm": 1764288012, "withdrawn": 1764288013}
    assert (
        *("Id", "Front", "Back", "Grade", "Date", "Link", "My notes", "Spare 1", "Spare 2"),
    ) == FIELDS


def test_the_same_rows_give_the_same_bytes_and_the_csv_the_same_cards(
    real_guide: Guide, decks: dict[str, list[Note]]
) -> None:
    pages = list(read_pages(PROJECT))
    first = deck_files(real_guide, pages, SITE)
    assert first == deck_files(real_guide, pages, SITE)
    rows = table(first["cards/microsoft-pm.csv"])
    active = [note for note in decks["pm"] if not note.is_withdrawn]
    assert [(row["kind"], row["id"]) for row in rows] == [(note.kind, note.id) for note in active]
    assert {row["kind"] for row in rows} == {"question", "term", "claim", "rubric", "number"}
    assert all(row["link"].startswith(SITE) for row in rows)
    assert all(row["grade"] for row in rows)


def table(file: bytes) -> list[dict[str, str]]:
    """The rows of a CSV as a program reads it that knows the byte order mark."""
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["pm", "pmm", "pm-and-pmm"])
def test_the_csv_opens_in_a_spreadsheet_and_gives_a_program_for_cards_both_sides(
    real_guide: Guide, name: str, tmp_path: Path
) -> None:
    """Anki was told that commas separate, and took "question" for the front and the id for the back."""
    file = deck_files(real_guide, list(read_pages(PROJECT)), SITE)[f"cards/microsoft-{name}.csv"]
    assert file.startswith(b"\xef\xbb\xbf"), "Excel takes it for the text of an old Windows"
    path = tmp_path / "cards.csv"
    path.write_bytes(file)
    collection = Collection(str(tmp_path / "collection.anki2"))
    chosen = collection.get_csv_metadata(str(path), CsvMetadata.COMMA)
    collection.import_csv(ImportCsvRequest(path=str(path), metadata=chosen))
    made = [collection.get_note(found).fields for found in collection.find_notes("")]
    collection.close()
    header, *sides = [
        tuple(unescape(side.replace("<br>", "\n")) for side in fields) for fields in made
    ]
    assert header == ("front", "back")
    assert sides == [(row["front"], row["back"]) for row in table(file)]
