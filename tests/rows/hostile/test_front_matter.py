"""Front matter may not make the check work for ever, or hide a text from it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.guides import DESCRIPTION
from tests.rows.hostile.hostile_project import HEAD, messages


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("hide: &a [x]\ntags: [pm]", 4),
        ("tags: [pm]\nhide: *a", 5),
        ("tags: !!python/object/apply:os.system [id]", 4),
        ("tags: !!binary aGk=", 4),
    ],
)
def test_anchors_and_tags_in_front_matter_are_refused(root: Path, head: str, line: int) -> None:
    text = f"---\ntitle: A page\ndescription: {DESCRIPTION}\n{head}\n---\n"
    (root / "docs/page.md").write_text(text)
    report = f"docs/page.md:{line}\n    front matter may hold no anchor, alias or tag. Write each value out."
    assert report in messages(root)


def test_a_bomb_of_merged_keys_in_front_matter_ends_at_once(root: Path) -> None:
    """Ten keys merged ten times, nine times over: without the rule, PyYAML works on this for ever."""
    bomb = "hide:\n  a0: &a0 {x: 1}\n"
    bomb += "".join(
        f"  a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 10)
    )
    (root / "docs/page.md").write_text(f"---\ntitle: A page\n{bomb}---\n")
    start = time.process_time()
    assert any("may hold no anchor" in text for text in messages(root))
    assert time.process_time() - start < 5


def test_the_other_end_of_front_matter_hides_nothing(root: Path) -> None:
    """MkDocs also takes `...` for the end, so what follows would be the page and not front matter."""
    head = HEAD.split("---\n")[1]
    (root / "docs/page.md").write_text(
        f"---\n{head}hide:\n  - toc\n...\n\n  <img src=x onerror=alert(1)>\n---\n"
    )
    assert any("the front matter is not valid YAML" in text for text in messages(root))
