"""Event `on_page_context`: hands the template schema.org descriptions of the page.

The template writes them as JSON through a filter that escapes `<`, `>` and `&`, so no row can end the script element.
Zensical runs no hooks: its pages lack these descriptions, and nothing a reader sees.
"""

from __future__ import annotations

from typing import Any


def on_page_context(context: dict[str, Any], *, page: Any, config: Any, **_: Any) -> dict[str, Any]:
    """The template's context with `structured_data`, a list of descriptions; without, if the site has no address."""
    from guide.publish.schema_org import descriptions

    if not config.site_url:  # a description names whole addresses, which nobody knows here
        return context
    home = (config.site_name, config.site_url)
    crumbs = [home] if page.is_homepage else [home, (page.title, page.canonical_url)]
    path, guide = page.file.src_uri, config.plugins["macros"].checked.guide
    context["structured_data"] = descriptions(guide, path, crumbs, config.site_url)
    return context
