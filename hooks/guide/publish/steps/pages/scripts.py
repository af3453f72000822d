"""One script for all pages in place of their modules, and one more for the tools of a page.

A tool of eighteen modules, four levels deep, would wait for the network four times. Skipped in a preview, where modules
keep their names and do the same.
"""

from __future__ import annotations

from pathlib import Path

from ...cache import cached
from ...scripts import bundling, pages
from ...site import NotFinished, Site

CACHE = ".cache/scripts"
THEME = "assets/javascripts/"


def bundle_scripts(site: Site) -> None:
    """Writes the scripts and names them in the pages. Raises NotFinished if the bundler fails."""
    if site.is_preview:
        return
    sources = {
        path: text
        for path, text in site.texts("assets/**/*.js").items()
        if not path.startswith(THEME)
    }
    cache, code = site.guide.root / CACHE, _own_code()
    try:
        made = pages.with_bundles(
            site.html, sources, lambda key, make: cached(cache, key + code, make)
        )
    except ValueError as error:
        raise NotFinished(f"The scripts cannot be joined. {error}") from None
    site.take(made)


def _own_code() -> str:
    """The bundling code, as part of the cache key."""
    folder = Path(bundling.__file__).parent
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
