"""The reply to a filled form: rows that can be pasted, or all that is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..facts.addresses import source_at
from ..rows.loading import Guide, load_guide
from ..rows.problems import Problem, ProblemsFound, report
from .answers import Answers, form_of, read_answers
from .drafts import Sent
from .ready_rows import Checker, ReadyRow, problems_of_a_copy, ready_rows

NO_ROW = "no row was made"


@dataclass(frozen=True)
class Reply:
    """A reply in Markdown. `is_ready` is false if something is missing; with an empty text, no reply is needed."""

    text: str
    is_ready: bool = True


def reply(
    body: str,
    root: Path,
    sent: Sent,
    edit_address: str = "",
    problems_with: Checker = problems_of_a_copy,
) -> Reply:
    """The answer to a filled form. `edit_address` is where the files of the project can be edited, with a slash.

    `problems_with` checks the rows that a form makes; the default applies every rule to a copy of the guide.

    Raises ProblemsFound if the guide's own data is broken: then no row can be checked.
    """
    form = form_of(body)
    if form is None:
        return Reply("")
    answers = read_answers(body, form)
    if not form.table and form.stem != "wrong-figure":
        return _without_row(answers, root, edit_address)
    guide = load_guide(root)
    if guide.problems:
        raise ProblemsFound(guide.problems)
    return _with_rows(answers, guide, sent, edit_address, problems_with)


def _with_rows(
    answers: Answers, guide: Guide, sent: Sent, edit_address: str, problems_with: Checker
) -> Reply:
    rows, missing, others = ready_rows(answers, guide, sent, problems_with)
    if missing:
        return Reply(_missing(missing), is_ready=False)
    return Reply(_ready(rows, others, edit_address, source_at(guide, answers.by_key("source-url"))))


def _missing(problems: list[Problem]) -> str:
    found = report(problems, ending=NO_ROW)
    lead = "Nearly there. Edit the issue and answer these; nothing is lost, and this comment follows your edit."
    return f"{lead}\n\n{fenced(found, 'text')}\n"


def _ready(
    rows: list[ReadyRow], others: list[Problem], edit_address: str, known: str | None
) -> str:
    parts = ["Thank you. This is ready to paste, and passed every check of the data."]
    for row in rows:
        where = f"in place of the row on line {row.line}" if row.line else "at the end"
        edit = f" ([edit the file]({edit_address}{row.file}))" if edit_address else ""
        language = "csv" if row.draft.table.is_csv else "yaml"
        parts.append(f"`{row.file}`, {where}{edit}:\n\n{fenced(row.text, language)}")
    if known:
        parts.append(f"The guide already has that source, as `{known}`, so it is not added again.")
    if others:
        parts.append(
            "Then this must change as well:\n\n"
            + fenced(report(others, ending="nothing else"), "text")
        )
    parts.append(
        "A maintainer reads the source before it is merged. You may open the pull request yourself."
    )
    return "\n\n".join(parts) + "\n"


def _without_row(answers: Answers, root: Path, edit_address: str) -> Reply:
    """A page is edited, not made of rows: the reply names its file."""
    if answers.problems:
        return Reply(_missing(answers.problems), is_ready=False)
    path = answers.by_key("page").split("#")[0].strip("/ ")
    known = {
        _page_path(page.relative_to(root / "docs").as_posix()): page
        for page in sorted((root / "docs").rglob("*.md"))
    }
    page = known.get(path)
    if answers.form.label != "pages" or page is None:
        return Reply("")
    file = page.relative_to(root).as_posix()
    edit = f" You can [edit it yourself]({edit_address}{file})." if edit_address else ""
    return Reply(
        f"Thank you. The text of that page is in `{file}`.{edit} A maintainer reads this.\n"
    )


def _page_path(source: str) -> str:
    return re.sub(r"(^|/)index$", "", source.removesuffix(".md"))


def fenced(text: str, language: str) -> str:
    """Text as a code block that nothing in it can close, so that nothing in it becomes markup, a mention or a link."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
