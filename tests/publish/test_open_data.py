"""The data that others can take along: files, what is said of each, and the package that names them all."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from guide.facts.published import GUIDE, published_tables
from guide.publish.open_data import data_files
from guide.rows.loading import Guide
from guide.rows.tables import TABLES
from guide.view.charts.published import published_charts
from guide.view.context import Context
from guide.view.macros.downloads import data_list
from guide.view.macros.loops import loop_comparison
from guide.view.macros.pay.compensation import compensation_chart
from guide.view.macros.pay.posted import posted_range_chart
from guide.view.macros.posts import CHART_TRACKS, post_themes

from tests.guides import PROJECT

SITE = "https://guide.example/"
LEFT_OUT = {"synonyms", "reader-questions", "reader-paths", "retired-ids", "study-tools"}
REQUIRED = {"title", "unit", "per", "sources", "processing", "caveats", "citation", "license"}


@pytest.fixture
def kept_limit() -> Iterator[None]:
    """Frictionless raises the size of a cell for the whole process, so an endless one would be read afterward."""
    limit = csv.field_size_limit()
    yield
    csv.field_size_limit(limit)


@pytest.fixture(scope="module")
def files(real_guide: Guide) -> dict[str, str]:
    return data_files(real_guide, SITE)


@pytest.fixture(scope="module")
def package(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["data/datapackage.json"])
    return found


def test_every_table_but_those_of_the_search_is_published(files: dict[str, str]) -> None:
    assert {table.name for table in published_tables()} == {t.name for t in TABLES} - LEFT_OUT
    for table in published_tables():
        suffix = "csv" if table.is_csv else "json"
        assert f"data/{table.name}.{suffix}" in files
        assert f"data/{table.name}.metadata.json" in files
        assert f"data/schemas/{table.name}.schema.json" in files


def test_tables_of_numbers_are_the_files_of_the_project(files: dict[str, str]) -> None:
    for table in (table for table in published_tables() if table.is_csv):
        assert files[f"data/{table.file}"].encode() == (PROJECT / "data" / table.file).read_bytes()


def test_each_picture_brings_the_rows_that_it_draws_and_no_others(
    real_guide: Guide, files: dict[str, str]
) -> None:
    charts = published_charts(real_guide)
    assert {chart.key for _, chart in charts} >= {
        "rounds",
        "asked-pm-pmm",
        "pm-total",
        "pmm-total",
        "posted-base",
    }
    for page, chart in charts:
        rows = list(csv.DictReader(io.StringIO(files[f"data/charts/{chart.key}.csv"])))
        assert len(rows) == len({id(row) for row in chart.made_from})
        assert (PROJECT / "docs" / page).is_file()
        if chart.key == "posted-base":
            assert [row["id"] for row in rows] == [row.key for row in chart.made_from]
            assert {row["table"] for row in rows} == {"posted-ranges"}
            assert len(rows) < len(real_guide["posted-ranges"])


def test_each_file_says_how_it_was_made_and_how_to_cite_it(files: dict[str, str]) -> None:
    described = {
        path: json.loads(text) for path, text in files.items() if path.endswith("metadata.json")
    }
    assert len(described) > 40
    for path, metadata in described.items():
        assert metadata.keys() >= REQUIRED, path
        assert metadata["citation"].startswith(metadata["title"])
        assert metadata["file"] in metadata["citation"]
        assert metadata["caveats"], path
        # A comma in a list between brackets had parted a sentence in two.
        assert all(caveat[0].isupper() and caveat[-1] == "." for caveat in metadata["caveats"]), (
            path
        )
        assert metadata["file"].removeprefix(SITE) in files
    ranges = described["data/posted-ranges.metadata.json"]
    assert (ranges["unit"], ranges["per"]) == ("US dollars", "year")
    assert {source["id"] for source in ranges["sources"]} >= {"posts-us-2025"}
    assert all(source["retrieved"] for source in ranges["sources"])
    assert described["data/charts/rounds.metadata.json"]["drawn_on"] == f"{SITE}loops/side-by-side/"


def test_our_files_have_a_license_and_others_have_none(
    files: dict[str, str], package: dict[str, Any]
) -> None:
    assert "licenses" not in package
    licensed = {r["name"] for r in package["resources"] if "licenses" in r}
    others = {"pay-aggregates", "compensation", "posted-ranges", "offer-guidelines", "job-posts"}
    assert not licensed & (others | {"charts-pm-total", "charts-posted-ranges"})
    assert licensed >= {"questions", "loops", "charts-rounds"}
    described = json.loads(files["data/pay-aggregates.metadata.json"])["license"]
    assert described.startswith("None known")


def test_the_package_states_no_size_and_no_hash(package: dict[str, Any]) -> None:
    # A JSON table is written anew by every tool that reads it.
    assert not {key for r in package["resources"] for key in r} & {"bytes", "hash"}
    assert len({r["name"] for r in package["resources"]}) == len(package["resources"])


def test_the_name_in_a_citation_is_that_of_the_site() -> None:
    assert f'site_name: "{GUIDE}"' in (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")


def test_the_page_lists_every_file_with_its_license_and_citation(
    context: Context, package: dict[str, Any]
) -> None:
    html = unescape(data_list(context))
    for resource in package["resources"]:
        assert f'href="../../data/{resource["path"]}"' in html, resource["path"]
    assert html.count('class="copy-text"') == len(package["resources"])
    assert "No license known" in html and "CC BY 4.0" in html
    titles = re.findall(r"<strong>(.*?)</strong>", html)
    assert {"AI facts", "FAQ", "Loop reports"} <= {*titles}
    assert [title for title in titles if re.search(r"\b(Ai|Faq|Pmm?)\b", title)] == []


@pytest.mark.long
@pytest.mark.usefixtures("kept_limit")
def test_the_package_is_valid_for_other_tools(files: dict[str, str], tmp_path: Path) -> None:
    import frictionless

    written(files, tmp_path)
    report = frictionless.validate(str(tmp_path / "data/datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:10]


@pytest.mark.long
@pytest.mark.usefixtures("kept_limit")
def test_a_row_that_breaks_its_schema_is_found(files: dict[str, str], tmp_path: Path) -> None:
    import frictionless

    first, row, *rest = files["data/posted-ranges.csv"].split("\n")
    at = first.split(",").index("low")
    cells = next(csv.reader([row]))
    broken = io.StringIO()
    csv.writer(broken, lineterminator="").writerow([*cells[:at], "much", *cells[at + 1 :]])
    spoilt = {**files, "data/posted-ranges.csv": "\n".join([first, broken.getvalue(), *rest])}
    written(spoilt, tmp_path)
    report = frictionless.validate(str(tmp_path / "data/datapackage.json"))
    assert [task.name for task in report.tasks if task.errors] == ["posted-ranges"]


def written(files: dict[str, str], folder: Path) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")


def test_each_picture_leads_to_its_files_and_its_citation(
    context: Context, files: dict[str, str]
) -> None:
    drawn = [
        compensation_chart(context, track="pm"),
        compensation_chart(context, track="pm", metric="base"),
        compensation_chart(context, track="pmm"),
        posted_range_chart(context),
        loop_comparison(context),
        *(post_themes(context, track=track) for track in CHART_TRACKS),
    ]
    keys = {chart.key for _, chart in published_charts(context.guide)}
    for html in map(unescape, drawn):
        (key,) = re.findall(r'href="../../data/charts/([a-z-]+)\.csv"', html)
        assert f"data/charts/{key}.csv" in files
        assert f'href="../../data/charts/{key}.metadata.json"' in html
        assert f"/data/#data-chart-{key}" in html
        keys.discard(key)
    assert not keys
