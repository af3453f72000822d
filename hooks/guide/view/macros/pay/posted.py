"""Macros about the base ranges that Microsoft's posts print."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ....facts import pay
from ....facts.freshness import spoken_period
from ....facts.labels import TRACK_NAMES
from ....facts.wording import dollars, plural
from ....rows.models import PostedRange
from ...charts import posted_chart
from ...context import Context
from ..evidence import choice
from ..tables import Cell, dated, statement, table
from ..tracks import TrackedRows


def posted_gap(context: Context, code: str) -> str:
    """Inline. How far the PMM top lies below the PM top at a code, US range: `13%`."""
    pairs = {pair.code: pair for pair in pay.posted_pairs(context.guide)}
    return f"{pairs[choice('code', code, pairs)].gap_percent}%"


def posted_range_chart(context: Context) -> Markup:
    """Block. The posted base ranges of both tracks by code, in both places, as a picture and as a table."""
    chart, rows = posted_chart(context.guide)
    cells = [[row.code, bar.label] for row in rows for bar in row.bars]
    data = table(context, f"{chart.title}: the data", ["Code", "Range"], cells, made_from=None)
    return context.render("posted_chart.html", chart=chart, rows=rows, data=data)


def posted_pay_comparison(context: Context) -> Markup:
    """Block. PM beside PMM at each code that posts of both tracks print, with the gap between the tops."""
    pairs = pay.posted_pairs(context.guide)
    rows = [
        [
            pair.code,
            _ends(pair.pm.us),
            f"{_ends(pair.pmm.us)} ({pair.pmm.us.discipline})",
            f"{pair.gap_percent}% below",
            f"{pair.pm.us.posts}\u00a0and\u00a0{pair.pmm.us.posts}",
            dated(context, "posted-ranges", pair.pmm.us.as_of, pair.pmm.us.source),
        ]
        for pair in pairs
    ]
    columns = ["Code", "PM, US", "PMM, US", "PMM top against PM top", "Posts", "Seen"]
    made_from = [base.us for pair in pairs for base in (pair.pm, pair.pmm)]
    caption = "Posted base a year, PM beside PMM"
    return table(context, caption, columns, rows, kind="posted-pairs", made_from=made_from)


def posted_ranges(context: Context) -> Markup:
    """Block. The posted base ranges of both tracks by code, as posts of one collection print them."""
    found = {track: pay.posted_bases(context.guide, track) for track in TRACK_NAMES}
    bases = [base for of_track in found.values() for base in of_track]
    rows = [_base_cells(context, base) for base in bases]
    tracks = [track for track, of_track in found.items() for _ in of_track]
    columns = [
        "Usual title",
        "Code as printed",
        "US, base a year",
        "San Francisco and New York",
        "Posts",
        "Seen",
    ]
    return table(
        context,
        "Base pay in Microsoft job posts",
        columns,
        TrackedRows(rows, tracks, "range"),
        kind="posted",
        made_from=[base.us for base in bases],
    )


def _base_cells(context: Context, base: pay.PostedBase) -> list[Cell]:
    return [
        base.us.title,
        f"{base.us.discipline} {base.code}",
        _ends(base.us),
        _ends(base.metro),
        str(base.us.posts),
        dated(context, "posted-ranges", base.us.as_of, base.us.source),
    ]


def range_history(context: Context, *, family: str) -> Markup:
    """Block. How the ranges of each code moved, for disciplines that share their ranges."""
    choice("family", family, pay.FAMILIES)
    editions = pay.range_editions(context.guide, family)
    rows = [_edition_cells(context, edition) for edition in editions]
    columns = [
        "Code and time",
        "US, base a year",
        "Top against the one before",
        "Confidence and sources",
    ]
    made_from = [row for edition in editions for row in edition.rows]
    caption = f"How posted ranges moved, {family}"
    return table(context, caption, columns, rows, kind="posted", made_from=made_from)


def _edition_cells(context: Context, edition: pay.Edition) -> list[Cell]:
    sources = list(dict.fromkeys(row.source for row in edition.rows))
    return [
        f"{edition.code}, {spoken_period(edition.seen)}",
        f"{dollars(edition.low)} to {dollars(edition.high)}",
        _rise(edition),
        statement(context, _confidence(edition.rows), sources),
    ]


def other_posted_ranges(context: Context) -> Markup:
    """Block. Every posted range in the data, folded: other disciplines, older and newer ones."""
    every: Sequence[PostedRange] = context.guide["posted-ranges"].all
    rows = [
        [
            row.title,
            context.render("post_code.html", row=row),
            row.discipline or "–",
            pay.REGION_LABEL[row.region],
            _ends(row),
            row.note or "–",
            dated(context, "posted-ranges", row.as_of, row.source),
        ]
        for row in every
    ]
    columns = ["Post", "Code", "Discipline", "Where", "Base a year", "Note", "Seen"]
    listing = table(context, "All posted ranges", columns, rows, kind="posted", made_from=None)
    summary = f"All {plural(len(every), 'range')}, with other disciplines"
    sources = list(dict.fromkeys(row.source for row in every))
    return context.render(
        "folded_rows.html", summary=summary, listing=listing, rows=every, sources=sources
    )


def _ends(row: PostedRange) -> str:
    return f"{dollars(row.low)} to {dollars(row.high)}"


def _rise(edition: pay.Edition) -> str:
    if edition.rise_percent is None:
        return "–"
    return f"{edition.rise_percent:+d}%" if edition.rise_percent else "unchanged"


def _confidence(rows: Sequence[PostedRange]) -> str:
    """The highest confidence among the rows: one sure row is enough."""
    order = ("high", "medium", "low-medium", "low")
    return min((row.confidence for row in rows), key=order.index)
