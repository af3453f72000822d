"""Event `on_post_build`: takes the comments and the indentation out of our scripts and style sheets, as published.

They are for those who read the code: of what a page loads, they would be a sixth. Only whole lines go. A template must
hold no line that begins with two slashes, nor one whose leading spaces matter.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

COMMENTS = {
    ".js": re.compile(r"^ *//.*\n", re.M),
    ".css": re.compile(r"^ */\*(?:[^*]|\*(?!/))*\*/ *\n", re.M),
}
INDENT = re.compile(r"^ +", re.M)


def bare(text: str, suffix: str) -> str:
    """The text of a `.js` or `.css` file as it is published."""
    return INDENT.sub("", COMMENTS[suffix].sub("", text))


def on_post_build(*, config: Any) -> None:
    """Writes each script and each style sheet again without its comments."""
    for path in Path(config.site_dir).glob("assets/**/*"):
        if path.suffix in COMMENTS:
            text = path.read_text(encoding="utf-8")
            if (published := bare(text, path.suffix)) != text:
                path.write_text(published, encoding="utf-8")
