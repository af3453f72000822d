"""Whether a finished site is up to date: built from the same inputs, with no file changed since.

Both are known by hash, one line a site, in a file below `.cache`. Contents are compared and never modification times,
which git and editors change without an edit. If a file is unreadable, the build runs and reports it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..pages.build_info import build_info_of
from ..rows.readers.files import below, stamp_of
from ..rows.recalling import hash_of
from .downloads import BOOKS
from .memory import package_versions
from .stored.whole import whole_file

FILE = ".cache/built.json"
# Output folders that are remembered for one guide; the oldest entry is dropped first.
MOST = 20
# Environment variables that a build reads, besides those that mkdocs.yml names.
ENVIRONMENT = ("SOURCE_COMMIT", "SOURCE_DATE_EPOCH")


def contents_of(paths: Iterable[Path]) -> str:
    """The hash of these files and folders: the names and contents of all that they hold but Python's own caches.

    Raises OSError for a file that cannot be read.
    """
    digest = hashlib.sha256()
    for root in sorted(map(os.fspath, paths)):
        for path in (root, *below(root)):
            digest.update(f"{path}:{_content_hash(path)}:".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _content_hash(path: str) -> str:
    """The hash of what a file holds; empty for a folder, and for a file that is gone or a link that leads nowhere."""
    if not os.path.isfile(path):  # noqa: PTH113 - a thousand files, twice a rebuild: paths are slow
        return ""
    return _hash_of_file(path, stamp_of(path))


@lru_cache(maxsize=20_000)  # all files of a large guide and its site
def _hash_of_file(path: str, _: tuple[int, ...]) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return hashlib.file_digest(file, "sha256").hexdigest()


def made_of(root: Path, paths: Iterable[Path], settings: str) -> str:
    """The hash of all that a build of the guide below `root` reads: these paths, its books, commit and libraries.

    Raises OSError for a file that cannot be read, and ValueError if SOURCE_COMMIT is no commit.
    """
    commit = build_info_of(root, os.environ)
    read = contents_of([*paths, root / BOOKS])
    return hash_of(read, settings, repr(commit), *package_versions())


def settings_of(config: Any) -> str:
    """Every setting and option of the command line, as one text, and the environment that a build reads.

    The folder of the site is left out: nothing in a site depends on it, and a server's rebuild has another.
    """
    settings = {name: value for name, value in config.items() if name != "site_dir"}
    plugins = {name: getattr(plugin, "config", {}) for name, plugin in config.plugins.items()}
    environment = {name: os.environ.get(name) for name in ENVIRONMENT}
    return json.dumps([settings, plugins, environment], default=_plain)


def _plain(value: Any) -> Any:
    """A setting that is not JSON-serializable: its parts, or its name, since a memory address differs with each run."""
    return (
        dict(value)
        if isinstance(value, Mapping)
        else getattr(value, "__qualname__", str(type(value)))
    )


def is_as_built(root: Path, site: Path, inputs: str) -> bool:
    """Whether the last noted build of `site` read these inputs, and the site is as it left it."""
    noted = _noted(root).get(str(site))
    with suppress(OSError):
        return noted is not None and noted == hash_of(inputs, _site_hash(site))
    return False


def note_built(root: Path, site: Path, inputs: str) -> None:
    """Notes that `site`, as it is now, was built from these inputs."""
    noted = _noted(root)
    noted.pop(str(site), None)
    noted[str(site)] = hash_of(inputs, _site_hash(site))
    # Where nothing can be written, the next build is a whole one.
    text = json.dumps(dict(list(noted.items())[-MOST:]), indent=1)
    with suppress(OSError), whole_file(root / FILE) as written:
        written.write(text.encode())


def _site_hash(site: Path) -> str:
    """The hash of the site's files. Hidden ones on top are not a build's: it leaves them there."""
    return contents_of(path for path in site.iterdir() if not path.name.startswith("."))


def _noted(root: Path) -> dict[str, str]:
    """By site: the hash of what it was built from and what it held; nothing if the file is missing or damaged."""
    try:
        noted = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}
