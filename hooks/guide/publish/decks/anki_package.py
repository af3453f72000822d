"""A deck as Anki's package file (.apkg), made by genanki and repacked so that the same rows give the same bytes.

Never change these, since readers' own cards depend on them: the ids, the names and order of the fields, and the inputs
of a note's guid. Anki would refuse every update after a new field, so there are two spare ones.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import genanki

from ..downloads.archives import zipped
from .notes import Note

MODEL_ID = 1764288001
# Withdrawn cards go into a deck of their own. A reader who has one already keeps it in its old deck, marked so.
WITHDRAWN = "withdrawn"
DECK_IDS = {"pm": 1764288011, "pmm": 1764288012, WITHDRAWN: 1764288013}
DECK_NAMES = {"pm": "Microsoft PM", "pmm": "Microsoft PMM", WITHDRAWN: "Microsoft cards, withdrawn"}
FIELDS = ("Id", "Front", "Back", "Grade", "Date", "Link", "My notes", "Spare 1", "Spare 2")
NAME = "microsoft-pm-pmm-guide"
BACK = (
    '{{FrontSide}}<hr id="answer">{{Back}}'
    '<p class="about">{{Grade}} {{Date}} <a href="{{Link}}">Open in the guide</a></p>'
    "{{#My notes}}<p>{{My notes}}</p>{{/My notes}}"
)
STYLE = (
    ".card { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; "
    "padding: 0 1rem; text-align: left; }"
    " .about { font-size: 0.85rem; }"
)


def package(decks: Mapping[str, Sequence[Note]], second: int) -> bytes:
    """The file for some tracks. `second` is when the texts were last changed: Anki takes a text only if it is newer.

    A note of several decks is in the first one only.
    """
    model = genanki.Model(
        MODEL_ID,
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": BACK}],
        css=STYLE,
    )
    made = {name: genanki.Deck(DECK_IDS[name], DECK_NAMES[name]) for name in (*decks, WITHDRAWN)}
    seen: set[str] = set()
    for track, notes in decks.items():
        for note in notes:
            written = _note(model, note)
            if written.guid not in seen:
                seen.add(written.guid)
                made[WITHDRAWN if note.is_withdrawn else track].add_note(written)
    return _packed(genanki.Package([deck for deck in made.values() if deck.notes]), second)


def _note(model: genanki.Model, note: Note) -> genanki.Note:
    items = "".join(f"<li>{escape(line)}</li>" for line in note.lines)
    fields = [f"{note.kind}/{note.id}", escape(note.front), f"<ul>{items}</ul>"]
    fields += [escape(text) for text in (note.grade, note.date, note.link)] + [""] * 3
    guid = genanki.guid_for(NAME, note.kind, note.id)
    return genanki.Note(model, fields, guid=guid, tags=[note.kind])


def _packed(made: genanki.Package, second: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        made.write_to_file(str(path), timestamp=float(second))
        with zipfile.ZipFile(path) as archive:
            return zipped({name: archive.read(name) for name in sorted(archive.namelist())})
