"""Finds the Internet Archive's copy of a dead page: https://archive.org/help/wayback_api.php"""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import HTTPError

ARCHIVE = "https://archive.org/wayback/available"
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/[!-;=?-~]+")


def archived(address: str, pool: urllib3.PoolManager, archive: str = ARCHIVE) -> str:
    """The address of the newest copy; empty without one, or without an answer: the report can do without."""
    try:
        response = pool.request("GET", f"{archive}?{urlencode({'url': address})}")
        found = json.loads(response.data)["archived_snapshots"]["closest"]["url"]
    except (HTTPError, ValueError, KeyError, TypeError):
        return ""
    # It goes into a report as a link, so nothing else may come out of here.
    is_copy = isinstance(found, str) and ARCHIVED.fullmatch(found)
    return found.replace("http://", "https://", 1) if is_copy else ""
