"""Macros about the files that a reader can download."""

from __future__ import annotations

from markupsafe import Markup

from ...facts.freshness import data_date
from ...facts.published import Described, describe_chart, describe_table, published_tables
from ..charts.published import published_charts
from ..context import Context
from ..downloads import CHECKSUMS, download_groups


def file_to_save(context: Context, path: str, *, text: str) -> Markup:
    """Inline. A file that the build makes, such as `cards/microsoft-pm.apkg`, to save."""
    return context.render("file_to_save.html", address=context.links.file(path), text=text)


def download_list(context: Context) -> Markup:
    """Block. Every download with its format and license; the build fills in size and checksum."""
    groups = [
        {
            "title": group["title"],
            "entries_": [
                {**entry, "address": context.links.file(entry["path"])}
                for entry in group["entries"]
            ],
        }
        for group in download_groups()
    ]
    return context.render(
        "download_list.html",
        groups=groups,
        day=data_date(context.guide),
        checksums=context.links.file(CHECKSUMS),
    )


def data_list(context: Context) -> Markup:
    """Block. Every published table and picture with its files, license and citation."""
    tables = [
        (describe_table(table), table.file if table.is_csv else f"{table.name}.json", len(rows))
        for table in published_tables()
        if len(rows := context.guide[table.name])
    ]
    charts = [
        (
            describe_chart(chart.key, chart.title, chart.description),
            f"charts/{chart.key}.csv",
            len({id(row) for row in chart.made_from}),
        )
        for _, chart in published_charts(context.guide)
    ]
    groups = [("Tables", tables), ("Pictures", charts)]
    return context.render(
        "data_list.html",
        groups=[
            (title, [_entry(context, *entry) for entry in entries]) for title, entries in groups
        ],
    )


def _entry(context: Context, described: Described, path: str, rows: int) -> dict[str, object]:
    stem = path.rpartition(".")[0]
    is_chart = path.startswith("charts/")
    files = [
        (path.rpartition(".")[2].upper(), f"data/{path}"),
        ("metadata", f"data/{stem}.metadata.json"),
        *([] if is_chart else [("schema", f"data/schemas/{stem}.schema.json")]),
    ]
    return {
        "described": described,
        "name": f"chart-{stem.rpartition('/')[2]}" if is_chart else stem,
        "rows": rows,
        "files": [(name, file, context.links.file(file)) for name, file in files],
        "citation": described.citation(data_date(context.guide), "").rstrip(),
        "cited_file": f"data/{path}",
    }
