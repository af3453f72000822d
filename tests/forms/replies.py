"""What the guide replies to a filled form, with all rules or with few."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from guide.check.rules import RULES
from guide.forms.drafts import Sent
from guide.forms.ready_rows import Checker, ReadyRow, copy_with, problems_of_a_copy
from guide.forms.replies import Reply, reply
from guide.pages.reading import read_pages
from guide.rows.loading import load_guide
from guide.rows.problems import Problem

from tests.forms.bodies import GOOD, body_of
from tests.guides import PROJECT

ISSUE = "https://github.com/o/r/issues/7"
SENT = Sent(dt.date(2026, 11, 20), ISSUE)
EDIT = "https://github.com/o/r/edit/main/"
PASTE = re.compile(
    r"^`(data/\S+)`, (?:at the end|in place of the row on line (\d+)).*?:\n\n(`{3,})\w+\n(.*?)\n\3$",
    re.M | re.S,
)


def answered(body: str, problems_with: Checker = problems_of_a_copy) -> Reply:
    return reply(body, PROJECT, SENT, EDIT, problems_with)


def no_rules(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """For tests of the source that comes with a row: the rules take two seconds, and others prove that they speak."""
    return []


def rules_on_rows(rows: list[ReadyRow], root: Path) -> list[Problem]:
    """For tests of what the rules say of a row: pages are read and not rendered, which takes most of the time."""
    with copy_with(rows, root) as copy:
        guide, pages = load_guide(copy), tuple(read_pages(copy))
        about_rows = [rule for rule in RULES if ".rules.rows." in rule.__module__]
        return [*guide.problems, *(found for rule in about_rows for found in rule(guide, pages))]


def changed(stem: str, problems_with: Checker = problems_of_a_copy, **answers: str) -> Reply:
    """The reply to a good form with some answers changed, by label with `_` for spaces; "" takes one out."""
    named = {label.replace("_", " "): text for label, text in answers.items()}
    whole = {label: text for label, text in (GOOD[stem] | named).items() if text}
    return answered(body_of(stem, whole), problems_with)
