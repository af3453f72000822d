"""The data of the post decoder: signs, themes with shares, ranges over time, years, rounds and cases."""

from __future__ import annotations

from typing import Any

from ...facts.freshness import spoken_period
from ...facts.job_posts import ThemeShare, coded_posts, theme_shares, years_by_code
from ...facts.pay.posted import nearest_bases, range_editions
from ...pages.links import address_below_site
from ...rows.loading import Guide

TRACKS = ("pm", "pmm")
FAMILY = {"pm": "engineering", "pmm": "marketing"}
# The posts whose years count for a track.
POSTS = {"pm": ("pm",), "pmm": ("pmm", "field-pmm")}
ROUNDS_PAGE = {"pm": "loops/pm.md", "pmm": "loops/pmm.md"}


def post_decoder(guide: Guide) -> dict[str, Any]:
    """`signs` in the order in which they are looked for, and for each track what its posts are compared with."""
    return {
        "signs": [
            {"sign": row.sign, "words": list(row.words), "track": row.track, "code": row.code}
            for row in guide["post-signs"].values()
        ],
        "competencies": {row.id: row.name for row in guide["competencies"].values()},
        "tracks": {track: _track(guide, track) for track in TRACKS},
    }


def _track(guide: Guide, track: str) -> dict[str, Any]:
    return {
        "n": len(coded_posts(guide, track)),
        "themes": [_theme(share) for share in theme_shares(guide, track)],
        "ranges": _ranges(guide, track),
        "years": _years(guide, track),
        "rounds": [
            {"name": row.name, "minutes": [row.minutes_low, row.minutes_high]}
            for row in sorted(guide["loops"].values(), key=lambda row: row.order)
            if row.track == track
        ],
        "rounds_page": address_below_site(ROUNDS_PAGE[track]),
        "cases": [
            {
                "title": row.title,
                "page": address_below_site(row.page),
                "themes": _named_in(guide, row),
            }
            for row in guide["cases"].values()
            if row.track == track
        ],
    }


def _theme(share: ThemeShare) -> dict[str, Any]:
    theme = share.theme
    return {
        "id": theme.id,
        "name": theme.theme,
        "words": list(theme.words),
        "percent": share.percent,
        "competency": theme.competency,
        "page": address_below_site(theme.page),
    }


def _ranges(guide: Guide, track: str) -> list[dict[str, Any]]:
    """Every range of a code that was seen, oldest first: what is now the newest of a code comes last."""
    editions = range_editions(guide, FAMILY[track])
    moved = {edition.code for edition in editions}
    found = [_range(edition.code, edition, edition.seen, edition.metro) for edition in editions]
    found += [
        _range(code, base.us, base.us.as_of, base.metro)
        for code, base in nearest_bases(guide, track).items()
        if code not in moved
    ]
    return found


def _range(code: str, ends: Any, seen: str, metro: Any) -> dict[str, Any]:
    """`ends` has the `low` and the `high` of the range in the US, and so has `metro`, if the post has one."""
    return {
        "code": code,
        "low": ends.low,
        "high": ends.high,
        "seen": spoken_period(seen),
        "metro": _ends(metro),
    }


def _ends(row: Any) -> list[int] | None:
    return [row.low, row.high] if row else None


def _years(guide: Guide, track: str) -> list[dict[str, Any]]:
    return [
        {"code": line.code, "required": list(line.required), "n": len(line.posts)}
        for line in years_by_code(guide, POSTS[track])
        if line.required
    ]


def _named_in(guide: Guide, case: Any) -> list[str]:
    """The themes whose words a case's title, question or competency name: what makes it fit a post."""
    text = f"{case.title} {case.product} {case.trains} {case.question}".lower()
    return [row.id for row in guide["post-themes"].values() if any(w in text for w in row.words)]
