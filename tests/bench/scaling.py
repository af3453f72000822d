"""How check, clean build and edits grow with the guide: CPU, time by the clock and memory, beside stock Material."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.growing import grow
from tests.bench.loading import PEAK_UNITS_PER_MB
from tests.bench.stock import write_stock_project
from tests.bench.weighing import gzipped, weigh_pages

ADDRESS = "127.0.0.1:8765"
MARK = "marked-by-the-bench"
PAGE = "docs/loops/after.md"
PAGE_URL = f"http://{ADDRESS}/loops/after/"
ROW, ROW_URL = "data/glossary.yml", f"http://{ADDRESS}/reference/glossary/"
SECONDS = 3600


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds of CPU, seconds by the clock, and its peak of memory in MB."""

    cpu: float
    wall: float
    memory: float

    def __str__(self) -> str:
        return f"{self.cpu:7.2f} s CPU {self.wall:7.2f} s {self.memory:6.0f} MB"


def measure(folder: Path, times: int) -> dict[str, Cost | float]:
    """The figures of a guide `times` as large as this one, made in `folder`."""
    ours, stock = folder / "ours", folder / "stock"
    grow(ours, times)
    hooks = str(ours / "hooks")
    found: dict[str, Cost | float] = {}
    found["check"] = cost_of(
        [sys.executable, "-m", "guide", "check", "--root", str(ours)], PYTHONPATH=hooks
    )
    settings = write_stock_project(stock, ours)
    found["stock"] = cost_of(build_command(settings, stock / "site"))
    found["build, first"] = cost_of(build_command(ours / "mkdocs.yml", folder / "site"))
    found["build"] = cost_of(build_command(ours / "mkdocs.yml", folder / "site"), FRESH="1")
    found["build, repeated"] = cost_of(build_command(ours / "mkdocs.yml", folder / "site"))
    found |= bytes_of(folder / "site")
    found |= edits(ours)
    return found


def build_command(settings: Path, site: Path) -> list[str]:
    """A build of a site with MkDocs."""
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings), "-d", str(site)]


def cost_of(command: Sequence[str], **variables: str) -> Cost:
    """Run a command and say what it took. Raises CalledProcessError if it fails."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, command)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / PEAK_UNITS_PER_MB)


def bytes_of(site: Path) -> dict[str, Cost | float]:
    """Megabytes written, and kilobytes, compressed, of the heaviest first load and of the search."""
    written = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return {
        "output MB": written / 1e6,
        "first load kB": weigh_pages(site)[0].total / 1e3,
        "search core kB": gzipped(site / "search" / "core.json") / 1e3,
    }


def edits(root: Path) -> dict[str, Cost | float]:
    """Seconds by the clock from saving an edit of a page, and of a row, until the server has it."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--livereload", "-a", ADDRESS]
    # Without a path, so that the pages are at the root of the server.
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://{ADDRESS}/"}
    server = subprocess.Popen(
        [*command, "-f", str(root / "mkdocs.yml")],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until_served(PAGE_URL, "<h1")
        return {
            "page edit s": edited(root / PAGE, PAGE_URL, _with_marked_text),
            "row edit s": edited(root / ROW, ROW_URL, _with_marked_row),
        }
    finally:
        server.terminate()
        server.wait(60)


def _with_marked_text(text: str) -> str:
    return text.replace("\n## ", f"\nWords {MARK}.\n\n## ", 1)


def _with_marked_row(text: str) -> str:
    start, definition, rest = text.partition("  definition: ")
    return f"{start}{definition}{MARK} {rest}"


def edited(path: Path, url: str, edit: Callable[[str], str]) -> float:
    """Seconds until an edit of a file is served."""
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    start = time.perf_counter()
    until_served(url, MARK)
    return time.perf_counter() - start


def until_served(url: str, text: str) -> None:
    """Wait until a page holds a text. Raises TimeoutError after an hour."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass  # not up yet
        time.sleep(0.05)
    raise TimeoutError(f"{url} does not show {text!r}")


def growth(costs: dict[int, float]) -> float:
    """The power of the size with which a cost grows, by least squares on a log scale: 1 is linear."""
    points = [(math.log(times), math.log(cost)) for times, cost in costs.items()]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


def lines_of(measured: dict[int, dict[str, Cost | float]]) -> list[str]:
    """The table: a line for each figure and size."""
    lines = []
    for times, found in measured.items():
        lines.append(f"\n{times}x the guide")
        lines += [
            f"  {name:16} {value if isinstance(value, Cost) else format(value, '9.2f')}"
            for name, value in found.items()
        ]
        stock = found["stock"]
        for name in ("build, first", "build", "build, repeated"):
            ours = found[name]
            if isinstance(ours, Cost) and isinstance(stock, Cost):
                lines.append(f"  {name:16} {ours.cpu / stock.cpu:7.2f} times stock Material's CPU")
    return lines


def growth_lines(measured: dict[int, dict[str, Cost | float]]) -> list[str]:
    """How fast time and memory grow; the two largest sizes alone show a step that is not linear."""
    lines = [
        "\nGrowth with the size: 1 is linear",
        "  over all sizes, then between the two largest",
    ]
    for name in ("check", "stock", "build, first", "build"):
        costs = {n: found[name] for n, found in measured.items()}
        for what in ("cpu", "memory"):
            by_size = {n: getattr(cost, what) for n, cost in costs.items()}
            largest = dict(sorted(by_size.items())[-2:])
            lines.append(f"  {name:16} {what:6} {growth(by_size):.2f} {growth(largest):.2f}")
    return lines


def main(sizes: Sequence[int], folder: Path) -> None:
    """Measure each size and print the table."""
    measured = {}
    for times in sizes:
        measured[times] = measure(folder / f"x{times}", times)
        print("\n".join(lines_of({times: measured[times]})), flush=True)
    if len(measured) > 1:
        print("\n".join(growth_lines(measured)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as made:
        main([int(text) for text in sys.argv[1:]] or [1, 3, 10, 50], Path(made))
