"""All external addresses of the guide: those of its sources, and those on its pages."""

from __future__ import annotations

import re
from pathlib import Path

from guide.rows.loading import Guide

# As Markdown writes them: `](address)`, `<address>` or bare. A bracket may be part of one only in a pair.
ADDRESS = re.compile(r"https?://(?:[^\s<>()\"'`\]]|\([^\s<>()]*\))+")
# On a page these are the guide's own addresses, or examples.
OWN_HOSTS = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost|[^/]*\bexample\.(?:org|com|net))(?:[:/]|$)"
)


def addresses(guide: Guide, docs: Path) -> dict[str, list[str]]:
    """Each address, without its `#...`, and the places that name it, such as `data/sources.yml:12 (some-id)`."""
    found: dict[str, list[str]] = {}
    for source, place in guide.sources.with_places():
        if source.url:
            where = f"data/sources.yml:{place.line_of('url')} ({source.id})"
            found.setdefault(_without_fragment(source.url), []).append(where)
    for path in sorted(docs.rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for address in ADDRESS.findall(line):
                where = f"docs/{path.relative_to(docs).as_posix()}:{number}"
                found.setdefault(_without_fragment(address.rstrip(".,;:!?*_")), []).append(where)
    return {address: places for address, places in found.items() if not OWN_HOSTS.match(address)}


def _without_fragment(address: str) -> str:
    """A browser does not send the part after `#`."""
    return address.partition("#")[0]
