"""Answers of earlier builds and of this one by key, on disk: a build holds none of them in memory.

Those in the file are read where they are; new ones wait in a nameless file until they are saved. The file is of one
version. One that is damaged, or of another version, is as good as none.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from threading import RLock
from typing import IO, NamedTuple

from .whole import whole_file


class Place(NamedTuple):
    """Where an answer is written."""

    file: IO[bytes]
    start: int
    size: int


class StoredAnswers:
    """The answers, as bytes without a newline. Keys are in the order in which they were added, or moved to the end."""

    def __init__(self, file: Path, version: str) -> None:
        self.file, self.version = file, version
        # A request to a server may add answers while the server saves them.
        self._lock = RLock()

    @cached_property  # again after they were saved
    def _places(self) -> dict[str, Place]:
        return _places_in(self.file, self.version)

    @cached_property
    def _new(self) -> IO[bytes]:
        return TemporaryFile()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._places))

    def __getitem__(self, key: str) -> bytes:
        with self._lock:
            place = self._places[key]
            place.file.seek(place.start)
            return place.file.read(place.size)

    def __setitem__(self, key: str, answer: bytes) -> None:
        with self._lock:
            start = self._new.seek(0, os.SEEK_END)
            self._new.write(answer)
            self._places[key] = Place(self._new, start, len(answer))

    def __delitem__(self, key: str) -> None:
        del self._places[key]

    def size_of(self, key: str) -> int:
        """How many bytes an answer has."""
        return self._places[key].size

    def move_to_end(self, key: str) -> None:
        """Makes this the key that was added last."""
        self._places[key] = self._places.pop(key)

    def save(self) -> None:
        """Writes all answers to the file, whole or not at all. Raises OSError."""
        with self._lock, whole_file(self.file) as written:
            self._write(written)
            written.flush()  # after this nothing can fail for want of room
            self._close()

    def _close(self) -> None:
        """Lets go of the files that were read: Windows replaces no file that is open."""
        files = {place.file for place in self._places.values()}
        self.__dict__.pop("_places"), self.__dict__.pop("_new", None)
        for file in files:
            file.close()

    def _write(self, written: IO[bytes]) -> None:
        """The checksum of the version and of all that follows; then a line for each: its key, a space, its answer."""
        digest = hashlib.sha256(self.version.encode())
        written.write(digest.hexdigest().encode())  # the place of the true one
        for key in self:
            line = b"\n%s %s" % (key.encode(), self[key])
            digest.update(line)
            written.write(line)
        written.seek(0)
        written.write(digest.hexdigest().encode())


def _places_in(file: Path, version: str) -> dict[str, Place]:
    """The places of all answers in the file; none if it is missing, of another version, or not as it was written."""
    try:
        written = file.open("rb")
        checksum = written.readline()
    except OSError:
        return {}
    digest, at, places = hashlib.sha256(version.encode() + b"\n"), len(checksum), {}
    for line in written:
        digest.update(line)
        key, _, answer = line.rstrip(b"\n").partition(b" ")
        places[key.decode(errors="replace")] = Place(written, at + len(key) + 1, len(answer))
        at += len(line)
    return places if digest.hexdigest().encode() == checksum.rstrip(b"\n") else {}
