"""`make bench`: how fast the guide loads, checks and builds, and how heavy its pages are, each beside its budget.

How it is measured. Rows: 100,000 generated ones, half CSV and half YAML (generating.py), beside the guide's own, in a
process of their own; CPU seconds, since other programs then count little. Seconds differ between machines, so budgets
are ratios to the bare reading of the same files (libyaml's events and the csv module, thrown away), taken in the same
process. Build: the real guide by `mkdocs build` with its start, CPU seconds, as a ratio to a build of the same pages,
every macro written out, by Material with nothing of ours.
Memory: the peak of the process once the data is checked. Bytes: gzip -9, headers not counted; the first load of a page
is its HTML, its style sheets and its scripts. Exit code 1 if a budget is broken.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.generating import PROJECT, ROWS, generate
from tests.bench.stock import write_stock_project
from tests.bench.weighing import gzipped, weigh_pages

SECONDS = 300


@dataclass(frozen=True)
class Line:
    """One figure: what it is, as it is shown, its value in the budget's unit, and the budget."""

    what: str
    shown: str
    value: float = 0
    budget: float | None = None
    unit: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether the figure is above its budget."""
        return self.budget is not None and self.value > self.budget

    def __str__(self) -> str:
        if self.budget is None:
            return f"{self.what:44} {self.shown:>12}"
        verdict = "BROKEN" if self.is_broken else "kept"
        measured = f"{self.value:9.1f} of {self.budget:6.1f} {self.unit}"
        return f"{self.what:44} {self.shown:>12}   {measured:36} {verdict}"


def main() -> int:
    """Prints the table; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as folder:
        many, site = Path(folder) / "many", Path(folder) / "site"
        generate(many)
        figures = measure_loading(many)
        lines = loading_lines(figures)
        lines += build_lines(site, Path(folder) / "stock")
        lines += byte_lines(site)
    print("\n".join(str(line) for line in lines))
    broken = [line.what for line in lines if line.is_broken]
    print("\nAll budgets kept." if not broken else f"\nBudgets broken: {', '.join(broken)}.")
    return 1 if broken else 0


def measure_loading(root: Path) -> dict[str, float]:
    """What loading.py measures in a process of its own."""
    path = os.pathsep.join([str(PROJECT), str(PROJECT / "hooks")])
    command = [sys.executable, "-m", "tests.bench.loading", str(root)]
    env = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, check=True, env=env, stdout=subprocess.PIPE, timeout=SECONDS)
    return json.loads(done.stdout)


def loading_lines(figures: dict[str, float]) -> list[Line]:
    """Loading and checking of the generated rows."""
    bare = figures["bare"]
    if figures["rows"] < ROWS or figures["problems"]:
        raise SystemExit(f"the generated rows are no fair measure: {figures}")

    def beside_bare(what: str, name: str, budget: float) -> Line:
        return Line(what, f"{figures[name]:.2f} s", figures[name] / bare, budget, "x bare")

    return [
        Line("rows", f"{figures['rows']:.0f}"),
        Line("bare reading of them", f"{bare:.2f} s"),
        beside_bare("load", "load", LOAD),
        beside_bare("load and check (promised: about 5 s)", "data", CHECK),
        Line("the same by the clock", f"{figures['data_wall']:.2f} s"),
        beside_bare("load, check and try all macros of all pages", "everything", CHECK_PAGES),
        Line("peak memory", f"{figures['peak_mb']:.0f} MB", figures["peak_mb"], MEMORY, "MB"),
    ]


def build_lines(site: Path, stock: Path) -> list[Line]:
    """`make check`'s look at data and pages, and a build of the guide into `site`, beside stock Material's."""
    folder = str(PROJECT / "hooks")
    check, _ = cpu_and_wall([sys.executable, "-m", "guide", "check"], PYTHONPATH=folder)
    theirs, _ = cpu_and_wall(build_command(write_stock_project(stock), stock / "site"))
    ours, wall = cpu_and_wall(build_command(PROJECT / "mkdocs.yml", site))
    return [
        Line("check of data and pages", f"{check:.2f} s", check, CHECK_SECONDS, "s"),
        Line("stock Material, the same pages written out", f"{theirs:.2f} s"),
        Line("build of the guide", f"{ours:.2f} s", ours / theirs, BUILD, "x stock"),
        Line("the same by the clock", f"{wall:.2f} s"),
    ]


def build_command(config: Path, site: Path) -> list[str]:
    """A build with MkDocs."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]


def cpu_and_wall(command: list[str], **variables: str) -> tuple[float, float]:
    """CPU seconds and seconds by the clock of a command."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, env=env, timeout=SECONDS, stdout=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - wall
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def byte_lines(site: Path) -> list[Line]:
    """The weight of each page and of the search index."""
    weights = weigh_pages(site)
    most_html = max(weights, key=lambda weight: weight.html)
    index = gzipped(site / "search" / "search_index.json")
    lines = [
        in_kb("search index, fetched beside each page", index, INDEX),
        in_kb(f"most HTML: {most_html.url}", most_html.html, HTML),
        in_kb("style sheets", weights[0].css, CSS),
        in_kb("scripts", weights[0].js, JS),
    ]
    return lines + [in_kb(f"first load: {w.url or 'home'}", w.total, FIRST_LOAD) for w in weights]


def in_kb(what: str, size: int, budget: float) -> Line:
    """A line about `size` bytes, gzip -9."""
    return Line(what, f"{size / 1000:.1f} kB", size / 1000, budget, "kB")


# Budgets: above what was measured when they were set by about a third, so that they break on a change of kind.
LOAD, CHECK, CHECK_PAGES = 7.0, 14.0, 20.0  # times the bare reading
BUILD = 1.3  # the goal: times stock Material on the same pages
CHECK_SECONDS = 1.5  # the goal
MEMORY = 600.0  # MB
# Style sheets: the theme's own 25 kB, and at most 13 kB for the 40 kB (unminified) that the guide may add.
INDEX, HTML, CSS, JS, FIRST_LOAD = 1.0, 40.0, 38.0, 40.0, 110.0  # kB


if __name__ == "__main__":
    sys.exit(main())
