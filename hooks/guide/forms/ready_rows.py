"""The rows of a form, checked like a pull request: by the model, then by every rule on a copy of the guide."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from pydantic import ValidationError

from ..check.linter import check_everything
from ..rows.loading import Guide
from ..rows.problems import Problem
from ..rows.readers.raw import RawRow
from ..rows.row_text import row_text
from ..rows.validation_errors import explain
from .answers import SHOWN, Answers
from .corrections import Missing, correction
from .drafts import Draft, Sent, drafts

# What the rules read: rows, pages, the components and the files that pages name, and the order of the pages.
PARTS, SETTINGS = ("data", "docs", "hooks", "overrides/components"), "mkdocs.yml"

COMPILED = shutil.ignore_patterns("__pycache__")


@dataclass(frozen=True)
class ReadyRow:
    """A valid row, its file, and the lines of the row that it replaces: the first, and how many (0: it is appended)."""

    draft: Draft
    line: int = 0
    height: int = 0

    @property
    def file(self) -> str:
        """The path of the data file."""
        return f"data/{self.draft.table.file}"

    @property
    def key(self) -> str:
        """The key of the row."""
        return str(self.draft.raw.values.get(self.draft.table.model.key_field))

    @property
    def text(self) -> str:
        """The row as its file holds it."""
        return row_text(self.draft.raw.values, self.draft.table)


Checker = Callable[[list[ReadyRow], Path], list[Problem]]


def ready_rows(
    answers: Answers, guide: Guide, sent: Sent, problems_with: Checker
) -> tuple[list[ReadyRow], list[Problem], list[Problem]]:
    """The rows, what is wrong with them (then they are not ready), and what else must change with them.

    `problems_with` checks rows that their models accept, given the rows and the folder of the guide.
    """
    rows, problems = _rows(answers, guide, sent)
    if problems:
        return rows, problems, []
    found = problems_with(rows, guide.root)
    # A corrected row may leave its old source unused: the maintainer who merges it decides.
    others = [p for p in found if p.file == "data/sources.yml" and p.row in guide.sources]
    by_key = {(row.file, row.key): row.draft for row in rows}
    own = [_by_question(p, by_key.get((p.file, p.row))) for p in found if p not in others]
    return rows, own, others


def _rows(answers: Answers, guide: Guide, sent: Sent) -> tuple[list[ReadyRow], list[Problem]]:
    place = None
    try:
        if answers.form.table:
            made = drafts(answers, guide, sent)
        else:
            corrected = correction(answers, guide, sent)
            made, place = corrected.drafts, corrected.place
    except Missing as missing:
        return [], sorted({*answers.problems, missing.problem})
    reported = {problem.field for problem in answers.problems}
    refused = [problem for draft in made for problem in _faults(draft, reported)]
    rows = [ReadyRow(draft) for draft in made]
    if place:
        file = guide.root / rows[-1].file
        rows[-1] = replace(rows[-1], line=place.line, height=_height(place, file))
    return rows, [*answers.problems, *refused]


def _height(place: RawRow, file: Path) -> int:
    """How many lines of its file a row takes: a CSV row one, a YAML row all that are indented below its first."""
    below = file.read_text(encoding="utf-8").split("\n")[place.line :]
    return 1 + len(list(takewhile(lambda line: line.startswith(" "), below)))


def _faults(draft: Draft, reported: set[str]) -> list[Problem]:
    """What the model refuses, by question instead of by field, once each."""
    try:
        draft.table.model.model_validate(draft.raw.values)
    except ValidationError as error:
        named = [
            _by_question(problem, draft)
            for problem in explain(error, draft.raw, draft.table, SHOWN)
        ]
        return [problem for problem in named if problem.field not in reported]
    return []


def _by_question(problem: Problem, draft: Draft | None) -> Problem:
    """The problem at its place in the form, or as it is if no question asks for its field."""
    if draft is None:
        return problem
    names = problem.field.split(".")
    fields = [".".join(names[:length]) for length in range(len(names), 0, -1)]
    label = next((draft.labels[name] for name in fields if name in draft.labels), problem.field)
    line = draft.raw.lines.get(next((n for n in fields if n in draft.raw.lines), ""), 1)
    return replace(problem, file=SHOWN, line=line, row=draft.table.file, field=label)


def problems_of_a_copy(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """All problems of a copy of the guide that holds the rows."""
    with copy_with(rows, root) as copy:
        return list(check_everything(copy).problems)


@contextmanager
def copy_with(rows: list[ReadyRow], root: Path) -> Iterator[Path]:
    """A folder with what the rules read of the guide, and the rows in their files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            shutil.copytree(root / part, copy / part, symlinks=True, ignore=COMPILED)
        shutil.copyfile(root / SETTINGS, copy / SETTINGS)
        for row in rows:
            path = copy / row.file
            path.write_text(with_row(path.read_text(encoding="utf-8"), row), encoding="utf-8")
        yield copy


def with_row(text: str, row: ReadyRow) -> str:
    """The text of a data file with the row in its place."""
    lines = text.rstrip("\n").split("\n")
    start = row.line - 1 if row.line else len(lines)
    lines[start : start + row.height] = row.text.split("\n")
    return "\n".join(lines) + "\n"
