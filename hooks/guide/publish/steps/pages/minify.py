"""Removes needless bytes from pages: indentation of templates, characters that components write as numeric entities,
attributes that only earlier steps read, and unused output of the theme.

Components write each character that Markdown knows as an entity, `&#46;`, so that Markdown leaves it alone. A finished
page needs only those that HTML itself reads.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...html.markup import with_numbered
from ...site import Site

READ_BY_HTML = frozenset(map(ord, "\"&'<>`"))
# Templates escape quotes everywhere, and HTML reads them as quotes within tags only.
QUOTE = re.compile("&#3([49]);")
QUOTES = {"4": '"', "9": "'"}
# A value that holds what ends a tag, so that what follows it would be taken for text.
HOLDS_AN_END = re.compile(r"""=\s*(?:"[^"<>]*|'[^'<>]*)[<>]""")
# Inside these, each space counts.
VERBATIM = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)", re.S)
# Attributes for the search index and the page texts.
MARKS = re.compile(r' data-(?:search-exclude|title|kind="[^"]*")(?=[ >])')
# Of the theme: the generator tag, and the SVG namespace, which HTML does not need. Charts keep it for the books.
VERSIONS = re.compile(r'<meta name="generator"[^>]*>\n?')
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
ICON = f'<svg {NAMESPACE} viewBox="0 0 24 24"><'
# The theme's script that opens the tab which an address names.
OPENS_A_TAB = re.compile(r"<script>[^<]*__tabbed_[^<]*</script>\n?")
TABS = 'class="tabbed-set'
LINE_START = re.compile(r"\n\s+")


def minify_pages(site: Site) -> None:
    """Minifies every page. Browsers build the same document from it."""
    site.edit_all(minified)


def minified(html: str) -> str:
    """The same page in fewer bytes."""
    if TABS not in html:
        html = OPENS_A_TAB.sub("", html)
    parts = VERBATIM.split(html)
    # Alternates between text, verbatim content, and the name of its tag.
    outside = (_without_indents(_with_quotes(_of_use(_plain(part)))) for part in parts[::3])
    inside = (_plain(part) for part in [*parts[1::3], ""])
    return "".join(text + verbatim for text, verbatim in zip(outside, inside, strict=True))


def _without_indents(html: str) -> str:
    """The HTML without empty lines, and without spaces around a newline."""
    lines = LINE_START.sub("\n", html).split("\n")
    return "\n".join([*(line.rstrip(" \t\r") for line in lines[:-1]), lines[-1]])


def _of_use(html: str) -> str:
    html = VERSIONS.sub("", html).replace(ICON, ICON.replace(f" {NAMESPACE}", ""))
    return MARKS.sub(lambda mark: "" if _is_in_tag(html, mark.start()) else mark[0], html)


def _with_quotes(html: str) -> str:
    if HOLDS_AN_END.search(html):
        return html
    return QUOTE.sub(lambda q: q[0] if _is_in_tag(html, q.start()) else QUOTES[q[1]], html)


def _is_in_tag(html: str, place: int) -> bool:
    """Whether a tag is open at this place. Text holds no `<` and `>`."""
    return html.rfind("<", 0, place) > html.rfind(">", 0, place)


def _plain(html: str) -> str:
    return with_numbered(html, _mark)


@lru_cache(maxsize=1_000)  # a page repeats a few of them thousands of times
def _mark(number: str) -> str:
    return f"&#{number};" if int(number) in READ_BY_HTML else chr(int(number))
