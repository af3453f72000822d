"""The colors of both schemes for browsers without `light-dark()`.

Chrome before 123 and Safari before 17.5 would know none: no text, no line, no background. What styles/tokens.css says
once is written a second time, for them alone, so that nobody has to maintain a second list.
"""

from __future__ import annotations

import re

from ...site import Site

TOKENS = "assets/styles/tokens.css"
PAIR = re.compile(r"(--[\w-]+): light-dark\(([^,()]+), ([^,()]+)\);")
FALLBACK = """
@supports not (color: light-dark(red, red)) {
:root, [data-md-color-scheme] { %(light)s }
[data-md-color-scheme="slate"] { %(dark)s }
@media (prefers-color-scheme: dark) { .no-js [data-md-color-scheme] { %(dark)s } }
}
"""


def add_old_colors(site: Site) -> None:
    """Writes the tokens again, with the fallback at their end."""
    tokens = (site.folder / TOKENS).read_text(encoding="utf-8")
    site.write(TOKENS, with_both_schemes(tokens))


def with_both_schemes(css: str) -> str:
    """The style sheet with each `light-dark(a, b)` once more, as two plain values."""
    pairs = PAIR.findall(css)
    light = " ".join(f"{name}: {value};" for name, value, _ in pairs)
    dark = " ".join(f"{name}: {value};" for name, _, value in pairs)
    return css + FALLBACK % {"light": light, "dark": dark}
