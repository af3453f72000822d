"""The pages of files: sizes and checksums, whole addresses, no books that were not built; and the list of checksums."""

from __future__ import annotations

from ....pages.links import file_below_site
from ....view.downloads import CHECKSUMS, DATA_PAGE, LIST, PAGE, download_paths, optional_paths
from ...downloads.file_facts import checksum_list, with_addresses, with_facts, without_entries
from ...site import NotFinished, Site
from .page_texts import write_text_again


def measure_downloads(site: Site) -> None:
    """Measures the files. Raises NotFinished if one is missing. Does nothing in a preview, which lacks some of them."""
    page = file_below_site(PAGE)
    if site.is_preview or page not in site.html:
        return
    missing = [path for path in download_paths() if not (site.folder / path).is_file()]
    if faults := [path for path in missing if path not in optional_paths()]:
        raise NotFinished(f"{LIST.name} lists files that no step has made: {', '.join(faults)}")
    there = [path for path in download_paths() if path not in missing]
    files = {path: (site.folder / path).read_bytes() for path in there}
    site.html[page] = with_facts(without_entries(site.html[page], missing), files)
    write_text_again(
        site, PAGE
    )  # the whole guide as one text is measured here, so it cannot hold its own size
    site.write(CHECKSUMS, checksum_list(files))
    for file in (page, file_below_site(DATA_PAGE)):
        site.html[file] = with_addresses(site.html[file], site.settings.url)
