"""The decks as files: for PM, for PMM, for both, and each as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ...facts.freshness import data_epoch
from ...pages.build_info import commit_time
from ...pages.page import Page
from ...rows.loading import Guide
from .anki_package import package
from .notes import Decks, Note

# Front and back first: Anki and other flashcard programs take the first two columns as the sides.
COLUMNS = ("front", "back", "kind", "id", "grade", "date", "link")
# Without it, Excel assumes a legacy Windows encoding.
BYTE_ORDER_MARK = "\ufeff"
# Spreadsheet programs evaluate cells that start with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def deck_files(guide: Guide, pages: list[Page], site_url: str) -> dict[str, bytes]:
    """The bytes of each file by its path below the site."""
    made = Decks(guide, pages, site_url)
    decks = {track: made.of(track) for track in ("pm", "pmm")}
    # Not the day of the data: two changes of one day would share it, and Anki would keep the older text.
    second = commit_time(guide.root) or data_epoch(guide)
    both = list({(note.kind, note.id): note for notes in decks.values() for note in notes}.values())
    return {
        "cards/microsoft-pm.apkg": package({"pm": decks["pm"]}, second),
        "cards/microsoft-pmm.apkg": package({"pmm": decks["pmm"]}, second),
        "cards/microsoft-pm-and-pmm.apkg": package(decks, second),
        "cards/microsoft-pm.csv": _csv(decks["pm"]),
        "cards/microsoft-pmm.csv": _csv(decks["pmm"]),
        "cards/microsoft-pm-and-pmm.csv": _csv(both),
    }


def _csv(notes: Iterable[Note]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for note in notes:
        if not note.is_withdrawn:
            back = "\n".join(note.lines)
            cells = (note.front, back, note.kind, note.id, note.grade, note.date, note.link)
            writer.writerow(
                [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells]
            )
    return (BYTE_ORDER_MARK + buffer.getvalue()).encode()
