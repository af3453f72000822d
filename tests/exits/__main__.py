"""`make exits`: build the guide with MkDocs, ProperDocs and Zensical, finish it, and compare what a reader gets.

Material for MkDocs reaches its end of life. The guide can leave at any time, to ProperDocs (the continuation of MkDocs
1.x, which takes the same theme, plugins and hooks) or to Zensical (the successor by Material's authors, which takes the
same mkdocs.yml but runs no hooks; `guide finish` does their work). For each page the words, the targets of its links,
its anchors and its head must be equal, and so must every file. What Zensical is known to lack is listed in comparing.py
and tested on every run. Exit code 1: something differs that is not in that list, or a bad row does not stop a build.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.exits.building import MKDOCS, PROPERDOCS, ZENSICAL, Copy, Failure, TooSlow
from tests.exits.comparing import (
    ASPECTS,
    ZENSICAL_FILES,
    ZENSICAL_LACKS,
    Built,
    differences,
    read_site,
)

BUILDERS = (MKDOCS, PROPERDOCS, ZENSICAL)


def main() -> int:
    """Prints the comparison; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="guide-exits-") as folder, ThreadPoolExecutor() as pool:
        copies = [builder.prepare(Path(folder) / builder.module) for builder in BUILDERS]
        try:
            return compare(copies, pool)
        except TooSlow as error:
            print(error)
            return 1


def compare(copies: list[Copy], pool: ThreadPoolExecutor) -> int:
    """Builds each copy, prints how they differ, and returns the exit code."""
    for copy, done in zip(copies, pool.map(Copy.build, copies), strict=True):
        if done.returncode != 0:
            print(f"{copy.builder.release} does not build the guide:\n{done.stdout}")
            return 1
    mkdocs, properdocs, zensical = (read_site(copy.site) for copy in copies)
    failures = list(pool.map(Copy.fail, copies))
    faults = report_differences(PROPERDOCS.release, mkdocs, properdocs, frozenset())
    faults += report_differences(ZENSICAL.release, mkdocs, zensical, ZENSICAL_FILES)
    report_lacks(mkdocs, zensical, failures[-1])
    faults += report_failures(failures)
    print("\nAs expected." if not faults else f"\n{faults} unexpected results.")
    return 1 if faults else 0


def report_differences(
    release: str, ours: Built, theirs: Built, known_files: frozenset[str]
) -> int:
    """Prints where a build differs from MkDocs'; returns the number of unexpected differences."""
    found = differences(ours, theirs, known_files)
    total = sum(len(page.words) for page in ours.pages.values())
    links = sum(len(page.links) for page in ours.pages.values())
    print(f"{release} beside {MKDOCS.release}: {len(found)} unexpected differences")
    print(f"    {', '.join(ASPECTS)} of {len(ours.pages)} pages: {total} words, {links} links")
    for difference in found:
        print(f"    {difference}")
    return len(found)


def report_lacks(ours: Built, theirs: Built, failure: Failure) -> None:
    """Prints what Zensical lacks. What was fixed there is good news, and fails nothing."""
    print(f"\nWhat {ZENSICAL.release} lacks")
    width = max(len(lack.what) for lack in ZENSICAL_LACKS)
    for lack in ZENSICAL_LACKS:
        is_so = lack.still_so(ours, theirs, failure)
        mark = lack.consequence if is_so else "FIXED THERE: remove this line from comparing.py"
        print(f"    {lack.what:{width}}  {mark}")


def report_failures(failures: list[Failure]) -> int:
    """Prints how each builder takes a bad row of data; returns how many go on as if nothing were wrong."""
    print("\nA bad row in the data")
    for builder, failure in zip(BUILDERS, failures, strict=True):
        outcome = "site/ as it was" if failure.keeps_site else "site/ spoiled"
        print(f"    {builder.release:20}  exit code {failure.code}, {outcome}")
    careless = [failure for failure in failures if failure.code == 0]
    return len(careless) + sum(not failure.keeps_site for failure in failures)


if __name__ == "__main__":
    sys.exit(main())
