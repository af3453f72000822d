"""`make exits`: build the guide with MkDocs, ProperDocs and Zensical, and compare what a reader gets.

Material for MkDocs reaches its end of life. The guide can leave at any time, to ProperDocs (the continuation of MkDocs
1.x, which takes the same theme, plugins and hooks) or to Zensical (the successor by Material's authors, which takes the
same mkdocs.yml but runs no hooks). For each page the words of the article, the targets of its links, its anchors and
its head must be equal. What Zensical is known to lack stands in comparing.py and is tested on every run. Exit code 1:
something differs that is not in that list, something in the list is no longer true, or a bad row does not stop a build.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.exits.building import MKDOCS, PROPERDOCS, ZENSICAL, Copy, Failure
from tests.exits.comparing import (
    ASPECTS,
    OWN_FILES,
    OWN_FOLDERS,
    ZENSICAL_FILES,
    ZENSICAL_LACKS,
    commented_scripts,
    differences,
)
from tests.exits.reading import Built, read_site

BUILDERS = (MKDOCS, PROPERDOCS, ZENSICAL)


def main() -> int:
    """Prints the comparison; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="guide-exits-") as folder, ThreadPoolExecutor() as pool:
        copies = [builder.prepare(Path(folder) / builder.module) for builder in BUILDERS]
        builds = list(pool.map(Copy.build, copies))
        for copy, done in zip(copies, builds, strict=True):
            if done.returncode != 0:
                print(f"{copy.builder.release} does not build the guide:\n{done.stdout}")
                return 1
        mkdocs, properdocs, zensical = (read_site(copy.site) for copy in copies)
        failures = list(pool.map(Copy.fail, copies))
    faults = report_differences(PROPERDOCS.release, mkdocs, properdocs, set())
    own = {
        name for name in mkdocs.files if name.startswith(OWN_FOLDERS) or name.endswith(OWN_FILES)
    }
    known_files = ZENSICAL_FILES | own | commented_scripts(mkdocs, zensical)
    faults += report_differences(ZENSICAL.release, mkdocs, zensical, known_files)
    faults += report_lacks(mkdocs, zensical, failures[-1])
    faults += report_failures(failures)
    print("\nAs expected." if not faults else f"\n{faults} unexpected results.")
    return 1 if faults else 0


def report_differences(release: str, ours: Built, theirs: Built, known_files: set[str]) -> int:
    """Prints where a build differs from MkDocs'; returns the number of unexpected differences."""
    found = differences(ours, theirs, known_files)
    total = sum(len(page.words) for page in ours.pages.values())
    links = sum(len(page.links) for page in ours.pages.values())
    print(f"{release} beside {MKDOCS.release}: {len(found)} unexpected differences")
    print(f"    {', '.join(ASPECTS)} of {len(ours.pages)} pages: {total} words, {links} links")
    for difference in found:
        print(f"    {difference}")
    return len(found)


def report_lacks(ours: Built, theirs: Built, failure: Failure) -> int:
    """Prints what Zensical lacks; returns how many lines of the list are no longer true."""
    print(f"\nWhat {ZENSICAL.release} lacks")
    width = max(len(lack.what) for lack in ZENSICAL_LACKS)
    gone = [lack for lack in ZENSICAL_LACKS if not lack.still_so(ours, theirs, failure)]
    for lack in ZENSICAL_LACKS:
        mark = "NO LONGER SO, remove it from the list" if lack in gone else lack.consequence
        print(f"    {lack.what:{width}}  {mark}")
    return len(gone)


def report_failures(failures: list[Failure]) -> int:
    """Prints how each builder takes a bad row of data; returns how many go on as if nothing were wrong."""
    print("\nA bad row in the data")
    for builder, failure in zip(BUILDERS, failures, strict=True):
        kept = "site/ as it was" if failure.keeps_site else "site/ spoiled"
        print(f"    {builder.release:20}  exit code {failure.code}, {kept}")
    careless = [failure for failure in failures if failure.code == 0]
    # Both run the hook that protects the last good site; Zensical runs none.
    return len(careless) + sum(not failure.keeps_site for failure in failures[:2])


if __name__ == "__main__":
    sys.exit(main())
