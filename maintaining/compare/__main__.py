"""`python -m maintaining.compare --base main`: prints in Markdown what a change does for readers.

It writes the same to build/compare.md and, in CI, to the job's summary (GITHUB_STEP_SUMMARY).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .checkout import DoesNotBuild, NoSuchBase, base_folder, build, files_beside_content
from .pages import PageChange, changed_pages
from .reading import read_pages
from .report import Comparison, summary
from .rows import changed_tables
from .weights import changed_weights

ROOT = Path(__file__).resolve().parents[2]
THIS, BASE = "change", "base"


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if the change does not build, 2 if there is no such base."""
    parser = argparse.ArgumentParser(prog="compare", description=__doc__)
    parser.add_argument("--base", required=True, help="a branch, a commit, or a project folder")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    try:
        comparison = compare(options.base, root)
    except NoSuchBase as error:
        print(error, file=sys.stderr)
        return 2
    publish(summary(comparison), root)
    return 1 if THIS in comparison.failures else 0


def compare(base: str, root: Path) -> Comparison:
    """Compares data and sites; a checkout that does not build is part of the result. Raises NoSuchBase."""
    with base_folder(base, root) as old, TemporaryDirectory(prefix="guide-compare-") as folder:
        sites = Path(folder)
        failures = _failures({BASE: old, THIS: root}, sites)
        pages = [] if failures else _changed_pages(sites)
        weights = [] if failures else changed_weights(sites / BASE, sites / THIS, root)
        tables = changed_tables(old, root)
    return Comparison(tables, pages, files_beside_content(base, root), failures, weights)


def _failures(projects: dict[str, Path], folder: Path) -> dict[str, str]:
    """The output of the checkouts that do not build; the others are built into `folder`."""
    failures: dict[str, str] = {}
    for checkout, project in projects.items():
        try:
            build(project, folder / checkout)
        except DoesNotBuild as failure:
            failures[checkout] = str(failure)
    return failures


def _changed_pages(folder: Path) -> list[PageChange]:
    return changed_pages(read_pages(folder / BASE), read_pages(folder / THIS))


def publish(text: str, root: Path) -> None:
    """Prints the text, saves it as build/compare.md, and adds it to the job's summary if there is one."""
    saved = root / "build" / "compare.md"
    saved.parent.mkdir(exist_ok=True)
    saved.write_text(text, encoding="utf-8")
    if job := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(job).open("a", encoding="utf-8") as file:
            file.write(text)
    print(text)


if __name__ == "__main__":
    sys.exit(main())
