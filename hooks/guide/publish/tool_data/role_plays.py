"""The role-plays: a list for all, and a file for each, fetched when a reader chooses it."""

from __future__ import annotations

from typing import Any

from ...rows.loading import Guide

IN_LIST = {"id", "title", "track", "minutes"}
ELSEWHERE = {"track", "sources"}  # in the list; on the page, beside the card


def role_play_list(guide: Guide) -> list[dict[str, Any]]:
    """One entry a role-play: id, title, track, minutes."""
    return [play.model_dump(include=IN_LIST) for play in guide["role-plays"].values()]


def role_play_files(guide: Guide) -> dict[str, dict[str, Any]]:
    """Each role-play whole, by the name of its file: {"role-plays/region-ignores-the-message": {...}}."""
    return {
        f"role-plays/{play.id}": play.model_dump(exclude=ELSEWHERE)
        for play in guide["role-plays"].values()
    }
