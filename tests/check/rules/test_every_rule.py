"""Every rule is listed and has tests of its own, and the guide itself passes it."""

from __future__ import annotations

import re
from pathlib import Path

from guide.check import rules
from guide.check.linter import check_everything

from tests.guides import PROJECT

MODULES = [
    path.relative_to(PROJECT / "hooks/guide/check/rules")
    for path in sorted((PROJECT / "hooks/guide/check/rules").rglob("*.py"))
    if path.stem != "__init__"
]
HERE = Path(__file__).parent


def test_every_rule_in_the_folders_is_listed() -> None:
    listed = {rule.__module__.rpartition(".")[2] for rule in rules.RULES}
    assert {module.stem for module in MODULES} == listed, (
        "a rule that is in none of the four lists of rules/__init__.py checks nothing: import it and add it to one"
    )


def test_every_rule_has_a_test_that_reports_and_one_that_passes() -> None:
    missing = []
    for module in MODULES:
        tests = HERE / module.parent / f"test_{module.name}"
        text = tests.read_text(encoding="utf-8") if tests.is_file() else ""
        names = " ".join(re.findall(r"^def (test_\w+)", text, re.M))
        if "reported" not in names or "pass" not in names:
            missing.append(tests.relative_to(PROJECT).as_posix())
    assert missing == [], "write what each of these rules reports, and what passes it"


def test_the_guide_keeps_every_rule() -> None:
    assert [str(problem) for problem in check_everything(PROJECT).problems] == []
