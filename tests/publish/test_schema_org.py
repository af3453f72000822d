"""Descriptions for search engines have the shape that schema.org asks for, and say what the rows say."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from guide.publish.schema_org import DATASET_FILES, descriptions
from guide.rows.loading import Guide

from tests.guides import PROJECT

SITE = "https://example.org/guide/"
TYPES = {
    "index.md": [],
    "pay/levels.md": ["BreadcrumbList"],
    "reference/faq.md": ["BreadcrumbList"],
    "reference/glossary.md": ["BreadcrumbList"],
    "pay/method.md": ["BreadcrumbList", "Dataset"],
}
# What each type must have: what schema.org's examples and search engines' documentation require.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Organization": {"name"},
    "Place": {"name"},
    "PropertyValue": {"name", "unitText"},
}


def described(guide: Guide, path: str) -> list[dict[str, Any]]:
    crumbs = [("Guide", SITE)]
    if path != "index.md":
        crumbs.append(("A page", f"{SITE}{path.removesuffix('.md')}/"))
    return descriptions(guide, path, crumbs, SITE)


def of_type(guide: Guide, path: str, kind: str) -> dict[str, Any]:
    (found,) = [d for d in described(guide, path) if d["@type"] == kind]
    return found


def objects(value: Any) -> list[dict[str, Any]]:
    """Every typed object inside a description, itself included."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item)]
    if not isinstance(value, dict):
        return []
    return [value, *(found for item in value.values() for found in objects(item))]


def addresses(value: dict[str, Any]) -> list[str]:
    names = ("item", "url", "contentUrl", "license")
    return [o[name] for o in objects(value) for name in names if name in o]


@pytest.mark.parametrize("path", TYPES)
def test_each_page_has_its_descriptions(real_guide: Guide, path: str) -> None:
    found = described(real_guide, path)
    assert [description["@type"] for description in found] == TYPES[path]
    assert {description["@context"] for description in found} <= {"https://schema.org"}
    assert (PROJECT / "docs" / path).is_file()


@pytest.mark.parametrize("path", TYPES)
def test_each_object_has_what_its_type_requires(real_guide: Guide, path: str) -> None:
    for found in objects(described(real_guide, path)):
        assert set(found) >= REQUIRED[found["@type"]]
        assert all(value not in ("", None, [], {}) for value in found.values())


@pytest.mark.parametrize("path", TYPES)
def test_every_address_is_absolute_and_the_whole_is_json(real_guide: Guide, path: str) -> None:
    found = described(real_guide, path)
    assert json.loads(json.dumps(found)) == found
    for address in (address for description in found for address in addresses(description)):
        assert urlsplit(address).scheme == "https" and urlsplit(address).netloc


def test_crumbs_are_counted_from_one(real_guide: Guide) -> None:
    steps = of_type(real_guide, "pay/levels.md", "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Guide", SITE),
        (2, "A page", f"{SITE}pay/levels/"),
    ]


def test_the_data_set_describes_files_that_exist(real_guide: Guide) -> None:
    found = of_type(real_guide, "pay/method.md", "Dataset")
    assert 50 <= len(found["description"]) <= 5000
    files = [download["contentUrl"].removeprefix(SITE) for download in found["distribution"]]
    assert files == [f"data/{name}.csv" for name in DATASET_FILES]
    assert all((PROJECT / file).is_file() for file in files)
    assert {download["encodingFormat"] for download in found["distribution"]} == {"text/csv"}
    first, last = found["temporalCoverage"].split("/")
    assert first < last == found["dateModified"][:4]
