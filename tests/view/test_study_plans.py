"""A study plan gives each reader the hours of their own track."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from guide.facts.freshness import data_date
from guide.pages.links import Links
from guide.rows.loading import Guide
from guide.rows.problems import UnknownName
from guide.view.components import Components
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import COMPONENTS, guide_of, row

TASKS = [
    ("both-60", "both", 60),
    ("pm-30", "pm", 30),
    ("pmm-90", "pmm", 90),
    ("other-45", "both", 45),
]


@pytest.fixture
def plan(tmp_path: Path) -> Context:
    """Two weeks of a plan, and one of another; `pages` holds the page that the tasks name."""
    tasks = [
        row("checklist", id=name, track=track, minutes=minutes, order=order)
        for order, (name, track, minutes) in enumerate(TASKS, start=1)
    ]
    weeks = [
        row("study-plans", id="second", week=2, tasks=["other-45"]),
        row("study-plans", id="first", tasks=["both-60", "pm-30", "pmm-90"]),
        row("study-plans", id="else", weeks=4, tasks=["pmm-90"]),
    ]
    guide = guide_of(tmp_path, checklist=tasks, study_plans=weeks)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("# Page\n")
    return _context(guide, tmp_path)


def _context(guide: Guide, root: Path) -> Context:
    return Context(guide, Components(COMPONENTS), Links(root / "docs", "page.md"), data_date(guide))


def cells(html: str) -> list[list[str]]:
    root = html5lib.parse(html, namespaceHTMLElements=False)
    lines = root.findall(".//tbody/tr")
    return [[_text(cell) for cell in line] for line in lines]


def _text(cell: Element) -> str:
    """What a cell says, without the label that phones show beside it."""
    hidden = "".join(e.text or "" for e in cell.iter() if e.get("aria-hidden") == "true")
    return "".join(cell.itertext()).removeprefix(hidden).strip()


def test_hours_count_the_tasks_of_a_track_and_those_of_both(plan: Context) -> None:
    weeks = cells(MACROS["study_plan"](plan, weeks=2))
    assert [(week[0], *week[-2:]) for week in weeks] == [
        ("Week 1", "1.5", "2.5"),
        ("Week 2", "0.8", "0.8"),
    ]


def test_each_plan_has_its_own_weeks(plan: Context) -> None:
    assert [week[-2:] for week in cells(MACROS["study_plan"](plan, weeks=4))] == [["0.0", "1.5"]]


@pytest.mark.parametrize("weeks", [3, "2", None])
def test_a_plan_of_another_length_is_unknown(plan: Context, weeks: object) -> None:
    with pytest.raises(UnknownName, match=r"unknown plan length .* Allowed: 2, 4, 8\."):
        MACROS["study_plan"](plan, weeks=weeks)


def test_every_plan_of_the_guide_has_as_many_weeks_as_it_says(real_guide: Guide) -> None:
    for weeks in (2, 4, 8):
        rows = [row for row in real_guide["study-plans"].values() if row.weeks == weeks]
        assert sorted(row.week for row in rows) == list(range(1, weeks + 1))


def test_whom_to_ask_is_said_in_words(context: Context) -> None:
    shown = unescape(str(MACROS["questions_to_ask"](context)))
    assert "hiring manager" in shown
    assert "cross-functional partner" in shown
