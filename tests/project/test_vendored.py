"""The published libraries that the site ships are the ones whose versions and checksums are kept."""

from __future__ import annotations

import hashlib
import json
import runpy

from tests.guides import PROJECT

ASSETS = "overrides/assets/"


def listed_sums() -> dict[str, str]:
    """The checksum of each file by its path: {"overrides/assets/tools/vendor/lit.js": "..."}."""
    lines = (PROJECT / ".ci/vendored.sha256").read_text(encoding="utf-8").splitlines()
    return {path: checksum for checksum, path in (line.split() for line in lines)}


VENDOR = runpy.run_path(str(PROJECT / ".ci/vendor.py"))


def libraries() -> list[dict[str, str]]:
    return VENDOR["libraries"]()


def test_every_file_is_as_it_was_fetched() -> None:
    changed = [
        path
        for path, checksum in listed_sums().items()
        if hashlib.sha256((PROJECT / path).read_bytes()).hexdigest() != checksum
    ]
    assert changed == [], "edited by hand? run `make vendor`"


def test_every_library_is_shipped_with_its_license_and_says_its_version() -> None:
    sums = listed_sums()
    for library in libraries():
        module = ASSETS + library["target"]
        notice = module.rsplit("/", 1)[0] + f"/LICENSE-{library['package']}.txt"
        assert {module, notice} <= sums.keys(), library["package"]
        first = (PROJECT / module).read_text(encoding="utf-8").splitlines()[0]
        assert f"{library['package']} {library['version']}, {library['license']}" in first


def test_nothing_else_lies_among_the_vendored_files() -> None:
    folder = PROJECT / ASSETS / "tools/vendor"
    found = {path.relative_to(PROJECT).as_posix() for path in folder.iterdir()}
    assert found - listed_sums().keys() == set()


def test_dependabot_knows_every_library_and_no_other() -> None:
    package = json.loads((PROJECT / ".ci/package.json").read_text(encoding="utf-8"))
    assert sorted(package["dependencies"]) == sorted(each["package"] for each in libraries())


def test_the_list_for_people_is_the_one_of_the_files() -> None:
    sums = {path.removeprefix(ASSETS): checksum for path, checksum in listed_sums().items()}
    listed = (PROJECT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert listed == VENDOR["notices"](libraries(), sums), "run `make vendor`"
