"""Problems as GitHub shows them beside the lines of a pull request: workflow commands on standard output."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from ..rows.problems import Problem


def workflow_commands(problems: Iterable[Problem]) -> list[str]:
    """One command a problem. GitHub shows the first ten of a step; the report below has them all."""
    return [
        f"::error file={_property(problem.file)},line={problem.line},title={_property(_title(problem))}"
        f"::{_message(_advice(problem))}"
        for problem in problems
    ]


def inert_for_github(text: str) -> str:
    """Untrusted text for the log of a run. Workflow commands are switched off around it, so no line can be one."""
    # They are switched on again by a token that cannot be guessed.
    word = secrets.token_hex(16)
    return f"::stop-commands::{word}\n{text}\n::{word}::"


def _title(problem: Problem) -> str:
    return " / ".join(part for part in (problem.row, problem.field) if part) or problem.file


def _advice(problem: Problem) -> str:
    return (
        f"{problem.message}\ntry:\n{problem.correction}" if problem.correction else problem.message
    )


def _message(text: str) -> str:
    """Escaped as GitHub's own toolkit does: `%` first, then line endings."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """In a property, the separators of properties are escaped as well."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
