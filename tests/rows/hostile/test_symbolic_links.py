"""A link is refused, wherever in the project it is and wherever it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rows.hostile.hostile_project import messages

LINKED = "is a symbolic link. Links are refused, because they can publish files from outside the project."


@pytest.mark.parametrize(
    "place", ["docs/x.md", "docs/pay", "data/claims.yml", "data/schemas", "overrides/assets", "overrides/x.js"]
)  # fmt: skip
@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../no-such-file"])
def test_a_link_out_of_the_project_is_refused(root: Path, place: str, target: str) -> None:
    (root / "overrides").mkdir()
    link = root / place
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    assert [text for text in messages(root) if text.startswith(f"{place}:1")] == [
        f"{place}:1\n    {LINKED}"
    ]


def test_folders_that_are_links_are_refused_whole(root: Path) -> None:
    (root / "overrides").symlink_to("/etc")
    assert messages(root) == [f"overrides:1\n    {LINKED}"]
