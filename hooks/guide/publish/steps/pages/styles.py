"""One style sheet for all pages, without unused rules, and one more for the tools and pictures of a page.

Skipped in a preview, where sheets keep their names and the rules are the same.
"""

from __future__ import annotations

from pathlib import Path

from ...cache import cached
from ...site import NotFinished, Site
from ...styles import sheets

CACHE = ".cache/styles"


def join_styles(site: Site) -> None:
    """Writes the sheets and links the pages to them. Raises NotFinished for invalid CSS."""
    if site.is_preview:
        return
    cache, code = site.guide.root / CACHE, _own_code()
    try:
        joined = sheets.with_joined_sheets(
            site.html,
            site.texts("assets/**/*.css"),
            {p: t for p, t in site.texts("assets/**/*.js").items() if _is_ours(p)},
            lambda key, make: cached(cache, key + code, make),
        )
    except ValueError as error:
        raise NotFinished(f"The style sheets cannot be joined. {error}") from None
    site.take(joined)


def _is_ours(path: str) -> bool:
    return not path.startswith("assets/javascripts/") and "/vendor/" not in path


def _own_code() -> str:
    """The code that makes a sheet, as part of the cache key."""
    folder = Path(sheets.__file__).parent
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
