"""What an offer is compared with: dated pay figures by track and level, guidelines and posted ranges."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from typing import Any

from ....facts.pay import (
    AGGREGATE_TITLE,
    REGION_LABEL,
    STATISTIC_LABEL,
    aggregates,
    has_spread,
    nearest_bases,
    negotiation_tally,
    newest_observations,
)
from ....facts.pay.posted import DISCIPLINES
from ....facts.tool_needs import SCRIPTS, UNKNOWNS
from ....rows.loading import Guide
from ....rows.models import Guideline, Level, PayAggregate
from .rules import dated, sources_beside_rules

TRACKS = ("pm", "pmm")
METRICS = ("base", "total")
# Parts whose rise is counted in accounts of people who asked.
NEGOTIABLE_PARTS = ("stock", "sign-on", "base")
# Besides the title of the track itself: marketing holds more than product marketing, the tag is few people.
REPORT_TITLES = {
    "pm": (AGGREGATE_TITLE["pm"],),
    "pmm": (AGGREGATE_TITLE["pmm"], "product-marketing-tag"),
}
REPORTS_LABEL = {
    "product-manager": "Self-reports by product managers",
    "marketing": "Self-reports in all marketing roles",
    "product-marketing-tag": "Of these, reports tagged product marketing (most say only Product)",
}
POINTS = ("p10", "p25", "median", "p75", "p90")
GUIDELINE_PARTS = {
    "base": "main_base_per_year",
    "base_high_cost": "high_cost_base_per_year",
    "on_hire": "on_hire_stock_per_four_year_grant",
    "annual": "annual_stock_per_five_year_grant",
    "sign_on": "sign_on_once",
    "bonus": "bonus_percent_of_base",
}


def offer_evidence(guide: Guide) -> dict[str, Any]:
    """`levels` to choose from; `guidelines` by level; `reports` and `newest` by track, metric and level; `posted`."""
    evidence: dict[str, Any] = {
        "levels": [_level(row) for row in guide["levels"].values()],
        "guidelines": {
            key: _guideline(guide, row) for key, row in guide["offer-guidelines"].items()
        },
        "reports": _reports(guide),
        "newest": _newest(guide),
        "posted": _posted(guide),
        "moved": {part: asdict(negotiation_tally(guide, part)) for part in NEGOTIABLE_PARTS},
        "scripts": {row_id: guide["negotiation-scripts"][row_id].say for row_id in SCRIPTS},
        "unknowns": {row_id: guide["unknowns"][row_id].unknown for row_id in UNKNOWNS},
    }
    dated_rows = (evidence[kind] for kind in ("reports", "newest", "posted"))
    rows = [*evidence["guidelines"].values(), *chain.from_iterable(dated_rows)]
    return {**evidence, "sources": sources_beside_rules(guide, (row["source"] for row in rows))}


def _level(row: Level) -> dict[str, Any]:
    return {
        "level": row.level,
        "band": row.band,
        "pm": row.pm_title or "",
        "pmm": row.pmm_title or "",
        "code": row.job_post_code or "",
    }


def _guideline(guide: Guide, row: Guideline) -> dict[str, Any]:
    ends = {
        part: [getattr(row, f"{field}_low"), getattr(row, f"{field}_high")]
        for part, field in GUIDELINE_PARTS.items()
    }
    return {
        **ends,
        "confidence": row.confidence,
        "source": row.source,
        **dated(guide, "offer-guidelines", row.as_of),
    }


def _reports(guide: Guide) -> list[dict[str, Any]]:
    return [
        _report(guide, track, metric, row)
        for track in TRACKS
        for metric in METRICS
        for title in REPORT_TITLES[track]
        for row in aggregates(guide, title, metric).values()
    ]


def _report(guide: Guide, track: str, metric: str, row: PayAggregate) -> dict[str, Any]:
    return {
        "track": track,
        "metric": metric,
        "level": int(row.level),
        "who": REPORTS_LABEL[row.title],
        "n": row.n,
        "small": row.is_small_sample,
        "points": {
            point: getattr(row, point)
            for point in (POINTS if has_spread(row.n) else ("median",))
            if getattr(row, point)
        },
        "source": row.source,
        **dated(guide, "pay-aggregates", row.period),
    }


def _newest(guide: Guide) -> list[dict[str, Any]]:
    return [
        {
            "track": track,
            "metric": metric,
            "level": level,
            "value": row.value,
            "statistic": STATISTIC_LABEL[row.statistic],
            "n": row.n,
            "source": row.source,
            **dated(guide, "compensation", row.as_of),
        }
        for track in TRACKS
        for metric in METRICS
        for level, row in newest_observations(guide, track, metric).items()
    ]


def _posted(guide: Guide) -> list[dict[str, Any]]:
    """The ranges of both tracks by code and place. Those of managers equal them, so they are left out."""
    return [
        {
            "track": track,
            "code": base.code,
            "discipline": row.discipline,
            # The nearest discipline, where no post of the track's own prints the code.
            "nearest": "" if row.discipline == DISCIPLINES[track][0] else row.title,
            "region": row.region,
            "place": REGION_LABEL[row.region],
            "low": row.low,
            "high": row.high,
            "confidence": row.confidence,
            "source": row.source,
            **dated(guide, "posted-ranges", row.as_of),
        }
        for track in TRACKS
        for base in nearest_bases(guide, track).values()
        if base.code.startswith("IC")
        for row in (base.us, base.metro)
    ]
