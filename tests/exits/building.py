"""Three builders of one source, each in a copy of the project, up to the finished site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = ("mkdocs.yml", "docs", "data", "hooks", "overrides")
BUILT = "built"
# A row that no model accepts.
BAD_ROW = "- id: bad-row\n  term: Bad\n  track: nonsense\n  definition: No such track.\n"
# A build takes 15 seconds on an idle machine; three at once on a very busy one took four minutes. Two rounds of this
# fit into the time of the CI job, so a slow machine ends in a sentence there, too.
SECONDS = 480


@dataclass(frozen=True)
class Builder:
    """A program that builds the site: its module, the options that make it strict, and whether it runs our hooks.

    One that runs none builds into `built/`, which `guide finish` then puts in the place of `site/`.
    """

    name: str
    module: str
    options: tuple[str, ...]
    runs_hooks: bool = True

    @property
    def release(self) -> str:
        """Name and installed version."""
        return f"{self.name} {version(self.module)}"

    def prepare(self, folder: Path) -> Copy:
        """A copy of the project for this builder."""
        for source in SOURCES:
            path = PROJECT / source
            if path.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(path, folder / source, ignore=ignored)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, folder / source)
        if not self.runs_hooks:
            with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
                file.write(f"\nsite_dir: {BUILT}\n")
        return Copy(self, folder)


MKDOCS = Builder("MkDocs", "mkdocs", ("build", "--strict", "--quiet"))
PROPERDOCS = Builder("ProperDocs", "properdocs", ("build", "--strict", "--quiet"))
# Zensical writes to site_dir only and keeps a cache in the project, hence a copy for each builder.
ZENSICAL = Builder("Zensical", "zensical", ("build", "--strict", "--clean"), runs_hooks=False)


class TooSlow(Exception):
    """A build that did not end in time. The message says which."""


@dataclass(frozen=True)
class Failure:
    """How a builder took a bad row: its exit code, whether the last good site is untouched, a traceback or not."""

    code: int
    keeps_site: bool
    has_traceback: bool


@dataclass(frozen=True)
class Copy:
    """A copy of the project in which one builder works."""

    builder: Builder
    folder: Path

    @property
    def site(self) -> Path:
        """The published folder."""
        return self.folder / "site"

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build and finish the site. Raises TooSlow."""
        built = self._run(self.builder.module, *self.builder.options)
        if built.returncode != 0 or self.builder.runs_hooks:
            return built
        return self._run("guide", "finish", BUILT, "--to", self.site.name, "--root", ".")

    def _run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        env = {name: text for name, text in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        env |= {"SITE_URL": "https://example.org/guide/", "NO_COLOR": "1", "PYTHONPATH": "hooks"}
        try:
            return subprocess.run(
                [sys.executable, "-m", module, *arguments],
                check=False,
                cwd=self.folder,
                env=env | {"NO_MKDOCS_2_WARNING": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise TooSlow(
                f"{self.builder.release} had not built the guide after {SECONDS} s. "
                "Is the machine busy? Try again when it is idle."
            ) from None

    def fail(self) -> Failure:
        """Build once more with a bad row."""
        before = self._snapshot()
        with (self.folder / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
            file.write(BAD_ROW)
        done = self.build()
        return Failure(done.returncode, self._snapshot() == before, "Traceback" in done.stdout)

    def _snapshot(self) -> dict[Path, bytes]:
        paths = (path for path in self.site.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in paths}
