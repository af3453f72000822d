"""Made-up answers and days for tests of the planner, and the planner over the guide's own lists."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guide.publish.tool_data.planning import plan_guide, round_list
from guide.publish.tool_data.preparing import competency_list, question_list, task_list
from guide.rows.loading import Guide
from hypothesis import strategies as st

TODAY = dt.date(2026, 11, 25)


def lists(guide: Guide) -> dict[str, Any]:
    """What the tool hands to the planner beside the answers."""
    return {
        "tasks": task_list(guide)["tasks"],
        "questions": question_list(guide),
        "rounds": round_list(guide),
        "guide": plan_guide(guide),
    }


@st.composite
def requests(draw: st.DrawFn, guide: Guide) -> dict[str, Any]:
    """What `makePlan` takes: any answers that the form lets through, with any tasks and questions already done."""
    given = lists(guide)
    off = sorted(draw(st.sets(st.integers(0, 6), max_size=5)))
    fewest_hours = (7 - len(off)) / 4  # a quarter of an hour a day is the least the form takes
    return given | {
        "done": draw(st.lists(st.sampled_from([i["id"] for i in all_items(given)]), unique=True)),
        "today": TODAY.isoformat(),
        "answers": {
            "track": draw(st.sampled_from(["pm", "pmm", "both"])),
            "loop": (TODAY + dt.timedelta(days=draw(st.integers(1, 120)))).isoformat(),
            "hours": draw(st.floats(fewest_hours, 40)),
            "off": off,
            "weak": draw(
                st.lists(st.sampled_from([c["id"] for c in competency_list(guide)]), unique=True)
            ),
        },
    }


def all_items(request: dict[str, Any]) -> list[dict[str, Any]]:
    return [*request["tasks"], *request["rounds"], *request["questions"]]


def warm_ups(request: dict[str, Any]) -> set[str]:
    """Ids of the questions that are in no plan."""
    bank = {f"question/{key}" for kind in request["guide"]["questions"] for key in kind["ids"]}
    return {question["id"] for question in request["questions"]} - bank


def wanted(request: dict[str, Any]) -> set[str]:
    """Ids of what this reader has still to do."""
    track = request["answers"]["track"]
    return {
        item["id"]
        for item in all_items(request)
        if (track == "both" or item["track"] in (track, "both"))
        and item["id"] not in request["done"]
        and item["id"] not in warm_ups(request)
    }


def sittings(plan: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """(day, item) in the order of the plan."""
    return [(day["day"], item) for day in plan["days"] for item in day["items"]]
