"""Rows that break `years_and_grants_stay_apart`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import years_and_grants_stay_apart

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

ARTICLE_BASE = row("article-figures", id="b", low=350000, high=350000)
ARTICLE_GRANT = row(
    "article-figures", id="g", metric="stock", low=420000, high=420000, per="four-year-grant"
)
MIXED = row(
    "article-figures",
    id="t",
    metric="total",
    low=770000,
    high=770000,
    per="year-plus-four-year-grant",
    base="b",
    grant="g",
    restated_per_year=455000,
)
BROKEN: dict[str, tuple[Tables, str]] = {
    "total for a grant": (
        {"compensation": [row("compensation", per="four-year-grant")]},
        "data/compensation.csv:2: pm-64-total / per\n"
        "    a total is pay for a year, not per 'four-year-grant'.\n"
        "    try:  per: year",
    ),
    "mixed total that is restated wrongly": (
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "restated_per_year": 770000}]},
        "data/article-figures.csv:4: t / restated_per_year\n"
        "    770000 is not one year of base plus a quarter of the grant.\n"
        "    try:  restated_per_year: 455000",
    ),
    "mixed total that is not restated": (
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "restated_per_year": ""}]},
        "data/article-figures.csv:4: t / restated_per_year\n"
        "    None is not one year of base plus a quarter of the grant.\n"
        "    try:  restated_per_year: 455000",
    ),
    "mixed total that is not its parts": (
        {"article_figures": [ARTICLE_BASE, ARTICLE_GRANT, {**MIXED, "low": 760000}]},
        "data/article-figures.csv:4: t / low\n"
        "    760000 is not 350000 plus 420000.\n"
        "    try:  low: 770000",
    ),
    "mixed total without its parts": (
        {"article_figures": [ARTICLE_BASE, {**MIXED, "grant": "gone"}]},
        "data/article-figures.csv:3: t / base\n"
        "    a mixed total names the ids of the base and the grant it adds.",
    ),
    "a plain figure that is restated": (
        {"article_figures": [{**ARTICLE_BASE, "restated_per_year": 1}]},
        "data/article-figures.csv:2: b / restated_per_year\n    only a mixed total is restated.",
    ),
    "mixed total whose base is for a grant": (
        {
            "article_figures": [
                {**ARTICLE_BASE, "per": "four-year-grant"},
                ARTICLE_GRANT,
                MIXED,
            ]
        },
        "data/article-figures.csv:4: t / base\n"
        "    'b' is per 'four-year-grant'. The base is per 'year'.",
    ),
    "mixed total whose grant is for a year": (
        {"article_figures": [ARTICLE_BASE, {**ARTICLE_GRANT, "per": "year"}, MIXED]},
        "data/article-figures.csv:4: t / grant\n"
        "    'g' is per 'year'. The grant is per 'four-year-grant'.",
    ),
}
GOOD: dict[str, Tables] = {
    "years and grants": {
        "article_figures": [ARTICLE_BASE, ARTICLE_GRANT, MIXED],
        "compensation": [row("compensation", metric="stock", per="four-year-grant")],
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(years_and_grants_stay_apart, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(years_and_grants_stay_apart, guide_of(tmp_path, **tables)) == []
