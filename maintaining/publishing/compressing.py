"""Compressed copies beside the files of a site, for hosts that send them as they are (`page.html.gz`, `page.html.br`).

Made once at the highest level, they are smaller than what a host compresses for each request, and cost it no time.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli

# Pictures and fonts are compressed already.
SUFFIXES = {".html", ".css", ".js", ".json", ".map", ".svg", ".xml", ".txt", ".csv", ".webmanifest"}
# Below this a host sends one packet either way.
SMALLEST = 1000
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    # No time in the header: the same bytes at any time.
    ".gz": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
    ".br": lambda content: bytes(brotli.compress(content, quality=11)),
}


def compress_files(site: Path) -> int:
    """Writes the copies that are smaller than their file; returns how many."""
    written = 0
    for path in sorted(path for path in site.rglob("*") if path.suffix in SUFFIXES):
        content = path.read_bytes()
        if len(content) < SMALLEST:
            continue
        for ending, compress in COMPRESSORS.items():
            small = compress(content)
            if len(small) < len(content):
                path.with_name(path.name + ending).write_bytes(small)
                written += 1
    return written
