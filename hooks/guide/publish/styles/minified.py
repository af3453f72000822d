"""Minifies style sheets."""

from __future__ import annotations

import re

import lightningcss

# The library writes range syntax, which Safari supports only since 16.4.
RANGE = re.compile(r"\((width|height|resolution)([<>])=([^()<>]+)\)")
NEWER = re.compile(r"@media[^{]*[<>]")


def minified(css: str, name: str) -> str:
    """The same style sheet, shorter. Raises ValueError, with the name of the file, for invalid CSS."""
    try:
        short = lightningcss.process_stylesheet(css, filename=name)
    except Exception as error:  # the library raises a plain Exception
        raise ValueError(f"{name}: {error}") from error
    plain = RANGE.sub(lambda m: f"({'min' if m[2] == '>' else 'max'}-{m[1]}:{m[3]})", short)
    if left := NEWER.search(plain):
        raise ValueError(f"{name}: {left[0]!r} is newer than the browsers that the site supports")
    return plain
