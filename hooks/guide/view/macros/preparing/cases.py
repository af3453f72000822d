"""Macros for cases: what is known, what is asked, model answers, and sums computed from their inputs."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ....facts.sums import all_worked, filled, is_given, number, shown, spelled
from ....rows.models.preparing.cases import Case, CaseAnswer, CaseNumbers
from ...components import inert
from ...context import Context
from ..evidence import choice
from ..loops import TRACKS


def case_number(context: Context, numbers_id: str, line: str, *, column: int = 1) -> str:
    """Inline. One number of a sum, as its table prints it."""
    return number(numbers_id, line, column, context.guide["case-numbers"])


def case_numbers(context: Context, numbers_id: str) -> Markup:
    """Block. A sum of a case: given numbers, and the results computed from them."""
    return numbers_table(context, context.guide["case-numbers"][numbers_id])


def case_list(context: Context, *, track: str) -> Markup:
    """Block. The cases of a track: what each trains, and how long it takes."""
    choice("track", track, TRACKS)
    cases = [row for row in context.guide["cases"].values() if row.track == track]
    return context.render("case_list.html", cases=cases)


def case_file(context: Context, case_id: str) -> str:
    """Block. A whole case under headings: question, facts, curveballs, strong answer, rubric and model answers."""
    case = context.guide["cases"][case_id]
    facts = [row for row in context.guide["case-facts"].values() if row.case == case.id]
    parts = [
        _part("The question", "question", context.render("case_question.html", case=case)),
        _part("What is known", "facts", context.render("case_facts.html", facts=facts)),
        _part("Curveballs", "curveballs", context.render("case_curveballs.html", case=case)),
        _part("What a strong answer covers", "strong", _strong(context, case)),
    ]
    answers = [row for row in context.guide["case-answers"].values() if row.case == case.id]
    if answers:
        parts.append(_part("Answers at three levels", "answers", _answers(context, answers)))
    return "\n" + "\n\n".join(parts) + "\n"


def numbers_table(context: Context, numbers: CaseNumbers) -> Markup:
    """A sum as a table that fits a phone: labels with how each result comes about, and the numbers beside them."""
    tables = context.guide["case-numbers"]
    results = tables.once(all_worked)[numbers.id]
    lines = [
        (
            line,
            spelled(numbers, line, tables),
            [shown(value, line) for value in results[line.key]],
            is_given(line),
        )
        for line in numbers.lines
    ]
    sourced = [line.sources for line in numbers.lines if line.sources]
    shared = [source for sources in sourced for source in sources] if len(sourced) > 2 else []
    return context.render("case_numbers.html", numbers=numbers, lines=lines, shared=shared)


def _part(heading: str, anchor: str, html: str) -> str:
    return f"## {inert(heading)} {{#{anchor}}}\n\n{html}"


def _strong(context: Context, case: Case) -> Markup:
    sums = context.guide["case-numbers"]
    tables = [numbers_table(context, sums[key]) for key in case.numbers]
    covers = [filled(text, sums) for text in case.strong_answer]
    say = filled(case.say, sums) if case.say else None
    return context.render("case_strong.html", case=case, covers=covers, say=say, tables=tables)


def _answers(context: Context, answers: Sequence[CaseAnswer]) -> Markup:
    def say(text: str) -> str:
        return filled(text, context.guide["case-numbers"])

    shown = [
        (
            row,
            [say(text) for text in row.answer],
            [(say(p.asks), say(p.reply)) for p in row.probes],
        )
        for row in answers
    ]
    return context.render("case_answers.html", answers=shown)
