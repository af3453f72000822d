"""The rows and pages that the benchmark generates are good ones, so that it measures no words of problems."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.check.linter import check_everything
from guide.publish.finish import linkable_paths

from tests.bench import generating
from tests.bench.growing import grow


def test_nothing_is_wrong_with_generated_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generating, "ROWS", 1_000)
    generating.generate(tmp_path / "many")
    assert check_everything(tmp_path / "many").problems == ()


def test_every_link_of_a_copied_page_leads_somewhere(tmp_path: Path) -> None:
    """A link that leads nowhere ends a strict build."""
    grow(tmp_path, 2)
    docs = (tmp_path / "docs").resolve()
    found = [
        (page.parent / target).resolve().relative_to(docs)
        for page in docs.glob("copy-2/**/*.md")
        for target in re.findall(r"\]\((\.\.?/[^)#\s]+)", page.read_text(encoding="utf-8"))
    ]
    # A second list of topics gives tags two links, in another order each time, so no page would be remembered.
    assert [page for page in docs.rglob("*.md") if "material/tags" in page.read_text("utf-8")] == [
        docs / "reference" / "topics.md"
    ]
    assert any(path.parts[0] == "data" for path in found)
    nowhere = {path.as_posix() for path in found if not (docs / path).exists()}
    assert nowhere <= set(linkable_paths())
