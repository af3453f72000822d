"""ZIP archives with the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

# The earliest date that a ZIP can hold.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], *, stored: Callable[[str], bool] = lambda _: True) -> bytes:
    """The files in one ZIP.

    Stored without compression unless `stored` is false for a path: versions of zlib differ in their output, and hosts
    compress what they send.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, FIRST_DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            kind = zipfile.ZIP_STORED if stored(path) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, kind, compresslevel=9)
    return buffer.getvalue()
