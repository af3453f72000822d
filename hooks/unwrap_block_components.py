"""Event `on_page_content`: makes the HTML of an indented component valid.

Markdown wraps a one-line component in a paragraph inside a list, an admonition or a tab, and a paragraph
may hold no block. Zensical runs no hooks and keeps the empty paragraphs; browsers show them as nothing.
"""

from __future__ import annotations

from typing import Any


def on_page_content(html: str, **_: Any) -> str:
    """The page's HTML without paragraphs around block components."""
    # Inside the event, since hooks stay loaded while serving and would hold on to an old package.
    from guide.publish.markup import unwrap_blocks

    return unwrap_blocks(html)
