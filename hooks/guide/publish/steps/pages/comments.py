"""Our scripts and style sheets without comments and indentation, as published.

Comments would be a sixth of what a page loads. Only whole lines are removed, so a template literal must not have a
line that starts with two slashes, or one whose leading spaces matter.
"""

from __future__ import annotations

import re
from functools import partial

from ...site import Site

COMMENTS = {
    ".js": re.compile(r"^ *//.*\n", re.M),
    ".css": re.compile(r"^ */\*(?:[^*]|\*(?!/))*\*/ *\n", re.M),
}
INDENT = re.compile(r"^ +", re.M)


def strip_comments(site: Site) -> None:
    """Writes each script and each style sheet again without its comments."""
    for suffix in COMMENTS:
        for path in site.paths(f"assets/**/*{suffix}"):
            text = site.text(path)
            published = site.once(f"bare {path}", [text], partial(bare, text, suffix))
            if published != text:
                site.write(path, published)


def bare(text: str, suffix: str) -> str:
    """The text of a `.js` or `.css` file as it is published."""
    return INDENT.sub("", COMMENTS[suffix].sub("", text))
