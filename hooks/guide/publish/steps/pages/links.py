"""Links to files whose name ends in `.md`, which are not pages.

Zensical treats each such link as a link to a page: it writes `guide-pm/` for `guide-pm.md`.
"""

from __future__ import annotations

import posixpath
import re
from functools import partial

from ....view.downloads import download_paths
from ...site import Site

LINK = re.compile(r'(?<=href=")([^":?#]+)/(?=")')


def restore_file_links(site: Site) -> None:
    """Restores those file names. Pages of a builder that leaves links alone are unchanged."""
    if site.is_preview:  # no such builder serves with hooks
        return
    written = site.paths("prompts/*.md")
    files = {path for path in (*written, *download_paths()) if path.endswith(".md")}
    for page in site.pages:
        site.edit_content(page, partial(with_file_links, url=page.url, files=files))


def with_file_links(html: str, url: str, files: set[str]) -> str:
    """The HTML of the page at `url` with each link to `x/` that means the file `x.md` among `files`."""

    def named(link: re.Match[str]) -> str:
        is_file = f"{posixpath.normpath(url + link[1])}.md" in files
        return f"{link[1]}.md" if is_file else link[0]

    return LINK.sub(named, html)
