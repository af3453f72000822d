"""What the story bank prompts with when a story is retold: rows of the pages, no text of its own."""

from __future__ import annotations

from typing import Any

from ...facts.tool_needs import RETOLD
from ...rows.loading import Guide


def story_prompts(guide: Guide) -> dict[str, Any]:
    """`aspects`: ask, pm, pmm; `examples`: story, competencies, and its angles pm and pmm."""
    aspects = (guide["role-aspects"][key] for key in RETOLD)
    return {
        "aspects": [{"ask": row.aspect, "pm": row.pm, "pmm": row.pmm} for row in aspects],
        "examples": [
            {
                "story": row.story,
                "competencies": row.competencies,
                "pm": row.pm_angle,
                "pmm": row.pmm_angle,
            }
            for row in guide["story-map-example"].values()
        ],
    }
