"""ZIP archives with the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# A ZIP holds no date before this one.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one ZIP. Stored and not compressed, since two versions of zlib compress to different bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, FIRST_DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()
