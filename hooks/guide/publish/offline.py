"""What a reader saves for reading without a network: the list of the site's files, each with its SHA-256.

The worker (overrides/offline-worker.js) compares what it fetches with this list, and fetches only what changed.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..rows.recalling import Recall, uncached

WORKER = "offline-worker.js"
LIST = "offline.json"
MANIFEST = "manifest.json"
FORMAT = "pm-pmm-offline-1"
TOOL = "<offline-tool "
# For other programs, hosts and crawlers: no page, tool or search needs these.
LEFT_OUT = re.compile(
    r"offline-worker\.js|offline\.json|robots\.txt|llms\.txt|checksums\.txt|.*\.(?:map|apkg|zip|gz|br|epub|pdf)"
    r"|guide-pmm?\.md|cards/.*|data/.*|pictures/.*"
)
# Hosts compress text and nothing else.
COMPRESSED = re.compile(r".*\.(?:html|css|js|json|svg|xml|txt|csv|md)")


@dataclass(frozen=True)
class OfflineCopy:
    """One release: its files with their contents, and the day of its data in words."""

    files: Mapping[str, bytes]
    edition: str
    recall: Recall = uncached

    @property
    def stored(self) -> int:
        """Bytes that it takes up in the browser's storage."""
        return sum(map(len, self.files.values()))

    @property
    def sent(self) -> int:
        """About how many bytes a host sends for it, the list included."""
        files = {**self.files, LIST: self.listed().encode()}
        return sum(self._sent(path, content) for path, content in files.items())

    def _sent(self, path: str, content: bytes) -> int:
        if not COMPRESSED.fullmatch(path):
            return len(content)
        return self.recall(("sent", _digest(content)), lambda: len(gzip.compress(content, 6)))

    def listed(self) -> str:
        """The list as JSON. Its `release` is the SHA-256 of its files, as the worker writes them."""
        files = [[path, _digest(content)] for path, content in sorted(self.files.items())]
        written = json.dumps(files, separators=(",", ":"))
        fields = {
            "format": FORMAT,
            "release": _digest(written.encode()),
            "edition": self.edition,
            "bytes": self.stored,
            "files": files,
        }
        return json.dumps(fields, separators=(",", ":"))


def is_saved(path: str) -> bool:
    """Whether a file of the site belongs to what a reader saves."""
    return not LEFT_OUT.fullmatch(path)


def with_size(html: str, copy: OfflineCopy) -> str:
    """The page with the sizes that the button shows. Without them the button is hidden."""
    sent, stored = (f"{count / 1_000_000:.1f} MB" for count in (copy.sent, copy.stored))
    facts = f'data-sent="{sent}" data-stored="{stored}" data-files="{len(copy.files)}" '
    return html.replace(TOOL, TOOL + facts, 1)


def _digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
