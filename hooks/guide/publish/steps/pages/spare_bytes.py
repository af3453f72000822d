"""Pages without bytes that say nothing: the indentation of templates, and signs that components spell as numbers.

Components write each sign that Markdown knows as a number, `&#46;`, so that Markdown leaves it alone. In a finished
page only those that HTML itself reads must stay so.
"""

from __future__ import annotations

import re

from ...site import Site

NUMBERED = re.compile(r"&#(\d+);")
READ_BY_HTML = frozenset(map(ord, "\"&'<>`"))
# Inside these, each space counts.
KEPT = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)", re.S)
INDENTED = re.compile(r"[ \t\r]*\n\s*")


def spare_bytes(site: Site) -> None:
    """Shortens every page. What a browser makes of it stays the same."""
    site.edit_all(shortened)


def shortened(html: str) -> str:
    """The same page in fewer bytes."""
    parts = KEPT.split(html)
    # Text, what is kept, and the name of its tag, over and over.
    outside = (INDENTED.sub("\n", _plain(part)) for part in parts[::3])
    inside = (_plain(part) for part in [*parts[1::3], ""])
    return "".join(one + other for one, other in zip(outside, inside, strict=True))


def _plain(html: str) -> str:
    return NUMBERED.sub(lambda m: m[0] if int(m[1]) in READ_BY_HTML else chr(int(m[1])), html)
