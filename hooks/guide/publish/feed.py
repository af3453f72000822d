"""What changed, as an Atom feed (RFC 4287), made from the same rows as the page.

Written with the standard library's XML writer, which escapes every text: a feed is twenty elements, and a library for
it would add a compiled XML parser to each build.
"""

from __future__ import annotations

import datetime as dt
import uuid
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..pages.links import address_below_site
from ..rows.loading import Guide
from ..rows.models import Change
from .schema_org import LICENSE

NAMESPACE = "http://www.w3.org/2005/Atom"
PATH = "feed.xml"
PAGE = "reference/changes.md"
# Older changes are on the page.
MOST_ENTRIES = 50


def feed(guide: Guide, site_name: str, site_url: str) -> str:
    """The feed as XML. `site_url` ends in a slash; without one the feed has no addresses but is still valid."""
    changes: tuple[Change, ...] = guide["changes"].all[:MOST_ENTRIES]
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _text(root, "id", _entry_id(site_url or site_name))
    _text(root, "title", f"{site_name}: what changed")
    _text(root, "subtitle", "Facts added, corrected or removed. Wording and looks are not listed.")
    _text(root, "updated", _timestamp(changes[0].date if changes else dt.date(1970, 1, 1)))
    _text(SubElement(root, "author"), "name", "The guide's contributors")
    _text(root, "rights", f"CC BY 4.0, {LICENSE}")
    if site_url:
        SubElement(root, "link", {"rel": "self", "href": site_url + PATH})
        SubElement(root, "link", {"rel": "alternate", "href": _address(site_url, PAGE)})
    for change in changes:
        _entry(root, change, site_url)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, change: Change, site_url: str) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", _entry_id(change.id))
    _text(entry, "title", f"{change.kind.capitalize()}: {_first_sentence(change.what)}")
    _text(entry, "updated", _timestamp(change.date))
    if site_url:
        SubElement(entry, "link", {"rel": "alternate", "href": _address(site_url, change.page)})
    SubElement(entry, "category", {"term": change.kind})
    _text(entry, "content", change.what)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _entry_id(text: str) -> str:
    """A stable id for feed readers, the same on every copy of the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, text).urn


def _timestamp(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _address(site_url: str, page: str) -> str:
    return f"{site_url}{address_below_site(page)}"


def _first_sentence(text: str) -> str:
    return text.split(". ", maxsplit=1)[0].rstrip(".")
