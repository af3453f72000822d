"""The Content Security Policy in every page, after every other change to the pages.

Hashes are of what a browser gets, so steps that change HTML must run before. A policy in a page cannot forbid other
sites to frame it: that takes an HTTP header.
"""

from __future__ import annotations

from functools import partial

from ...content_policy import PolicyBroken, found_in, policy_of, with_policy
from ...site import NotFinished, Site

META = '<meta http-equiv="Content-Security-Policy"'


def add_content_policy(site: Site) -> None:
    """Writes the policy into every page. Raises NotFinished, with all reasons, if a page breaks it."""
    try:
        found = {
            path: site.once(f"policy {path}", [html], partial(found_in, html))
            for path, html in site.html.items()
        }
        policy = policy_of(found)
    except PolicyBroken as broken:
        raise NotFinished(f"A page breaks the Content Security Policy.\n{broken}") from None
    for path, html in site.html.items():
        add = partial(with_policy, html, policy)
        site.html[path] = site.once(f"with policy {path}", [html, policy], add)


def has_policy(html: str) -> bool:
    """Whether a page carries one already."""
    return META in html
