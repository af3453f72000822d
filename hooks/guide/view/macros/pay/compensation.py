"""Macros about levels and money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_uppercase

from markupsafe import Markup

from ....facts import pay
from ....facts.wording import dollars, plural, short_dollars
from ....rows.models import ArticleFigure, Observation
from ....rows.problems import UnknownName
from ...charts import pay_chart
from ...context import Context
from ..evidence import choice, verdict_mark
from ..loops import TRACKS
from ..tables import Cell, dated, statement, table
from ..tracks import of_track

METRICS = ("total", "base")
# How a job-post code is matched to a level, in the words of the ladder.
CODE_BASIS = {
    "offer": "printed in offers",
    "title": "printed with the title",
    "inferred": "inferred",
}


def figure(
    context: Context, row_id: str, *, statistic: str = "median", brief: bool = False
) -> Markup:
    """Inline. One figure with what it is per, its date, its sample and its source; `brief` drops the parentheses."""
    known = pay.find_figure(context.guide, row_id, statistic)
    return context.render("figure.html", figure=known, brief=brief)


def counting_rule(_context: Context, name: str) -> str:
    """Inline. One number of the rules by which the reports of 2017 to 2021 were counted. Raises UnknownName."""
    if name not in pay.COUNTING_RULES:
        raise UnknownName("rule of counting", name, pay.COUNTING_RULES)
    return pay.COUNTING_RULES[name]


def level(context: Context, level_number: int, *, number: bool = False) -> Markup:
    """Inline. `level 64` (or its number alone), linked to its step on the ladder. Raises UnknownName for others."""
    row = context.guide["levels"][str(level_number)]
    address = context.links.to("pay/levels.md", f"level-{row.level}")
    return context.render("level.html", level=row, address=address, number=number)


def level_ladder(context: Context) -> Markup:
    """Block. The ladder: levels by band with the titles of both tracks and the job-post code."""
    bands = pay.levels_by_band(context.guide)
    rows = [row for _, levels in bands for row in levels]
    return context.render("level_ladder.html", bands=bands, rows=rows, basis=CODE_BASIS)


def compensation_table(context: Context, *, track: str) -> Markup:
    """Block. Pay by level for one track: newest figures and the 2017 to 2021 reports, a year throughout."""
    choice("track", track, TRACKS)
    lines = pay.pay_lines(context.guide, track)
    rows = [_pay_cells(context, line) for line in lines]
    columns = [
        "Level",
        "Basis",
        "Base",
        "Stock a year",
        "Bonus",
        "Total a year",
        "Reports",
        "Date and source",
    ]
    caption = f"US pay a year by level, {pay.TRACK_LABEL[track]}"
    made_from = [line.row for line in lines]
    body = table(context, caption, columns, rows, kind="pay", made_from=made_from)
    return of_track(context, track, body, "pay table")


def _pay_cells(context: Context, line: pay.PayLine) -> list[Cell]:
    parts = ("base", "stock", "bonus", "total")
    return [
        str(line.level),
        line.basis,
        *(short_dollars(line.amounts.get(part)) for part in parts),
        str(line.reports or "not published"),
        dated(context, line.table, line.period, line.source),
    ]


def compensation_chart(context: Context, *, track: str, metric: str = "total") -> Markup:
    """Block. Pay by level as a picture, the article's figures marked, and the same data as a table."""
    choice("track", track, TRACKS)
    choice("metric", metric, METRICS)
    chart = pay_chart(context.guide, track, metric)
    rows = [
        [f"Level {row.level}", lane.name, lane.amounts] for row in chart.rows for lane in row.lanes
    ]
    columns = ["Level", "Source", "US dollars a year"]
    caption = f"{chart.title}: the data"
    data = table(context, caption, columns, rows, made_from=None)
    body = context.render("pay_chart.html", chart=chart, data=data, sources=chart.sources)
    return of_track(context, track, body, "pay chart")


def track_pay_comparison(context: Context) -> Markup:
    """Block. PM against marketing in the old reports: same year, same level, enough reports on both sides."""
    pairs = pay.track_pairs(context.guide)
    rows = [
        [
            f"{pair.levels}, {pair.year}",
            context.render("sample.html", aggregate=pair.pm),
            context.render("sample.html", aggregate=pair.marketing),
            f"{pair.difference_percent:+d}%",
        ]
        for pair in pairs
    ]
    columns = ["Level and year", "Product managers", "Marketing, all roles", "Marketing against PM"]
    caption = "Median total a year in the US, same year on both sides"
    made_from = [row for pair in pairs for row in (pair.pm, pair.marketing)]
    return table(context, caption, columns, rows, made_from=made_from)


def single_figures(context: Context) -> Markup:
    """Block. Every published figure that stands alone, one a row, with what it is and what to know about it.

    A note that several rows share comes before the table, under a letter; the rows name the letter.
    """
    figures = context.guide["compensation"].all
    shared = _shared_notes(figures)
    rows = [
        [
            row.title,
            str(row.level or "–"),
            _observed(context, row),
            f"See {shared[row.note]}" if row.note in shared else row.note or "–",
            dated(context, "compensation", row.as_of, row.source),
        ]
        for row in figures
    ]
    columns = ["Whose", "Level", "Figure", "Note", "Date and source"]
    notes = context.render("shared_notes.html", notes=[(at, note) for note, at in shared.items()])
    caption = "Every single figure"
    return notes + table(context, caption, columns, rows, "figures", made_from=figures)


def _shared_notes(rows: Sequence[Observation]) -> dict[str, str]:
    """The notes that several rows have, each with its letter, by their first row."""
    counts = Counter(row.note for row in rows if row.note)
    return dict(
        zip([note for note, count in counts.items() if count > 1], ascii_uppercase, strict=False)
    )


def _observed(context: Context, row: Observation) -> str:
    known = pay.find_figure(context.guide, row.id, row.statistic)
    sample = f", {plural(row.n, 'report')}" if row.n and row.unit == "USD" else ""
    return " ".join(
        f"{row.metric.capitalize()}: {known.amount} {known.per} ({known.statistic}{sample})".split()
    )


def article_figures(context: Context) -> Markup:
    """Block. The article's pay claims against the evidence, with verdicts and a corrected yearly figure."""
    rows = [_article_cells(context, row) for row in context.guide["article-figures"].values()]
    columns = [
        "The article's figure",
        "As printed",
        "Restated a year",
        "Verdict",
        "What the evidence shows",
    ]
    return table(
        context,
        "The article's pay figures against the evidence",
        columns,
        rows,
        kind="article",
        made_from=context.guide["article-figures"].all,
    )


def _article_cells(context: Context, row: ArticleFigure) -> list[Cell]:
    return [
        context.render("article_figure.html", row=row, label=pay.article_label(row)),
        pay.article_amount(row),
        dollars(row.restated_per_year),
        verdict_mark(context, row.claim, row.verdict),
        statement(context, row.evidence, _other_evidence(context, row.claim)),
    ]


def _other_evidence(context: Context, claim_id: str) -> list[str]:
    evidence = context.guide.claims[claim_id].evidence
    return [source_id for source_id in evidence if source_id != "reviewed-article"]
