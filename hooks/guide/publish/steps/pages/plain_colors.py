"""The colors of both schemes without `light-dark()`, as a list for each scheme.

Chrome before 123 and Safari before 17.5 do not know the function, and would draw no text, line or background. Every
browser gets the lists, since a sheet with both forms is 0.4 kB heavier. styles/tokens.css stays their only definition.
"""

from __future__ import annotations

import re

from ...site import Site

TOKENS = "assets/styles/tokens.css"
PAIR = re.compile(r"(--[\w-]+): light-dark\(([^,()]+), ([^,()]+)\);")
# Paper is light, in whatever scheme a reader prints.
DARK = """
@media screen { [data-md-color-scheme="slate"] { %(dark)s } }
@media screen and (prefers-color-scheme: dark) { .no-js [data-md-color-scheme] { %(dark)s } }
"""


def write_plain_colors(site: Site) -> None:
    """Writes the tokens again, with plain values in place of the pairs."""
    site.write(TOKENS, with_plain_colors(site.text(TOKENS)))


def with_plain_colors(css: str) -> str:
    """The style sheet with the light value of each `light-dark(a, b)` in its place, and the dark ones at its end."""
    dark = " ".join(f"{name}: {value};" for name, _, value in PAIR.findall(css))
    return PAIR.sub(r"\1: \2;", css) + DARK % {"dark": dark}
