"""Results of pure functions from earlier builds, in one file below `.cache`: a build works out only what is new.

An answer is found by the hash of all that it is made of, so an edit finds no old one, and nothing has to be thrown away
by hand. The file is of one version of the guide's code and of all libraries. One that is damaged, or of another
version, is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from ..rows.recalling import hash_of

A = TypeVar("A")
CODE = Path(__file__).resolve().parents[1]
FILE = ".cache/memory.txt"
# About twice what a build asks for, in answers and in bytes; the least recently used is forgotten first.
MOST, MOST_BYTES = 10_000, 64_000_000


class Memory:
    """The answers of earlier builds, and those of this one."""

    def __init__(self, file: Path, version: str) -> None:
        self.file, self.version = file, version
        # As they are in the file: what no one asks for is never parsed.
        self._written = _read(file, version)
        self._answers: dict[str, Any] = {}
        self._used: set[str] = set()
        self._has_new = False
        # In a server: by what they are made of, the keys of this build, and those of the last one.
        self.is_of_server = False
        self._keys: dict[tuple[str, ...], str] = {}
        self._last_keys: dict[tuple[str, ...], str] = {}

    def recall(self, made_of: Iterable[str], make: Callable[[], A]) -> A:
        """The answer, remembered or made."""
        key = self._key(tuple(made_of))
        # The least recently used one is forgotten first.
        self._written[key] = (
            self._written.pop(key) if key in self._written else self._new(key, make)
        )
        self._used.add(key)
        if key not in self._answers:
            self._answers[key] = json.loads(self._written[key])
        return self._answers[key]  # type: ignore[no-any-return]

    def _key(self, made_of: tuple[str, ...]) -> str:
        """The hash of what an answer is made of. A server holds all that is hashed anyway: to compare it is faster."""
        if not self.is_of_server:
            return hash_of(*made_of)
        key = self._keys.get(made_of) or self._last_keys.get(made_of) or hash_of(*made_of)
        self._keys[made_of] = key
        return key

    def _new(self, key: str, make: Callable[[], A]) -> bytes:
        self._answers[key], self._has_new = make(), True
        written = json.dumps(self._answers[key], ensure_ascii=False, separators=(",", ":"))
        return written.encode("utf-8", "surrogatepass")

    def end_build(self) -> None:
        """Forgets what there is no room for. What was asked for since the last build ended stays."""
        used, self._used = self._used, set()
        self._last_keys, self._keys = self._keys, {}
        self._forget(used)

    def save(self) -> None:
        """Writes the answers if there are new ones."""
        self.end_build()
        if not self._has_new:
            return
        self._has_new = False
        # Where nothing can be written, the next build makes them again, and this one is as good.
        with suppress(OSError):
            # A copy: a request to a server may add answers while it ends.
            _write(self.file, self.version, dict(self._written))

    def _forget(self, used: set[str]) -> None:
        """Keeps what was just asked for, and as much of the rest as there is room for."""
        count, size = len(self._written), sum(map(len, self._written.values()))
        for key in [key for key in list(self._written) if key not in used]:
            if count <= MOST and size <= MOST_BYTES:
                break
            count, size = count - 1, size - len(self._written.pop(key))
            self._answers.pop(key, None)


@lru_cache(maxsize=2)
def memory_of(root: Path) -> Memory:
    """The memory of the guide below `root`; while serving it stays in the process."""
    return Memory(root / FILE, code_version())


@lru_cache(maxsize=1)  # an edit of the guide's code loads this module again
def code_version() -> str:
    """The hash of the guide's code, of the versions of all installed packages, and of Python's."""
    code = [path for path in sorted(CODE.rglob("*")) if path.suffix in (".py", ".yml")]
    return hash_of(*package_versions(), *(path.read_text(encoding="utf-8") for path in code))


def package_versions() -> list[str]:
    """Python's version, and each installed package with its own."""
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return [sys.version, *sorted(packages)]


def _read(file: Path, version: str) -> dict[str, bytes]:
    """The answers in the file, or none if it is missing, of another version, or not as it was written."""
    try:
        checksum, _, written = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if _checksum(version, written) != checksum:
        return {}
    lines = (line.partition(b" ") for line in written.split(b"\n") if line)
    return {key.decode(): answer for key, _, answer in lines}


def _write(file: Path, version: str, answers: dict[str, bytes]) -> None:
    """A line for each: its key, a space, and its JSON, in which a newline is escaped."""
    written = b"\n".join(key.encode() + b" " + answer for key, answer in answers.items())
    write_whole(file, _checksum(version, written) + b"\n" + written)


def _checksum(version: str, written: bytes) -> bytes:
    digest = hashlib.sha256(version.encode())
    digest.update(written)
    return digest.hexdigest().encode()


def write_whole(file: Path, content: bytes) -> None:
    """Writes the file whole or not at all, also when two builds end together. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    new.write_bytes(content)
    new.replace(file)
