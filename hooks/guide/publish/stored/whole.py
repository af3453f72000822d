"""One way to write a file: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(file: Path) -> Iterator[IO[bytes]]:
    """A file to write bytes to, beside `file`, whose place it takes in the end.

    After an error it is gone, and `file` is as it was. Two builds that end together each write their own. Raises
    OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with new.open("wb") as written:
            yield written
        new.replace(file)
    except BaseException:  # Ctrl-C included
        new.unlink(missing_ok=True)
        raise
