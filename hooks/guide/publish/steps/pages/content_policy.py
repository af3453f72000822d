"""The Content Security Policy in every page, once nothing changes the pages any more.

Hashes are of what a browser gets, so whatever changes HTML must come before. A page's own policy cannot forbid other
sites to frame it: that takes a header of the host.
"""

from __future__ import annotations

from ...content_policy import PolicyBroken, with_policies
from ...site import NotFinished, Site

META = '<meta http-equiv="Content-Security-Policy"'


def add_content_policy(site: Site) -> None:
    """Writes the policy into every page. Raises NotFinished, with all reasons, if a page breaks it."""
    try:
        site.html = with_policies(site.html)
    except PolicyBroken as broken:
        raise NotFinished(f"The Content Security Policy cannot be kept.\n{broken}") from None


def has_policy(html: str) -> bool:
    """Whether a page carries one already."""
    return META in html
