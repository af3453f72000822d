"""Size, checksum and whole address of each file to take along, once the build has written it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from html import escape, unescape

ENTRY = re.compile(r'<li class="files__entry">(?:(?!</li>).)*?data-file="([^"]+)".*?</li>\s*', re.S)
FACTS = re.compile(r'(<small class="file-facts" data-file="([^"]+)")>(</small>)?')
CITED = re.compile(r"<span data-cited-file>([^<]+)</span>")
# Enough to compare by eye; the list of checksums has all digits.
SHOWN_DIGITS = 12


def checksum_list(files: Mapping[str, bytes]) -> str:
    """The lines that `sha256sum --check` reads."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()
    )


def with_facts(html: str, files: Mapping[str, bytes]) -> str:
    """The page with size and checksum beside each file. Raises KeyError for one that is not there."""

    def filled(place: re.Match[str]) -> str:
        content = files[unescape(place[2])]
        digits = hashlib.sha256(content).hexdigest()[:SHOWN_DIGITS]
        return f"{place[1]}>{size(len(content))}, SHA-256 {digits}…{place[3]}"

    return FACTS.sub(filled, html)


def with_addresses(html: str, site: str) -> str:
    """The page with the address of each file below `site`, which is shown on paper."""
    return FACTS.sub(rf'\1 data-address="{escape(site)}\2">\3', html)


def with_cited_addresses(html: str, site: str) -> str:
    """The page with the address of each cited file below `site`: whoever copies a citation leaves the site."""
    return CITED.sub(rf"{escape(site)}\1", html)


def without_entries(html: str, paths: Collection[str]) -> str:
    """The page without the entries of these files."""
    return ENTRY.sub(lambda entry: "" if unescape(entry[1]) in paths else entry[0], html)


def size(count: int) -> str:
    """`381 kB`, `1.4 MB`."""
    return (
        f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
    )
