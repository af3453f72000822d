"""Structured data for search engines: schema.org descriptions as JSON.

Source of the property names: https://schema.org/BreadcrumbList and /Dataset. FAQPage and DefinedTermSet are left out:
search engines no longer show them, and they took 5 to 7 kB a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..facts.freshness import data_date
from ..rows.loading import Guide

Described = dict[str, Any]
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
DATASET_FILES = ("pay-aggregates", "compensation", "posted-ranges", "offer-guidelines")


def descriptions(
    guide: Guide, path: str, crumbs: Sequence[tuple[str, str]], site_url: str
) -> list[Described]:
    """The descriptions of the page at `path` (below docs/). `crumbs` are names and absolute addresses, home first."""
    found = [breadcrumbs(crumbs)] if len(crumbs) > 1 else []
    if path == "pay/method.md":
        found.append(dataset(guide, site_url))
    return found


def breadcrumbs(crumbs: Sequence[tuple[str, str]]) -> Described:
    """The path from the home page to this one."""
    steps = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}


def dataset(guide: Guide, site_url: str) -> Described:
    """The pay data: what is measured, for when and where, and the files."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Microsoft PM and PMM pay evidence",
        "description": "Published and self-reported pay figures, posted ranges and leaked guidelines, each row with "
        "source, date and what it is per. Aggregates only.",
        "license": LICENSE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "The guide's contributors"},
        "temporalCoverage": f"2017/{data_date(guide).year}",
        "spatialCoverage": {"@type": "Place", "name": "United States"},
        "dateModified": data_date(guide).isoformat(),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": name, "unitText": "USD per year"}
            for name in ("base pay", "stock", "cash bonus", "total pay")
        ],
        "distribution": [_download(f"{site_url}data/{name}.csv") for name in DATASET_FILES],
    }


def _download(address: str) -> Described:
    return {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": address}
