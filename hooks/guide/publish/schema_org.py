"""What search engines may read about a page: schema.org descriptions as plain data, never as markup.

Source of the property names: https://schema.org/FAQPage, /BreadcrumbList, /DefinedTermSet and /Dataset.
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
    if path == "reference/faq.md":
        found.append(faq(guide))
    if path == "reference/glossary.md":
        found.append(glossary(guide, crumbs[-1][1]))
    if path == "pay/method.md":
        found.append(dataset(guide, site_url))
    return found


def breadcrumbs(crumbs: Sequence[tuple[str, str]]) -> Described:
    """The way from the home page to this one."""
    steps = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps}


def faq(guide: Guide) -> Described:
    """All questions with their short answers."""
    questions = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": entry.answer},
        }
        for entry in guide["faq"].values()
    ]
    return {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}


def glossary(guide: Guide, address: str) -> Described:
    """The glossary's terms; `address` is the page's own."""
    terms = [
        {
            "@type": "DefinedTerm",
            "name": term.term,
            "description": term.definition,
            "url": f"{address}#term-{term.id}",
        }
        for term in guide["glossary"].values()
    ]
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Glossary of Microsoft PM and PMM terms",
        "url": address,
        "hasDefinedTerm": terms,
    }


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
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "text/csv",
                "contentUrl": f"{site_url}data/{name}.csv",
            }
            for name in DATASET_FILES
        ],
    }
