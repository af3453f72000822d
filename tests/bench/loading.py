"""Run in a process of its own, so that its memory is its own: `python -m tests.bench.loading <folder>` prints JSON."""

from __future__ import annotations

import csv
import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from guide.check.linter import check_everything
from guide.check.rules import RULES
from guide.rows.loading import load_guide, rows_in
from guide.rows.readers.settings import LOADER

# macOS counts bytes, Linux kilobytes.
PEAK_UNITS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


def bare_seconds(root: Path) -> float:
    """CPU seconds for the least work: libyaml's events and csv's rows of the same files, thrown away."""
    start = time.process_time()
    for path in sorted((root / "data").glob("*.yml")):
        for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=LOADER):
            pass
    for path in sorted((root / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass
    return time.process_time() - start


def check_data(root: Path) -> int:
    """Load all rows and apply all rules to them, without pages; returns the number of rows."""
    guide = load_guide(root)
    for rule in RULES:
        list(rule(guide, []))
    return sum(len(table.all) for table in guide.tables.values())


def timed(work: Callable[[Path], int], root: Path) -> tuple[float, float, int]:
    """(CPU seconds, wall seconds, result) of `work(root)`."""
    rows_in.cache_clear()  # each reads every file anew
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    result = work(root)
    return time.process_time() - cpu, time.perf_counter() - wall, result


def measure(root: Path) -> dict[str, float]:
    """Seconds of CPU for each step, from bytes to the result, and the peak of memory up to the checked data in MB."""
    # The least of three: the shortest of the figures, and the one that all others are divided by.
    bare = min(bare_seconds(root) for _ in range(3))
    load, _, _ = timed(lambda root: len(load_guide(root).tables), root)
    data, data_wall, rows = timed(check_data, root)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PEAK_UNITS_PER_MB
    everything, _, problems = timed(lambda root: len(check_everything(root).problems), root)
    return {
        "rows": rows,
        "problems": problems,
        "bare": bare,
        "load": load,
        "data": data,
        "data_wall": data_wall,
        "peak_mb": peak,
        "everything": everything,
    }


if __name__ == "__main__":
    # As `guide check` does.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    print(json.dumps(measure(Path(sys.argv[1]))))
