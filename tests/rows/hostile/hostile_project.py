"""A project into which a hostile pull request puts a file: what the check says of it, in time.

Texts inside rows and pages are the matter of tests/view/test_hostile_text.py and
tests/sites/test_page_grammar.py; SECURITY.md lists all of it.
"""

from __future__ import annotations

import time
from pathlib import Path

from guide.check.linter import check_everything

from tests.guides import DESCRIPTION

HEAD = f"---\ntitle: A page\ndescription: {DESCRIPTION}\ntags: [pm]\n---\n\n# A page\n"
# Nothing that someone sends in may keep the check busy; a slow machine takes a fifth of this.
SECONDS = 60
MANY = 100_000


def messages(root: Path) -> list[str]:
    """All problems of the project in `root`, within the CPU allowed, however busy the machine is."""
    start = time.process_time()
    problems = [str(problem) for problem in check_everything(root).problems]
    assert time.process_time() - start < SECONDS
    return problems
