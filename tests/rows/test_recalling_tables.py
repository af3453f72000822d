"""An answer is remembered for as long as the tables that it was made of are the same, and found by no other rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from guide.publish.memory import Memory
from guide.rows.loading import Guide
from guide.rows.problems import UnknownName
from guide.rows.recalling_tables import noting, recall_of_tables

from tests.guides import guide_of, row


class Asked:
    """Asks one memory for what the first term of a guide names; `made` lists the guides it was worked out for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memory = Memory(folder / "memory.txt", "1")
        self.made: list[str] = []

    def __call__(self, name: str, **tables: Any) -> None:
        guide = guide_of(self.folder / name, **tables)

        def make() -> tuple[list[str], set[str]]:
            self.made.append(name)
            noted, read = noting(guide)
            return named_by(noted), read.read

        assert recall_of_tables(self.memory.recall, guide, ["test"], make) == named_by(guide)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


def naming(table: str) -> dict[str, Any]:
    """A term that names a table to read next, as a macro's argument might."""
    return row("glossary", id="a", term=table, definition="Words.")


def test_an_answer_serves_until_a_table_that_it_was_made_of_changes(asked: Asked) -> None:
    asked("first", glossary=[naming("loops")])
    asked("same", glossary=[naming("loops")])
    asked("unread table", glossary=[naming("loops")], partners=[row("partners")])
    assert asked.made == ["first"]
    asked("read table", glossary=[naming("loops")], loops=[row("loops")])
    assert asked.made == ["first", "read table"]


def test_which_tables_are_read_may_depend_on_rows(asked: Asked) -> None:
    asked("loops", glossary=[naming("loops")])
    asked("partners", glossary=[naming("partners")], partners=[row("partners")])
    other = [row("partners", id="another")]
    asked("other partners", glossary=[naming("partners")], partners=other)
    assert asked.made == ["loops", "partners", "other partners"]
    asked("back", glossary=[naming("loops")], partners=other)
    asked("forth", glossary=[naming("partners")], partners=other)
    assert asked.made == ["loops", "partners", "other partners"]


def test_a_row_that_is_looked_up_is_all_of_its_table_that_counts(tmp_path: Path) -> None:
    memory, made = Memory(tmp_path / "memory.txt", "1"), list[str]()

    def term(name: str, *rows: dict[str, Any]) -> str:
        guide = guide_of(tmp_path / name, glossary=list(rows))

        def make() -> tuple[str, set[str]]:
            made.append(name)
            noted, read = noting(guide)
            return noted["glossary"]["a"].definition, read.read

        return recall_of_tables(memory.recall, guide, ["test"], make)

    assert term("first", described("a", "One."), described("b", "Two.")) == "One."
    assert term("other row", described("b", "Changed."), described("a", "One.")) == "One."
    assert made == ["first"]
    assert term("its row", described("a", "Changed."), described("b", "Two.")) == "Changed."
    assert made == ["first", "its row"]
    with pytest.raises(UnknownName):
        term("gone", described("b", "Two."))


@pytest.mark.parametrize(
    "use",
    [
        lambda rows: "b" in rows,
        list,
        len,
        lambda rows: rows.all,
        lambda rows: rows.place_of("a"),
        lambda rows: rows.get("a"),
        lambda rows: [rows["a"], *rows.values()],
    ],
)
def test_any_other_use_counts_the_table(tmp_path: Path, use: Callable[[Any], object]) -> None:
    guide = guide_of(tmp_path, glossary=[described("a", "One."), described("b", "Two.")])
    noted, read = noting(guide)
    use(noted["glossary"])
    assert read.read == {"glossary"}


def test_a_row_that_is_not_there_counts_the_table(tmp_path: Path) -> None:
    noted, read = noting(guide_of(tmp_path, glossary=[described("b", "Two.")]))
    with pytest.raises(UnknownName):
        noted["glossary"]["a"]
    assert read.read == {"glossary"}


def described(key: str, definition: str) -> dict[str, Any]:
    """A term."""
    return row("glossary", id=key, term=key, definition=definition)


def named_by(guide: Guide) -> list[str]:
    """The keys of the table that the first term names."""
    [first, *_] = guide["glossary"].all
    return list(guide[first.term])
