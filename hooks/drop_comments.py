"""Event `on_post_build`: takes the comments out of our scripts, as published.

They are for those who read the code: of what a page loads, they would be a sixth. Only whole lines go. A template must
hold no line that begins with two slashes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

COMMENT = re.compile(r"^ *//.*\n", re.M)


def on_post_build(*, config: Any) -> None:
    """Writes each script again without its comments."""
    for script in Path(config.site_dir).glob("assets/**/*.js"):
        text = script.read_text(encoding="utf-8")
        if (bare := COMMENT.sub("", text)) != text:
            script.write_text(bare, encoding="utf-8")
