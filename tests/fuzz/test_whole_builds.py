"""What the check accepts is built whole: a few spoilt files at a time, in a copy of the guide, by MkDocs itself.

Or the build tells it: which places a search can open is known once the pages are there, and a row may be gone by then.

Three builds in every run of the tests, always the same; `make fuzz` makes one of new files for each 500 of its cases.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from guide.rows.tables import TABLES, Table
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from tests.built import faults
from tests.built.site import BUILD_SECONDS, BuiltSite, assert_none
from tests.fuzz.judging import Judge
from tests.fuzz.mutating import mutated_files
from tests.guides import PROJECT
from tests.sites.tiny_site import copy_of_guide

pytestmark = pytest.mark.long

CASES = int(os.environ.get("FUZZ_CASES", "0"))
BUILDS = -(-CASES // 500) or 3
# Every thirteenth table, so that thirteen builds spoil all files once.
STEP = 13
TRIES = settings(
    max_examples=80,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
REPORT = re.compile(
    r"^ERROR +- +(data/reader-questions\.yml:\d+: .+\n( .+\n)+)+\d+ problems?; nothing was published\.$",
    re.MULTILINE,
)
OF_A_PAGE = (
    *(faults.parse_errors, faults.duplicate_ids, faults.broken_references, faults.active_markup),
    *(faults.empty_values, faults.table_faults),
)


# A failing case is reported as the seed, not as the text of its files.
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize("number", range(1, BUILDS + 1))
def test_spoilt_files_that_the_check_accepts_become_good_pages(tmp_path: Path, number: int) -> None:
    seed = random.SystemRandom().getrandbits(32) if CASES else number
    judge, site = Judge(tmp_path), copy_of_guide(tmp_path / "guide")
    spoilt = dict(accepted_files(judge, TABLES[number % STEP :: STEP], random.Random(seed)))
    assert spoilt
    for table, content in spoilt.items():
        site.write(f"data/{table.file}", content)
    run = site.build("--strict", timeout=BUILD_SECONDS)
    said = f"seed {seed}, spoilt: {', '.join(table.file for table in spoilt)}"
    if run.code == 1 and REPORT.search(run.output) and not (site.root / "site").exists():
        return
    assert run.code == 0, f"{said}\n{run.output}"
    built = BuiltSite(site.root / "site", run.output)
    shown = {page.path for table in spoilt for page in judge.pages_of.get(table.name, [])}
    found = [*residue(built, b"\n".join(spoilt.values())), *faults_of_pages(built, shown)]
    assert_none([f"{said}: {fault}" for fault in found])


def accepted_files(
    judge: Judge, tables: tuple[Table, ...], chance: random.Random
) -> Iterator[tuple[Table, bytes]]:
    """One spoilt file of each table that the check accepts, beside those before it; none where none was found."""
    for table in tables:
        good = (PROJECT / "data" / table.file).read_bytes()

        def is_accepted(content: bytes, table: Table = table, good: bytes = good) -> bool:
            return content != good and judge.judge(table, content) == "shown"

        try:
            content = find(mutated_files(table, good), is_accepted, settings=TRIES, random=chance)
        except NoSuchExample:
            continue
        judge.keep(table, content)
        yield table, content


def residue(built: BuiltSite, spoilt: bytes) -> Iterator[str]:
    """What is left over in a published text and does not come from the spoilt files, which may hold anything."""
    known = spoilt.decode("utf-8")
    for name, text in built.texts().items():
        words = [word for word in faults.RESIDUE if word in text and word not in known]
        yield from (f"{name}: holds {word!r}" for word in words)


def faults_of_pages(built: BuiltSite, paths: set[str]) -> Iterator[str]:
    """Faults of the pages that show the spoilt files, by their paths below docs/."""
    for path in sorted(paths):
        url = path.removesuffix("index.md") if path.endswith("index.md") else f"{path[:-3]}/"
        for check in OF_A_PAGE:
            yield from check(built.pages[url])


def test_residue_is_found_unless_a_file_holds_it_itself(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Macro Rendering Error [[= x =]]</p>", encoding="utf-8")
    built = BuiltSite(tmp_path, "")
    assert list(residue(built, b"- id: x\n  term: '[[= x =]]'\n")) == [
        "index.html: holds 'Macro Rendering Error'"
    ]
