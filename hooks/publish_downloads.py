"""Event `on_post_build`: writes size and checksum of each download into its page, and the list of all checksums.

After the files are there and before the content policy reads the finished pages. Not while serving, when the texts of
pages are not written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

_commands: list[str] = []


def on_startup(*, command: str, **_: Any) -> None:
    """Notes whether this is `mkdocs serve`."""
    _commands[:] = [command]


@event_priority(-200)
def on_post_build(*, config: Any) -> None:
    """Measures the files. Raises PluginError if one is missing."""
    if "serve" in _commands:
        return
    from guide.pages.links import page_url
    from guide.publish.downloads import checksum_list, with_facts
    from guide.view.downloads import CHECKSUMS, LIST, PAGE, download_paths

    site = Path(config.site_dir)
    page = site / page_url(PAGE).strip("/") / "index.html"
    if not page.is_file():
        return  # a site without the page has nothing to fill
    missing = [path for path in download_paths() if not (site / path).is_file()]
    if missing:
        raise PluginError(
            f"{LIST.name} lists files that the build did not make: {', '.join(missing)}"
        )
    files = {path: (site / path).read_bytes() for path in download_paths()}
    page.write_bytes(with_facts(page.read_bytes().decode(), files).encode())
    (site / CHECKSUMS).write_text(checksum_list(files), encoding="utf-8")
