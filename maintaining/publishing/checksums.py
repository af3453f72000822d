"""`checksums.txt` of a site: the SHA-256 of every file, in the form that `sha256sum --check checksums.txt` reads.

It is published with the site, and its own build provenance is attested, so that a reader can tell of each page that it
came from this repository.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "checksums.txt"


class Damaged(Exception):
    """Files are missing, or differ from what was built."""


def write_checksums(site: Path) -> Path:
    """Writes the list into the site and returns its path."""
    lines = [f"{digest}  {name}\n" for name, digest in _digests(site).items()]
    path = site / NAME
    path.write_text("".join(lines), encoding="utf-8")
    return path


def check_checksums(site: Path) -> None:
    """Compares the files with the list; files beside it do not count. Raises Damaged."""
    wanted = read_checksums(site)
    found = _digests(site)
    faults = [name for name, digest in wanted.items() if found.get(name) != digest]
    if faults:
        raise Damaged(f"{site}: {len(faults)} files are not as they were built: {faults[:5]}")


def read_checksums(site: Path) -> dict[str, str]:
    """SHA-256 (hexadecimal) by path; nothing for a site without the list."""
    path = site / NAME
    if not path.is_file():
        return {}
    pairs = (line.split("  ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return {name: digest for digest, name in pairs}


def _digests(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    named = {path.relative_to(site).as_posix(): path for path in files}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in named.items()
        if name != NAME
    }
