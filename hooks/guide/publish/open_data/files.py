"""The files below `data/` on the site: rows, metadata, schemas, and the package that names them all."""

from __future__ import annotations

import json
from typing import Any

from ...facts.freshness import data_date
from ...facts.published import GUIDE, published_tables
from ...rows.loading import Guide
from ...rows.models import Source
from ...rows.schemas import schema_files
from .resources import Resource, chart_resources, table_path, table_resources

LICENSES = {
    "CC-BY-4.0": {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
}
NO_LICENSE = "None known: the figures are others', and we hold no right in them."


def data_files(guide: Guide, site_url: str) -> dict[str, str]:
    """The text of each file by its path below the site."""
    resources = [*table_resources(guide), *chart_resources(guide)]
    files = {f"data/{resource.path}": resource.text for resource in resources}
    for resource in resources:
        described = metadata(guide, resource, site_url)
        files[f"data/{metadata_path(resource.path)}"] = _json(described)
    for path, text in schema_files(guide.root).items():
        if path.suffix == ".json":
            files[f"data/schemas/{path.name}"] = text
    files["data/datapackage.json"] = _json(package(guide, resources, site_url))
    return files


def linkable_paths() -> list[str]:
    """The files that text may link to, known without their content: the package and each table."""
    return [f"data/{name}" for name in ("datapackage.json", *map(table_path, published_tables()))]


def metadata_path(path: str) -> str:
    """`charts/rounds.metadata.json` beside `charts/rounds.csv`."""
    return f"{path.rpartition('.')[0]}.metadata.json"


def metadata(guide: Guide, resource: Resource, site_url: str) -> dict[str, Any]:
    """What a reader must know of one file before using it."""
    described, day = resource.described, data_date(guide)
    address = f"{site_url}data/{resource.path}"
    return {
        "title": described.title,
        "description": described.description,
        "file": address,
        "rows": resource.count,
        "unit": described.unit or "words",
        "per": described.per or "row",
        "data_of": day.isoformat(),
        "processing": described.processing,
        "caveats": list(described.caveats),
        "license": described.license or NO_LICENSE,
        "citation": described.citation(day, address),
        "sources": [
            _source(guide.sources[key]) for key in resource.sources if key in guide.sources
        ],
        **(
            {"drawn_on": f"{site_url}{resource.page.removesuffix('.md')}/"} if resource.page else {}
        ),
    }


def package(guide: Guide, resources: list[Resource], site_url: str) -> dict[str, Any]:
    """The Data Package: every file with its schema. Each file names its license; there is none for all."""
    return {
        "profile": "data-package",
        "name": "microsoft-pm-and-pmm",
        "title": GUIDE,
        "homepage": site_url,
        "version": data_date(guide).isoformat().replace("-", "."),
        "resources": [_packaged(resource) for resource in resources],
    }


def _packaged(resource: Resource) -> dict[str, Any]:
    described = resource.described
    return {
        "name": resource.path.rpartition(".")[0].replace("/", "-"),
        "title": described.title,
        "description": described.description,
        "path": resource.path,
        "profile": "tabular-data-resource",
        "format": "csv" if resource.is_csv else "json",
        "mediatype": "text/csv" if resource.is_csv else "application/json",
        "encoding": "utf-8",
        **({"licenses": [LICENSES[described.license]]} if described.license else {}),
        "schema": resource.schema,
    }


def _source(source: Source) -> dict[str, Any]:
    address = source.url or source.original_address
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.speaker,
        "published": source.published,
        "retrieved": source.retrieved.isoformat(),
        "grade": source.grade,
        "read_on_a_copy": source.was_copied,
        "address": address,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
