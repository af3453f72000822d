"""The pairs of the self-assessment, as columns A and B: the tool names no track before the end."""

from __future__ import annotations

from typing import Any

from ...rows.loading import Guide


def assessment_rows(guide: Guide) -> list[dict[str, Any]]:
    """One entry a pair, in the order of the table: id, theme, statements a (PM) and b (PMM), points, why."""
    return [
        {
            "id": row.id,
            "theme": row.theme,
            "a": row.pm_statement,
            "b": row.pmm_statement,
            "points": row.weight,
            "why": row.why,
        }
        for row in sorted(guide["self-assessment"].values(), key=lambda row: row.order)
    ]
