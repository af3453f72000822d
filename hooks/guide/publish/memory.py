"""Results of pure functions from earlier builds, in one file below `.cache`: a build works out only what is new.

An answer is found by the hash of all that it is made of, so an edit finds no old one, and nothing has to be thrown away
by hand. The file is of one version of the guide's code and of all libraries.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from ..rows.readers.files import below, bytes_of
from ..rows.recalling import hash_of
from .stored.answers import StoredAnswers

A = TypeVar("A")
CODE = Path(__file__).resolve().parents[1]
FILE = ".cache/memory.txt"
# About twice what a build asks for, in answers and in bytes; the least recently used is forgotten first.
MOST, MOST_BYTES = 7_000, 64_000_000


class Memory:
    """The answers of earlier builds, and those of this one."""

    def __init__(self, file: Path, version: str) -> None:
        self._stored = StoredAnswers(file, version)
        self._used: set[str] = set()
        self._has_new = False
        # A server asks again in each rebuild, so it holds the answers themselves too. In a server only: by what they
        # are made of, the keys of this build, and those of the last one.
        self.is_of_server = False
        self._answers: dict[str, Any] = {}
        self._keys: dict[tuple[str, ...], str] = {}
        self._last_keys: dict[tuple[str, ...], str] = {}

    def recall(self, made_of: Iterable[str], make: Callable[[], A]) -> A:
        """The answer, remembered or made."""
        key = self._key(tuple(made_of))
        self._used.add(key)
        if key in self._answers:
            return self._answers[key]  # type: ignore[no-any-return]
        answer = json.loads(self._stored[key]) if key in self._stored else self._new(key, make)
        if self.is_of_server:
            self._answers[key] = answer
        return answer

    def _key(self, made_of: tuple[str, ...]) -> str:
        """The hash of what an answer is made of. A server holds all that is hashed anyway: to compare it is faster."""
        if not self.is_of_server:
            return hash_of(*made_of)
        key = self._keys.get(made_of) or self._last_keys.get(made_of) or hash_of(*made_of)
        self._keys[made_of] = key
        return key

    def _new(self, key: str, make: Callable[[], A]) -> A:
        answer, self._has_new = make(), True
        written = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        self._stored[key] = written.encode("utf-8", "surrogatepass")
        return answer

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
            self._stored.save()

    def _forget(self, used: set[str]) -> None:
        """Keeps what was just asked for, and as much of the rest as there is room for, the latest first."""
        for key in [key for key in self._stored if key in used]:
            self._stored.move_to_end(key)
        sizes = {key: self._stored.size_of(key) for key in self._stored}
        count, size = len(sizes), sum(sizes.values())
        for key in (key for key in sizes if key not in used):
            if count <= MOST and size <= MOST_BYTES:
                break
            count, size = count - 1, size - sizes[key]
            del self._stored[key]
            self._answers.pop(key, None)


@lru_cache(maxsize=2)
def memory_of(root: Path) -> Memory:
    """The memory of the guide below `root`; while serving it stays in the process."""
    return Memory(root / FILE, code_version())


@lru_cache(maxsize=1)  # an edit of the guide's code loads this module again
def code_version() -> str:
    """The hash of the guide's code, of the versions of all installed packages, and of Python's."""
    code = [path for path in below(CODE) if path.endswith((".py", ".yml"))]
    return hash_of(*package_versions(), *(bytes_of(path).decode() for path in code))


def package_versions() -> list[str]:
    """Python's version, and each installed package with its own."""
    packages = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return [sys.version, *sorted(packages)]
