"""The prompt packs as files: one text each, and all of them as a skill folder in the open format of agent skills."""

from __future__ import annotations

import json

from ...rows.loading import Guide
from ...view.macros.preparing.prompts import SKILL
from ...view.prompts import Pack, prompt_packs
from ...view.prompts.markdown import inline, numbered
from ...view.prompts.packs import always
from .archives import zipped

NAME = "microsoft-interview-practice"
DESCRIPTION = (
    "Mock interviews, scoring with rubrics, cases with fact cards, role-plays, story coaching, job post analysis "
    "and negotiation practice for Microsoft PM and PMM candidates. "
    "Use when someone prepares for such an interview or offer."
)


def prompt_files(guide: Guide) -> dict[str, bytes]:
    """The bytes of each file by its path below the site."""
    packs = prompt_packs(guide)
    files = {pack.path: pack.text.encode() for pack in packs}
    folder = skill_files(packs)
    return {
        **files,
        **{
            f"prompts/{path}": text.encode()
            for path, text in folder.items()
            if path.endswith("SKILL.md")
        },
        SKILL: zipped({path: text.encode() for path, text in folder.items()}),
    }


def skill_files(packs: list[Pack]) -> dict[str, str]:
    """The text of each file of the skill folder by its path."""
    listed = [
        f"- [{inline(pack.row.title)}](references/{pack.row.id}.md): {inline(pack.row.use)}"
        for pack in packs
    ]
    lines = [
        "---",
        f"name: {NAME}",
        f"description: {json.dumps(DESCRIPTION)}",
        "license: CC-BY-4.0",
        "---",
        *("", "# Practice for Microsoft PM and PMM interviews", ""),
        "Ask what I want to practice and for which track. Then read one file below, whole, and follow it. Read a "
        "second file only when I change what I practice.",
        *("", "## Files", "", *listed),
        *("", "## Rules", "", *numbered(always())),
    ]
    references = {f"{NAME}/references/{pack.row.id}.md": pack.text for pack in packs}
    return {f"{NAME}/SKILL.md": "\n".join(lines) + "\n", **references}
