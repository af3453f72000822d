"""Event `on_post_build`: takes the comments out of our scripts and style sheets, as published.

They are for those who read the code: of what a page loads, they would be a sixth. Only whole lines go. A template must
hold no line that begins with two slashes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

COMMENTS = {
    ".js": re.compile(r"^ *//.*\n", re.M),
    ".css": re.compile(r"^ */\*(?:[^*]|\*(?!/))*\*/ *\n", re.M),
}


def on_post_build(*, config: Any) -> None:
    """Writes each script and each style sheet again without its comments."""
    for path in Path(config.site_dir).glob("assets/**/*"):
        if comment := COMMENTS.get(path.suffix):
            text = path.read_text(encoding="utf-8")
            if (bare := comment.sub("", text)) != text:
                path.write_text(bare, encoding="utf-8")
