"""Two builds of one commit give the same bytes: in other folders, on other days, for other people.

So anybody can build the site anew and find out whether the published one is made of these sources and nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from maintaining.publishing.compressing import compress_files
from tests.built.site import BUILD_SECONDS, SITE_URL
from tests.sites.tiny_site import GUIDE_PARTS, PROJECT, snapshot

pytestmark = pytest.mark.long

# Read by Python as it starts, before anything can have looked at the clock.
CLOCK = """import os, time_machine
time_machine.travel(float(os.environ["FAKE_NOW"])).start()
"""
COMMIT = "0123456789" * 4


@dataclass(frozen=True)
class Place:
    """Who builds, where and when. `now` counts seconds since 1970."""

    folder: str
    now: int
    umask: int
    environment: dict[str, str]
    is_reversed: bool = False


TODAY = int(time.time())
FIVE_YEARS = 5 * 365 * 86_400
HERE = Place("a", TODAY, 0o022, {"TZ": "Etc/GMT+11", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
# Five years later and a day ahead, with an old locale and a private umask; files were copied in another order.
THERE = Place(
    "deep/er folder/ñ", TODAY + FIVE_YEARS, 0o077,
    {"TZ": "Etc/GMT-14", "LC_ALL": "C", "LANGUAGE": "de", "PYTHONHASHSEED": "2", "HOME": "/nonexistent"},
    is_reversed=True,
)  # fmt: skip


def copied(place: Place, base: Path) -> Path:
    """The guide's sources in the folder of a place."""
    root = base / place.folder
    for part in GUIDE_PARTS:
        source = PROJECT / part
        files = [source] if source.is_file() else [p for p in source.rglob("*") if p.is_file()]
        for path in sorted(files, reverse=place.is_reversed):
            if "__pycache__" not in path.parts:
                target = root / path.relative_to(PROJECT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (place.now, place.now))
    return root


def environment_of(place: Place, clock: Path) -> dict[str, str]:
    """The environment of a build there; in the folder `clock`, Python finds what sets its clock."""
    clock.mkdir(exist_ok=True)
    (clock / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    inherited = {
        name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")
    }
    return {
        **inherited,
        "PYTHONPATH": str(clock),
        "FAKE_NOW": str(place.now),
        "SITE_URL": SITE_URL,
        "SOURCE_COMMIT": COMMIT,
        "NO_MKDOCS_2_WARNING": "1",
        **place.environment,
    }


def built(place: Place, base: Path) -> dict[str, bytes]:
    """Every file that is published from there, with the compressed copies that `make publish` adds."""
    root = copied(place, base)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / "mkdocs.yml")],
        cwd=base,
        env=environment_of(place, base / "clock"),
        umask=place.umask,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=BUILD_SECONDS,
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")
    compress_files(root / "site/loops")  # the whole site would take a minute
    return snapshot(root / "site")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, bytes], ...]]:
    yield tuple(built(place, tmp_path_factory.mktemp("build")) for place in (HERE, THERE))


def test_two_builds_of_one_commit_give_the_same_bytes(both: tuple[dict[str, bytes], ...]) -> None:
    first, second = both
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_compressed_files_are_compared_too(both: tuple[dict[str, bytes], ...]) -> None:
    assert {"sitemap.xml.gz", "loops/pm/index.html.gz", "loops/pm/index.html.br"} <= set(both[0])


def test_the_faked_clock_is_the_one_that_a_build_sees(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    code = "import datetime, time; print(datetime.date.today(), time.gmtime().tm_year)"
    environment = {"PYTHONPATH": str(tmp_path), "FAKE_NOW": "1956527999", "TZ": "Etc/GMT-14"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True
    )
    assert done.stdout.split() == [b"2032-01-01", b"2031"]
