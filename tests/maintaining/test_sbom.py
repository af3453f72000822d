"""The list of what the site is made of is whole, valid, and the same each time."""

from __future__ import annotations

import json
from importlib.metadata import version

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from maintaining.sbom import sbom
from tests.guides import PROJECT

THEME = version("mkdocs-material")


def listed() -> dict[str, dict]:
    components = json.loads(sbom(PROJECT))["components"]
    return {component["bom-ref"]: component for component in components}


def test_it_is_valid_cyclonedx() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom(PROJECT)) is None


def test_it_is_the_same_each_time() -> None:
    assert sbom(PROJECT) == sbom(PROJECT)


def test_it_separates_what_readers_get_from_what_only_builds() -> None:
    required = {name for name, each in listed().items() if each["scope"] == "required"}
    versions = json.loads((PROJECT / ".ci/package.json").read_text(encoding="utf-8"))
    assert required == {
        f"pypi:mkdocs-material@{THEME}",
        *(f"npm:{name}" for name in versions["dependencies"]),
    }
    builders = [each for each in listed().values() if each["name"] == "mkdocs"]
    assert [each["scope"] for each in builders] == ["excluded"]


def test_a_vendored_file_is_known_by_its_checksum_and_license() -> None:
    lit = listed()["npm:lit"]
    assert lit["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert lit["hashes"][0]["content"] in (PROJECT / ".ci/vendored.sha256").read_text("utf-8")
