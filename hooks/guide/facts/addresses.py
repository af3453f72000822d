"""Addresses of sources: which of them lead to the same text."""

from __future__ import annotations

import re

from ..rows.loading import Guide


def bare_address(address: str) -> str:
    """An address reduced for comparison: no protocol, `www.`, fragment or trailing slash."""
    host_and_path = re.sub(r"^https?://(www\.)?", "", address.strip(), flags=re.I).partition("#")[0]
    return host_and_path.rstrip("/")


def source_at(guide: Guide, address: str) -> str | None:
    """The id of the first source of the guide at this address, or None."""
    wanted = bare_address(address)
    found = (
        row.id for row in guide.sources.values() if row.url and bare_address(row.url) == wanted
    )
    return next(found, None)
