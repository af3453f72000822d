"""Three readers' plans, checked in whole so that people can read them, and the lists that the planner's own tests use.

Run `PYTHONPATH=hooks .venv/bin/python -m tests.scripts.fixed_plans` to write them anew, then read what changed as a
coach would.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from guide.facts.labels import CATEGORIES
from guide.rows.loading import Guide, load_guide

from tests.guides import PROJECT
from tests.scripts.conftest import NODE, TOOLS
from tests.scripts.planning import TODAY, lists

PLANS = Path(__file__).parent / "plans"
LISTS = PROJECT / "tests/js/tools/study-plan/lists.json"
READERS: dict[str, dict[str, Any]] = {
    "pm-14-days-7-hours": {"track": "pm", "loop": "2026-12-09", "hours": 7},
    "pmm-21-days-6-hours": {"track": "pmm", "loop": "2026-12-16", "hours": 6},
    "pm-5-days-7-hours": {"track": "pm", "loop": "2026-11-30", "hours": 7},
}
PLAN = """
import {{ makePlan }} from {planner};
import {{ planAsMarkdown }} from {files};
import {{ leftOut }} from {out};
const {{ request, words }} = {given};
const plan = makePlan(request);
const out = {{ ...leftOut(plan, [], request), questions: [] }};
process.stdout.write(planAsMarkdown({{ ...plan, loop: request.answers.loop, done: [], words, out }}));
"""


def without_words(given: dict[str, Any]) -> dict[str, Any]:
    """The lists as plain data without texts and pages: what the planner decides by."""
    plain = json.loads(json.dumps(given))
    for item in [*plain["tasks"], *plain["rounds"]]:
        del item["text"], item["page"]
    return plain


def plan_of(guide: Guide, reader: dict[str, Any]) -> str:
    """The plan of one reader as the Markdown that the tool saves."""
    given = lists(guide)
    words = {item["id"]: {"text": item["text"]} for item in [*given["tasks"], *given["rounds"]]}
    # By its kind: a question that is added to the bank should change no plan that was read.
    words |= {
        f"question/{row.id}": {"text": CATEGORIES[row.category]}
        for row in guide["questions"].values()
    }
    answers = {"off": [], "weak": [], **reader}
    request = {**given, "done": [], "today": TODAY.isoformat(), "answers": answers}
    script = PLAN.format(
        planner=json.dumps((TOOLS / "study-plan/planner.js").as_uri()),
        files=json.dumps((TOOLS / "study-plan/files.js").as_uri()),
        out=json.dumps((TOOLS / "study-plan/left-out.js").as_uri()),
        given=json.dumps({"request": request, "words": words}),
    )
    command = [str(NODE), "--input-type=module"]
    return subprocess.run(command, input=script, text=True, check=True, capture_output=True).stdout


def written(guide: Guide) -> dict[Path, str]:
    """Every file and its text."""
    plans = {PLANS / f"{name}.md": plan_of(guide, reader) for name, reader in READERS.items()}
    return plans | {LISTS: json.dumps(without_words(lists(guide)), separators=(",", ":")) + "\n"}


if __name__ == "__main__":
    for path, text in written(load_guide(PROJECT)).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
