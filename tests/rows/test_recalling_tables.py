"""An answer is remembered for as long as the tables that it was made of are the same, and found by no other rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.publish.memory import Memory
from guide.rows.loading import Guide
from guide.rows.recalling_tables import noting, recall_of_tables

from tests.guides import guide_of, row


def test_which_tables_are_read_may_depend_on_rows(tmp_path: Path) -> None:
    """The first term says which table is read next, as a macro might."""
    memory, made = Memory(tmp_path / "memory.txt", "1"), list[str]()

    def asked(name: str, **tables: Any) -> list[str]:
        guide = guide_of(tmp_path / name, **tables)

        def make() -> tuple[list[str], set[str]]:
            made.append(name)
            noted, read = noting(guide)
            return named_by(noted), read.read

        found = recall_of_tables(memory.recall, guide, ["test"], make)
        assert found == named_by(guide)
        return found

    loops, partners = (
        row("glossary", id="a", term=table, definition="Words.") for table in ("loops", "partners")
    )
    asked("one", glossary=[loops])
    asked("same", glossary=[loops])
    asked("unread", glossary=[loops], partners=[row("partners")])
    assert made == ["one"]
    asked("other table", glossary=[partners], partners=[row("partners")])
    asked("its rows", glossary=[partners], partners=[row("partners", id="another")])
    assert made == ["one", "other table", "its rows"]
    for name, term in (("back", loops), ("and forth", partners)):
        asked(name, glossary=[term], partners=[row("partners", id="another")])
    assert made == ["one", "other table", "its rows"]


def named_by(guide: Guide) -> list[str]:
    """The keys of the table that the first term names."""
    [first, *_] = guide["glossary"].all
    return list(guide[first.term])
