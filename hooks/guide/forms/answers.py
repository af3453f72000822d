"""Parses the issue text that GitHub makes of a filled form back into answers.

GitHub writes `### label`, an empty line and the answer for each question, `_No response_` where there is none. The text
is a stranger's: it is split at the form's own labels and nowhere else, and nothing in it is ever run or fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..rows.issue_forms.catalog import FORMS
from ..rows.issue_forms.form import Ask, Form
from ..rows.problems import Problem
from ..rows.readers.files import mark_fault

SHOWN = "issue"
# GitHub's own limit for the text of an issue, and a generous one for a single answer.
LONGEST_BODY, LONGEST_ANSWER = 65_536, 4_000
HEADING = re.compile(r"^### +(.+?) *$")
NO_ANSWER = ("_No response_", "None", "")


@dataclass
class Answers:
    """The answers of one form by question, each with its line in the text."""

    form: Form
    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def text(self, ask: Ask) -> str:
        """The answer, or nothing."""
        return self.texts.get(ask.label, "")

    def by_key(self, key: str) -> str:
        """The answer to the question with this id, or nothing."""
        return next((self.text(ask) for ask in self.form.asks if ask.key == key), "")

    def problem(self, label: str, message: str) -> Problem:
        """A problem with the answer to the question `label`."""
        return Problem(SHOWN, self.lines.get(label, 1), self.form.name, label, message)


def form_of(body: str) -> Form | None:
    """The form that a text was made with: the one most of whose labels it has; None for a text without a form."""
    headings = {found[1] for line in _lines(body) if (found := HEADING.match(line))}
    shares = {form.stem: len(headings & _labels(form)) / len(form.asks) for form in FORMS}
    best = max(FORMS, key=lambda form: shares[form.stem])
    return best if shares[best.stem] > 0.5 else None


def read_answers(body: str, form: Form) -> Answers:
    """The answers in a text; faults of the text itself are in `problems`."""
    answers = Answers(form)
    text = "\n".join(_lines(body))
    if len(text) > LONGEST_BODY:
        message = f"has {len(text):,} characters; {LONGEST_BODY:,} are allowed. Shorten it."
        answers.problems.append(Problem(SHOWN, 1, form.name, "", message))
        return answers
    _split(_lines(text), answers)
    for ask in form.asks:
        answers.problems += _faults(ask, answers)
    return answers


def _lines(body: str) -> list[str]:
    return body.replace("\r\n", "\n").split("\n")


def _split(lines: list[str], answers: Answers) -> None:
    labels, current, parts = _labels(answers.form), "", dict[str, list[str]]()
    for number, line in enumerate(lines, start=1):
        found = HEADING.match(line)
        if found and found[1] in labels:
            current = found[1]
            if current in parts:
                message = "appears twice. Keep one, and write no heading of the form in an answer."
                answers.problems.append(Problem(SHOWN, number, answers.form.name, current, message))
            parts.setdefault(current, [])
            answers.lines.setdefault(current, number)
        elif current:
            parts[current].append(line)
    answers.texts = {label: _answer(part) for label, part in parts.items()}


def _labels(form: Form) -> set[str]:
    # The agreement's heading ends the last answer.
    return {ask.label for ask in form.asks} | {"Before you send it"}


def _answer(lines: list[str]) -> str:
    """The answer without a code fence around it."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    fenced = re.fullmatch(r"(`{3,}|~{3,})[\w-]*\n(.*)\n\1", text, re.S)
    text = fenced[2].strip() if fenced else text
    return "" if text in NO_ANSWER else text


def _faults(ask: Ask, answers: Answers) -> list[Problem]:
    text = answers.text(ask)
    if ask.label not in answers.lines:
        message = f"the heading '### {ask.label}' is missing. Put it back, with an empty line and the answer below."
        return [answers.problem(ask.label, message)]
    if ask.is_required and not text:
        return [answers.problem(ask.label, "is not answered. " + _advice(ask))]
    if found := mark_fault(text):
        return [answers.problem(ask.label, found[1])]
    if len(text) > LONGEST_ANSWER:
        message = f"has {len(text):,} characters; {LONGEST_ANSWER:,} are allowed. Shorten it."
        return [answers.problem(ask.label, message)]
    return []


def _advice(ask: Ask) -> str:
    if ask.choices:
        return f"Allowed: {', '.join(ask.choices)}."
    return f"For example: {ask.example.splitlines()[0]}" if ask.example else ask.hint
