"""The planner keeps to the hours, keeps the order, and loses nothing."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from typing import Any

import pytest
from guide.rows.loading import Guide, load_guide
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.guides import PROJECT
from tests.scripts.conftest import Call
from tests.scripts.fixed_plans import PLANS, READERS
from tests.scripts.fixed_plans import plan_of as plan_text
from tests.scripts.planning import TODAY, all_items, lists, requests, sittings, wanted

GUIDE: Guide = load_guide(PROJECT)
FIRST = "task/write-to-the-recruiter"
some = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def plan_of(call: Call, request: dict[str, Any]) -> dict[str, Any]:
    return call("study-plan/planner.js", "makePlan", request)


def minutes_by(plan: dict[str, Any], key: Any) -> dict[Any, int]:
    sums: dict[Any, int] = defaultdict(int)
    for day, item in sittings(plan):
        sums[key(day, item)] += item["minutes"]
    return sums


@some
@given(request=requests(GUIDE))
def test_no_week_gets_more_than_was_given(call: Call, request: dict[str, Any]) -> None:
    plan, answers = plan_of(call, request), request["answers"]
    by_week = minutes_by(plan, lambda day, _: dt.date.fromisoformat(day).isocalendar()[:2])
    assert max(by_week.values(), default=0) <= answers["hours"] * 60


@some
@given(request=requests(GUIDE))
def test_days_off_the_past_and_the_loop_stay_free(call: Call, request: dict[str, Any]) -> None:
    for day, _ in sittings(plan_of(call, request)):
        assert TODAY.isoformat() <= day < request["answers"]["loop"]
        assert dt.date.fromisoformat(day).weekday() not in request["answers"]["off"]


@some
@given(request=requests(GUIDE))
def test_everything_is_planned_left_out_or_for_later(call: Call, request: dict[str, Any]) -> None:
    plan = plan_of(call, request)
    planned = {item["id"] for _, item in sittings(plan)}
    everything = Counter([*planned, *plan["left"], *plan["later"]])
    assert everything == Counter(wanted(request))


@some
@given(request=requests(GUIDE))
def test_sums_add_up(call: Call, request: dict[str, Any]) -> None:
    plan = plan_of(call, request)
    full = {item["id"]: item["minutes"] for item in all_items(request)}
    by_item = minutes_by(plan, lambda _, item: item["id"])
    assert by_item == {key: full[key] for key in by_item}
    assert sum(by_item.values()) == plan["minutes"] <= plan["capacity"]
    for key in by_item:
        parts = [item for _, item in sittings(plan) if item["id"] == key]
        assert [p["part"] for p in parts] == list(range(1, len(parts) + 1))
        assert {p["parts"] for p in parts} == {len(parts)}


@some
@given(request=requests(GUIDE))
def test_tasks_keep_the_order_of_the_checklist(call: Call, request: dict[str, Any]) -> None:
    special = request["guide"]["tasks"]  # what opens a plan, and what is not cut, has its own place
    free = [task for task in request["tasks"] if task["id"] not in {*special, FIRST}]
    place = {task["id"]: at for at, task in enumerate(free)}
    phase = {task["id"]: task["phase"] for task in request["tasks"]}
    planned = [(day, item["id"]) for day, item in sittings(plan_of(call, request))]
    order = [place[key] for _, key in planned if key in place]
    assert order == sorted(order)
    loop = dt.date.fromisoformat(request["answers"]["loop"])
    last = [day for day, key in planned if phase.get(key) == "final-week"]
    assert all((loop - dt.date.fromisoformat(day)).days <= 7 for day in last)


@some
@given(request=requests(GUIDE))
def test_the_same_answers_give_the_same_plan(call: Call, request: dict[str, Any]) -> None:
    assert plan_of(call, request) == plan_of(call, request)


@some
@given(request=requests(GUIDE), days=st.integers(1, 60), data=st.data())
def test_planning_again_loses_nothing(
    call: Call, request: dict[str, Any], days: int, data: st.DataObject
) -> None:
    first = plan_of(call, request)
    later = (TODAY + dt.timedelta(days=days)).isoformat()
    past = [item["id"] for day, item in sittings(first) if day < later]
    done = data.draw(st.lists(st.sampled_from(past), unique=True)) if past else []
    again = request | {"today": later, "done": [*request["done"], *done]}
    second = plan_of(call, again)
    found = {item["id"] for _, item in sittings(second)} | {*second["left"], *second["later"]}
    before = {item["id"] for _, item in sittings(first)} | {*first["left"], *first["later"]}
    assert before == found | set(done)
    assert all(day >= later for day, _ in sittings(second))


def request_for(**answers: Any) -> dict[str, Any]:
    usual = {"track": "pm", "loop": "2027-01-20", "hours": 5, "off": [], "weak": []}
    return lists(GUIDE) | {
        "done": [],
        "today": TODAY.isoformat(),
        "answers": usual | answers,
    }


def test_enough_hours_hold_every_task_round_and_question(call: Call) -> None:
    plan = plan_of(call, request_for(hours=20))
    rounds = {one["id"] for one in lists(GUIDE)["rounds"]}
    assert set(plan["left"]) <= rounds  # past twenty-four, rest gives more than another round


def test_every_task_before_the_loop_has_a_place_among_the_priorities() -> None:
    given = lists(GUIDE)
    ranked = {task for row in given["guide"]["priorities"] for task in row["tasks"]}
    tasks = {task["id"] for task in given["tasks"] if task["phase"] != "after"}
    rehearsed = {key for key, special in given["guide"]["tasks"].items() if special["kinds"]}
    assert tasks - rehearsed <= ranked


@pytest.mark.parametrize("reader", READERS)
def test_the_plan_of_a_fixed_reader_is_the_one_that_was_read(reader: str) -> None:
    again = "PYTHONPATH=hooks .venv/bin/python -m tests.scripts.fixed_plans"
    expected = (PLANS / f"{reader}.md").read_text(encoding="utf-8")
    changed = f"The plan of {reader} has changed. Run `{again}`, and read it as a coach would."
    assert plan_text(GUIDE, READERS[reader]) == expected, changed


def test_spare_time_is_spread_and_leaves_no_empty_weeks(call: Call) -> None:
    plan = plan_of(call, request_for(hours=20))
    days = [dt.date.fromisoformat(day["day"]) for day in plan["days"]]
    gaps = [(after - before).days for before, after in itertools.pairwise(days)]
    assert max(gaps) <= 7


@pytest.mark.parametrize(
    ("answers", "field", "what"),
    [
        ({"loop": ""}, "loop", "If you have none yet"),
        ({"loop": "2026-11-25"}, "loop", "The loop is today"),
        ({"loop": "2026-11-20"}, "loop", "The loop is over"),
        ({"loop": "2028-01-01"}, "loop", "more than a year away"),
        ({"hours": 0}, "hours", "above 0"),
        ({"hours": 41}, "hours", "up to 40"),
        ({"off": [0, 1, 2, 3, 4, 5, 6]}, "off", "Every day is a day off"),
        ({"hours": 1}, "off", "Take more days off"),
        ({"loop": "2026-11-27", "off": [2, 3]}, "off", "Every day before the loop is a day off"),
    ],
)
def test_answers_that_make_no_plan_are_explained(
    call: Call, answers: dict[str, Any], field: str, what: str
) -> None:
    given_answers = request_for(**answers)["answers"]
    problems = call("study-plan/answers.js", "problemsWith", given_answers, TODAY.isoformat())
    assert [problem["field"] for problem in problems] == [field]
    assert what in problems[0]["what"]


def test_usual_answers_have_no_problems(call: Call) -> None:
    usual = request_for()["answers"]
    assert call("study-plan/answers.js", "problemsWith", usual, TODAY.isoformat()) == []
