"""The rules that every workflow keeps, as functions over its text; each rule has a text that breaks it."""

import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.exits.building import SECONDS

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+(\.\d+){2}$")

Workflow = dict[str, Any]


def documented_targets(help_text: str) -> set[str]:
    """The targets that `make help` lists: {"serve", "test", ...}."""
    return set(re.findall(r"^  make ([a-z][a-z-]*) ", help_text, flags=re.MULTILINE))


def load(text: str) -> Workflow:
    """Every scalar as text, so that `on` stays a key and `true` a word."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def steps(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    """(job id, step) for every step."""
    for job_id, job in workflow["jobs"].items():
        for step in job["steps"]:
            yield job_id, step


def undocumented_runs(text: str, targets: set[str]) -> list[str]:
    """Each `run:` that is more, or less, than one call of a documented target."""
    calls = {f"make {target}" for target in targets}
    return [
        f"{job}: {step['run']}"
        for job, step in steps(load(text))
        if step.get("run", "") not in calls | {""}
    ]


def unpinned_uses(text: str) -> list[str]:
    """Each `uses:` without a full commit id and the version it stands for."""
    lines = re.findall(r"^\s*(?:- )?uses:\s*(.*?)\s*$", text, flags=re.MULTILINE)
    missed = len([step for _, step in steps(load(text)) if "uses" in step]) - len(lines)
    return [line for line in lines if not PINNED.match(line)] + [
        "a uses: in another notation"
    ] * missed


def wide_permissions(text: str) -> list[str]:
    """The top level grants nothing; each job says what it needs."""
    workflow = load(text)
    top = [] if workflow.get("permissions") == {} else ["top level: permissions must be {}"]
    jobs = workflow["jobs"].items()
    return top + [
        f"{name}: no permissions of its own"
        for name, job in jobs
        if not isinstance(job.get("permissions"), dict)
    ]


def jobs_without_timeout(text: str) -> list[str]:
    return [
        name
        for name, job in load(text)["jobs"].items()
        if not job.get("timeout-minutes", "").isdigit()
    ]


def careless_checkouts(text: str) -> list[str]:
    """Checkouts that leave the token in the work tree."""
    return [
        job
        for job, step in steps(load(text))
        if step.get("uses", "").startswith("actions/checkout@")
        and step.get("with", {}).get("persist-credentials") != "false"
    ]


def jobs_outside_all_green(text: str) -> list[str]:
    """Jobs that could fail without turning `all-green` red; those that say they may fail are left out."""
    jobs = load(text)["jobs"]
    needed = set(jobs["all-green"]["needs"])
    return [
        name
        for name, job in jobs.items()
        if name != "all-green" and name not in needed and job.get("continue-on-error") != "true"
    ]


@pytest.fixture(scope="module")
def targets() -> set[str]:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    return documented_targets(done.stdout)


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow_text(request: pytest.FixtureRequest) -> str:
    return request.param.read_text(encoding="utf-8")


def test_there_are_workflows() -> None:
    assert {path.name for path in WORKFLOWS} >= {"check.yml", "publish.yml"}


def test_make_help_lists_every_target_for_people(targets: set[str]) -> None:
    declared = re.search(
        r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert declared is not None
    assert targets == set(declared.group(1).split())


def test_every_run_is_one_documented_target(workflow_text: str, targets: set[str]) -> None:
    assert undocumented_runs(workflow_text, targets) == []


def test_every_action_is_pinned(workflow_text: str) -> None:
    assert unpinned_uses(workflow_text) == []


def test_permissions_are_granted_by_job_only(workflow_text: str) -> None:
    assert wide_permissions(workflow_text) == []


def test_every_job_has_a_timeout(workflow_text: str) -> None:
    assert jobs_without_timeout(workflow_text) == []


def test_the_guide_for_maintainers_states_when_each_job_is_cut_off() -> None:
    text = (ROOT / "MAINTAINING.md").read_text(encoding="utf-8")
    stated = re.findall(r"^\| `(make [a-z-]+)` \| .* \| (\d+) min \|$", text, flags=re.M)
    workflow = load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    limits = {
        step["run"]: workflow["jobs"][job]["timeout-minutes"]
        for job, step in steps(workflow)
        if "run" in step
    }
    assert len(stated) == 5
    assert dict(stated) == {command: limits[command] for command, _ in stated}


def test_a_build_that_is_too_slow_for_exits_is_reported_before_the_job_is_cut_off() -> None:
    workflow = load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    rounds = 2  # the guide, then the guide with a bad row
    assert int(workflow["jobs"]["exits"]["timeout-minutes"]) * 60 > rounds * SECONDS + 120


def test_no_checkout_keeps_the_token(workflow_text: str) -> None:
    assert careless_checkouts(workflow_text) == []


def test_all_green_waits_for_every_job_that_must_pass() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert jobs_outside_all_green(text) == []


def test_make_ci_runs_every_target_that_a_pull_request_runs() -> None:
    """`make -n ci` prints what it would do; each target is known by the recipe that only it has."""
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    # What runs after a failure only helps to fix it.
    always = [step for _, step in steps(load(text)) if step.get("if") != "failure()"]
    ran = {step["run"] for step in always if "run" in step} - {"make all-green"}
    assert ran > {"make test"}
    planned = recipe("ci")
    assert {target for target in ran if not recipe(target.split()[1]) <= planned} == set()


def recipe(target: str, *options: str) -> set[str]:
    """The lines that a target would run."""
    command = ["make", "--dry-run", *options, target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(
    ("target", "asks"), [("check", False), ("test", False), ("books", False), ("test-long", True)]
)
def test_what_only_the_slow_proofs_ask_is_installed_for_them_alone(target: str, asks: bool) -> None:
    """Ace, Lighthouse and what they need are 235 packages and most of the megabytes."""
    afresh = recipe(target, "--always-make")
    assert any("npm" in line and " ci " in line for line in afresh)
    assert any("cd .ci/clients" in line for line in afresh) is asks


# Jobs that may write run on events that anyone can cause: they install nothing, and fetch nothing that others made.
def test_the_preview_takes_nothing_from_the_run_that_started_it() -> None:
    text = (ROOT / ".github" / "workflows" / "preview.yml").read_text(encoding="utf-8")
    [(_, checkout), (_, comment)] = steps(load(text))
    assert checkout["with"] == {"persist-credentials": "false"}  # no `ref`: the default branch
    assert comment["run"] == "make preview-comment"
    assert "pip" not in "".join(recipe("preview-comment"))


def test_labels_run_nothing_but_githubs_own_action() -> None:
    text = (ROOT / ".github" / "workflows" / "labels.yml").read_text(encoding="utf-8")
    [(_, only)] = steps(load(text))
    assert only.keys() == {"uses"} and only["uses"].startswith("actions/labeler@")


def test_jobs_that_may_write_import_nothing_that_would_have_to_be_installed() -> None:
    modules = (ROOT / "maintaining" / "github").glob("*.py")
    imported = re.findall(
        r"^(?:from|import) ([\w]+)", "".join(p.read_text() for p in modules), re.M
    )
    assert set(imported) - {"maintaining"} <= sys.stdlib_module_names


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test-long" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "`make test`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_shards_of_the_slow_proofs_hold_all_of_them() -> None:
    """A slow test in a folder that no shard names would never run on GitHub."""
    slow = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"mark\.long|quick_and_slow\(", path.read_text(encoding="utf-8"))
    } - {Path(__file__).relative_to(ROOT).as_posix()}
    assert slow, "nothing is marked as long, so this test proves nothing"
    workflow = load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    parts = workflow["jobs"]["test-long"]["strategy"]["matrix"]["part"]
    assert [path for path in sorted(slow) if not path.startswith(tuple(parts))] == []
    assert [part for part in parts if not any(path.startswith(part) for path in slow)] == []


# A workflow that keeps every rule; each case below breaks one.
GOOD = f"""
permissions: {{}}
jobs:
  test:
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@{"0123456789" * 4} # v7.0.1
        with:
          persist-credentials: false
      - run: make test
  all-green:
    needs: [test]
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - run: make test
"""


def all_findings(text: str) -> list[str]:
    return [
        *undocumented_runs(text, {"test", "build"}),
        *unpinned_uses(text),
        *wide_permissions(text),
        *jobs_without_timeout(text),
        *careless_checkouts(text),
        *jobs_outside_all_green(text),
    ]


def test_a_good_workflow_has_no_finding() -> None:
    assert all_findings(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("run: make test\n  all", "run: make secret\n  all", "test: make secret"),
        ("run: make test\n  all", "run: make test build\n  all", "test: make test build"),
        ("run: make test\n  all", "run: pytest\n  all", "test: pytest"),
        ("run: make test\n  all", "run: make test; echo\n  all", "test: make test; echo"),
        (" # v7.0.1", "", f"actions/checkout@{'0123456789' * 4}"),
        ("# v7.0.1", "# v7", f"actions/checkout@{'0123456789' * 4} # v7"),
        ("0123456789" * 4, "v7", "actions/checkout@v7 # v7.0.1"),
        ("- uses:", '- "uses":', "a uses: in another notation"),
        ("permissions: {}", "permissions: read-all", "top level: permissions must be {}"),
        ("permissions: {}", "name: x", "top level: permissions must be {}"),
        ("permissions:\n      contents", "env:\n      contents", "test: no permissions of its own"),
        ("timeout-minutes: 5\n", "name: x\n", "test"),
        ("persist-credentials: false", "fetch-depth: 1", "test"),
        ("needs: [test]", "needs: []", "test"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_found(old: str, new: str, finding: str) -> None:
    broken = GOOD.replace(old, new, 1)
    assert broken != GOOD
    assert finding in all_findings(broken)


def test_a_checkout_without_any_setting_is_found() -> None:
    broken = GOOD.replace("        with:\n          persist-credentials: false\n", "")
    assert careless_checkouts(broken) == ["test"]


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ('{"a": {"result": "success"}, "b": {"result": "success"}}', []),
        (
            '{"a": {"result": "success"}, "b": {"result": "failure"}}',
            ["b: failure, and only success counts"],
        ),
        ('{"a": {"result": "skipped"}}', ["a: skipped, and only success counts"]),
        ('{"a": {"result": "cancelled"}}', ["a: cancelled, and only success counts"]),
        ("{}", ["NEEDS_JSON names no job. Give the job that runs this a `needs:` list."]),
    ],
)
def test_all_green_counts_success_only(needs: str, said: list[str]) -> None:
    failures = runpy.run_path(str(ROOT / ".ci" / "all_green.py"))["failures"]
    assert failures(needs) == said


@pytest.mark.parametrize("needs", ["", "{"])
def test_all_green_without_json_is_an_error(needs: str) -> None:
    done = subprocess.run(
        ["make", "all-green"],
        cwd=ROOT,
        env={**os.environ, "NEEDS_JSON": needs},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "NEEDS_JSON is not JSON" in done.stderr
