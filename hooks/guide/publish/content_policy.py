"""The Content Security Policy of the site: what a browser may load and run, declared by every page.

Scripts in files of this site may run. Of those inside a page, only the theme's few may, each allowed by its
hash. Content with a script is refused earlier (markup.py); if one slips through, no browser runs it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

# The theme's inline scripts, reviewed and approved for mkdocs-material 9.8.2. The first contains the path of the
# site, which differs from fork to fork, so its hash is taken without it.
APPROVED: Mapping[str, str] = {
    "sha256-frNoT9rNKIH2e5QomDJzop2HdNi8gmIq+bZajsEDKpA=": "where a reader's choices are stored",
    "sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=": "light or dark, before anything is drawn",
    "sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "the tab that the address names",
}
# Zensical 0.0.73 writes this one in place of the first, and the other two unchanged.
OF_ZENSICAL: Mapping[str, str] = {
    "sha256-IT1XGoa9VozLZb+Syjz5UoTYwUCZcYmwJypQO3L6OYg=": "where choices are stored, and the platform for its styles",
}
SITE_PLACE = re.compile(r'^(__md_scope=new URL\(")[\w./~%-]*(?=",location\))')
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
# Scripts of these types are data; browsers never run them. Files are covered by 'self'.
NOT_RUN = re.compile(r'\ssrc=|\stype="application/(?:ld\+)?json"')
CHARSET = '<meta charset="utf-8">'
# Marks and icons in style sheets are data: pictures. Sounds are recordings made on the page. Embeds, form
# submissions and frames are blocked.
DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",  # named by a script, once a reader has saved the guide
    "base-uri 'none'",
    "form-action 'none'",
)
# Only this site's own host gets the referrer, other sites do not.
REFERRER = '<meta name="referrer" content="same-origin">'


class PolicyBroken(ValueError):
    """Raised for content that the policy forbids. The message names each case, its pages and the fix."""


def inline_scripts(html: str) -> list[str]:
    """The inline scripts of a page that would run. Raises PolicyBroken for one whose end is unclear."""
    found = SCRIPT.findall(html)
    if len(found) != html.lower().count("<script"):
        raise PolicyBroken("a <script> is not closed, or is inside another.")
    return [text for attributes, text in found if not NOT_RUN.search(attributes)]


def fingerprint(script: str) -> str:
    """The hash by which a policy names a script: `sha256-` and base64."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def content_policy(scripts: Iterable[str]) -> str:
    """The policy that lets these inline scripts run."""
    hashes = "".join(f" '{name}'" for name in sorted({fingerprint(script) for script in scripts}))
    return "; ".join(DIRECTIVES).format(hashes=hashes)


class Found(NamedTuple):
    """What the policy has to know of a page."""

    scripts: Sequence[str]
    is_styled: bool
    has_place: bool


def found_in(html: str) -> Found:
    """What the policy has to know of this page. Raises PolicyBroken for a script whose end is unclear."""
    return Found(inline_scripts(html), "<style" in html.lower(), html.count(CHARSET) == 1)


def policy_of(found: Mapping[str, Found]) -> str:
    """One policy for all pages, because instant navigation keeps that of the first page.

    Raises PolicyBroken, with all reasons, for an unapproved script, a style element, or a page without a
    place for the policy.
    """
    scripts: dict[str, list[str]] = {}
    for path, page in found.items():
        for script in page.scripts:
            scripts.setdefault(script, []).append(path)
    faults = [*_unapproved_scripts(scripts), *_pages_at_fault(found)]
    if faults:
        raise PolicyBroken("\n".join(faults))
    return content_policy(scripts)


def with_policy(html: str, policy: str) -> str:
    """The page with the policy as the first thing that a browser reads after the encoding."""
    metas = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">{REFERRER}'
    return html.replace(CHARSET, metas, 1)


def also_allowing(html: str, script: str) -> str:
    """A page with a policy that lets one more script run; any other page unchanged."""
    return html.replace("script-src 'self'", f"script-src 'self' '{fingerprint(script)}'", 1)


def _unapproved_scripts(scripts: Mapping[str, list[str]]) -> list[str]:
    return [
        f"{_places(paths)}: an inline script that no one has approved: {script.strip()[:80]!r}\n"
        "    Put it into a file below overrides/assets/, which may always run. If a new version of the theme\n"
        f"    writes it, read it, and add '{fingerprint(_without_place(script))}'"
        " to hooks/guide/publish/content_policy.py."
        for script, paths in scripts.items()
        if fingerprint(_without_place(script)) not in {**APPROVED, **OF_ZENSICAL}
    ]


def _pages_at_fault(found: Mapping[str, Found]) -> list[str]:
    styled = [path for path, page in found.items() if page.is_styled]
    without_place = [path for path, page in found.items() if not page.has_place]
    faults = []
    if styled:
        faults.append(f"{_places(styled)}: a <style> element, which the policy blocks. Use a file.")
    if without_place:
        faults.append(
            f"{_places(without_place)}: no place for the policy; {CHARSET} must occur once."
        )
    return faults


def _without_place(script: str) -> str:
    return SITE_PLACE.sub(r"\1", script)


def _places(paths: list[str]) -> str:
    more = f" and {len(paths) - 3} more pages" if len(paths) > 3 else ""
    return ", ".join(paths[:3]) + more
