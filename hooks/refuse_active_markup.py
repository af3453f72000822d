"""Event `on_page_content`, after unwrap_block_components: stops the build if a page holds anything that could run.

Pages and data come from strangers by pull request. The page rules refuse raw HTML with its line; this looks at what
Markdown made of the page, so that no spelling of it gets through. Scripts belong to the theme, never to content.
"""

from __future__ import annotations

from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(-50)
def on_page_content(html: str, *, page: Any, **_: Any) -> str:
    """The HTML unchanged. Raises PluginError for scripts, handlers, forms, inline styles or script addresses."""
    from guide.publish.markup import active_markup

    found = active_markup(html)
    if found:
        message = (
            f"docs/{page.file.src_uri}: content that could run is refused: {', '.join(found)}."
        )
        raise PluginError(message)
    return html
