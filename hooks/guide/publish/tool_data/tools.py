"""The tools themselves: where each one is, for the page that shows a reader's saved records."""

from __future__ import annotations

from typing import Any

from ...pages.links import address_below_site
from ...rows.loading import Guide


def tool_list(guide: Guide) -> list[dict[str, Any]]:
    """One entry a tool: id, name and the address of its page below the site."""
    return [
        {"id": tool.id, "name": tool.name, "page": address_below_site(tool.page)}
        for tool in guide["study-tools"].values()
    ]
