"""Small sites in a temporary folder, built and served by `python -m mkdocs` in a subprocess.

    site = tiny_site(tmp_path, pages={"index.md": "# Hello"}, hooks=["publish_whole_builds"])
    run = site.build("--strict")          # run.code, run.output
    assert site.published() == {"index.html": b"...", ...}

`tiny_site` writes a site with a theme of one bare template (a build takes well under a
second). `copy_of_guide` copies the real guide, so that a test can change one file of it
and watch the real hooks, macros, data and theme deal with that.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.ports import free_port

PROJECT = Path(__file__).resolve().parents[2]
# Generous: a machine that does other work too is slow, and what is as it should be never takes that long.
PATIENCE_SECONDS = 120
GUIDE_PARTS = ("mkdocs.yml", "docs", "data", "hooks", "overrides")
REMEMBERED = ("memory.txt", "pictures", "scripts", "styles", "templates")
# `python -m mkdocs`, but always with Ctrl-C: what runs in the background ignores it, and
# the processes that a test run starts there would inherit that.
MKDOCS = [
    sys.executable,
    "-c",
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('mkdocs', run_name='__main__', alter_sys=True)",
]
PAGE_TEMPLATE = "<!doctype html><html><body class='bare'>{{ page.content }}</body></html>\n"


@dataclass(frozen=True)
class Run:
    """How a command ended: its exit code, and its standard output and error together."""

    code: int
    output: str


class Site:
    """A site's source folder, the folder it is published to, and the commands on it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file of the source, given relative to its root; return its full path."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def append(self, path: str, content: bytes) -> None:
        """Add bytes to the end of a file of the source."""
        self.write(path, (self.root / path).read_bytes() + content)

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a text that must occur exactly once in a file of the source."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def published(self, folder: str = "site") -> dict[str, bytes]:
        """Return every published file: path relative to the folder -> its bytes."""
        return snapshot(self.root / folder)

    def start(
        self, *arguments: str, cwd: Path | None = None, output: IO[str] | int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        """Start `mkdocs <arguments> -f <root>/mkdocs.yml`; all it prints goes to `output`."""
        command, *rest = arguments
        return subprocess.Popen(
            [*MKDOCS, command, "-f", str(self.root / "mkdocs.yml"), *rest],
            cwd=cwd or self.root,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def run(self, *arguments: str, cwd: Path | None = None, timeout: float = 300) -> Run:
        """Run an mkdocs command to its end; raises TimeoutExpired after `timeout` seconds."""
        process = self.start(*arguments, cwd=cwd)
        try:
            output, _ = process.communicate(timeout=timeout)
        finally:
            process.kill()
        return Run(process.returncode, output)

    def build(self, *options: str, cwd: Path | None = None, timeout: float = 300) -> Run:
        """Run `mkdocs build` with these options to its end."""
        return self.run("build", *options, cwd=cwd, timeout=timeout)

    @contextlib.contextmanager
    def serve(self, *options: str) -> Iterator[Server]:
        """Run `mkdocs serve` on a free port until the `with` block ends."""
        address = f"127.0.0.1:{free_port()}"
        log = self.root / "serve.log"
        with log.open("w", encoding="utf-8") as output:
            process = self.start("serve", "-a", address, *options, output=output)
            try:
                yield Server(f"http://{address}/", process, log)
            finally:
                stop(process)


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def output(self) -> str:
        """What the server has printed so far."""
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str = "", timeout: float = PATIENCE_SECONDS) -> str:
        """Return the body of a page, also of a 404 page; raises OSError if none answers."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout) as response:
                return response.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def read(self, path: str) -> bytes:
        """Return what a file holds; raises OSError for one that is not there."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE_SECONDS) as response:
            return response.read()

    def wait(
        self, path: str, wanted: Callable[[str], bool], seconds: float = PATIENCE_SECONDS
    ) -> str:
        """Ask for a page until it is as wanted, and return it; fails after `seconds`."""
        end, seen = time.monotonic() + seconds, ""
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the server has ended:\n{self.output}"
            with contextlib.suppress(OSError):
                seen = self.get(path)
                if wanted(seen):
                    return seen
            time.sleep(0.1)
        raise AssertionError(f"not within {seconds} s; the page is\n{seen}\nlog:\n{self.output}")


def tiny_site(
    root: Path,
    pages: Mapping[str, str | bytes],
    *,
    hooks: Sequence[str | Path] = (),
    config: str = "",
    template: str = PAGE_TEMPLATE,
) -> Site:
    """Write a site below `root`.

    pages: path below docs/ -> text.  config: more lines of mkdocs.yml.
    hooks: names of the project's own hooks ("publish_whole_builds"), or paths of others.
    template: main.html of the bare theme; it may use `page` and everything of MkDocs.
    """
    site = Site(root)
    lines = ["site_name: Tiny", "theme: {name: null, custom_dir: theme}", "hooks:"]
    lines += [f"  - {_hook_path(root, hook)}" for hook in hooks] or ["  []"]
    site.write("mkdocs.yml", "\n".join([*lines, config]) + "\n")
    site.write("theme/main.html", template)
    for path, text in pages.items():
        site.write(f"docs/{path}", text)
    return site


def copy_of_guide(root: Path) -> Site:
    """Copy the real guide's sources below `root`: mkdocs.yml, docs, data, hooks, overrides.

    What its builds remember comes too, as on a contributor's machine: a build takes half as long. Tests of a first
    build copy the sources by themselves, or remove .cache.
    """
    root.mkdir(parents=True, exist_ok=True)
    for part in GUIDE_PARTS:
        source = PROJECT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, root / part)
    for part in REMEMBERED:
        _copy_what_is_there(PROJECT / ".cache" / part, root / ".cache" / part)
    return Site(root)


def _copy_what_is_there(source: Path, target: Path) -> None:
    """Copy a file or a folder whose files another build may be replacing."""
    for path in [source, *source.rglob("*")]:
        copied = target / path.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError, IsADirectoryError):
            shutil.copyfile(path, copied)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder: relative path -> bytes; nothing for no folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def stop(process: subprocess.Popen[str]) -> None:
    """End a process by Ctrl-C, and by force if it does not listen."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _hook_path(root: Path, hook: str | Path) -> Path:
    """Return the path of a hook of the project (by name) or of the tiny site (by path)."""
    return PROJECT / "hooks" / f"{hook}.py" if isinstance(hook, str) else root / hook
