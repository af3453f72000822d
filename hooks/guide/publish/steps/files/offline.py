"""What "Save for offline" needs: the worker, the manifest, and the list of everything else in the site.

`offline-worker.js` lies at the root of the site, since a worker's scope is its own folder.
None of this is fetched before a reader presses the button.
"""

from __future__ import annotations

from ....facts.freshness import data_date, spoken_date
from ....pages.links import file_below_site
from ...offline import LIST, MANIFEST, WORKER, OfflineCopy, is_saved, with_size
from ...site import Site
from ..pages.comments import bare

PAGE = "reference/offline.md"
# Only in the worker that saves, not in the one that removes itself.
SAVES = "async function save("


def write_offline_worker(site: Site) -> None:
    """Writes the worker and the manifest, which some builders do not copy."""
    overrides = site.guide.root / "overrides"
    worker = (overrides / WORKER).read_text(encoding="utf-8")
    site.write(WORKER, bare(worker, ".js"))
    site.write(MANIFEST, (overrides / MANIFEST).read_bytes())


def list_offline_files(site: Site) -> None:
    """Writes `offline.json`, and the size into the page that offers it.

    Does nothing in a preview, which lacks files, nor if the maintainer has switched saving off.
    """
    page = file_below_site(PAGE)
    worker = site.folder / WORKER
    if site.is_preview or page not in site.html or SAVES not in worker.read_text(encoding="utf-8"):
        return
    edition, files = spoken_date(data_date(site.guide)), _files(site)
    site.html[page] = with_size(site.html[page], OfflineCopy(files, edition, site.memory.recall))
    files[page] = site.html[page].encode()
    site.write(LIST, OfflineCopy(files, edition).listed())


def _files(site: Site) -> dict[str, bytes]:
    """Every file that is saved, with the pages as they are about to be written."""
    paths = (path for path in sorted(site.folder.rglob("*")) if path.is_file())
    named = {path.relative_to(site.folder).as_posix(): path for path in paths}
    return {
        name: site.html[name].encode() if name in site.html else path.read_bytes()
        for name, path in named.items()
        if is_saved(name)
    }
