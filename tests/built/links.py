"""Where the links of a published page lead, and what is wrong with those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from tests.built.site import SITE_URL, BuiltSite, Page, classes

# Attributes by which a browser loads something while it shows the page.
LOADED = {
    *("img", "script", "iframe", "audio", "video", "source", "embed", "track", "input"),
    *("{http://www.w3.org/2000/svg}image", "{http://www.w3.org/2000/svg}use"),
}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
# An address inside a style sheet; `data:` and fragments load nothing.
IN_CSS = re.compile(r"""(?:url\(|@import)\s*['"]?(?!data:|#)([^'")\s;]+)""")


def addresses(page: Page) -> Iterator[tuple[Element, str]]:
    """Every address that the page names: links, pictures, scripts, style sheets."""
    for element in page.document.iter():
        for name in ("href", "src", "poster", "data", "action"):
            if element.get(name) is not None:
                yield element, element.get(name, "").strip()
        for part in element.get("srcset", "").split(","):
            if part.strip():
                yield element, part.split()[0]


def dead_links(site: BuiltSite, page: Page) -> list[str]:
    """Addresses inside the site that lead to no file, to no anchor, past the sub-path, or through a redirect."""
    faults = []
    for element, address in addresses(page):
        if element.get("data-md-component") == "search-share":
            continue  # a script gives it its address when a reader searches
        fault = _fault_of(site, page, address)
        if fault:
            faults.append(f"{page.url}: {address!r} {fault}")
    return faults


def _fault_of(site: BuiltSite, page: Page, address: str) -> str:
    if not address or address == "#":
        return "leads nowhere"
    target = urlsplit(urljoin(page.address, address))
    if target.scheme not in ("http", "https"):
        return "" if target.scheme in ("mailto", "data") else "has an unknown scheme"
    return site_fault(site, target.geturl())


def site_fault(site: BuiltSite, address: str) -> str:
    """What is wrong with a full address; nothing for one outside the site's host."""
    target = urlsplit(address)
    if target.netloc != urlsplit(SITE_URL).netloc:
        return ""
    base = urlsplit(SITE_URL).path
    if not target.path.startswith(base):
        return f"leaves the site's folder {base}"
    path = unquote(target.path.removeprefix(base))
    if path not in site.pages:
        if (site.root / path).is_file():
            return ""
        redirected = path + "/" in site.pages or path.endswith("index.html")
        return "needs a closing slash" if redirected else "leads to no file"
    anchor = unquote(target.fragment)
    if not anchor or anchor in site.pages[path].ids or _opens_a_case(site, path, anchor):
        return ""
    return f"leads to no anchor of {path!r}"


def _opens_a_case(site: BuiltSite, path: str, anchor: str) -> bool:
    """Whether the case room reads it: "case=recall-week", for a case that it has the words of."""
    name, _, case = anchor.partition("=")
    words = site.root / f"assets/tools/data/case-room/{case}.json"
    return (path, name) == ("prepare/case-room/", "case") and words.is_file()


def loaded_from_elsewhere(page: Page) -> list[str]:
    """Whatever the page makes a browser load from another host."""
    return [
        f"{page.url}: loads {address}"
        for element, address in addresses(page)
        if _is_loaded(element)
        and urlsplit(urljoin(page.address, address)).netloc != urlsplit(SITE_URL).netloc
        and not address.startswith("data:")
    ]


def _is_loaded(element: Element) -> bool:
    loads_by_rel = LOADED_LINKS & set(element.get("rel", "").split())
    return element.tag in LOADED or (element.tag == "link" and bool(loads_by_rel))


def css_from_elsewhere(name: str, css: str) -> list[str]:
    """What a style sheet loads from another host."""
    return [
        f"{name}: loads {address}"
        for address in IN_CSS.findall(css)
        if urlsplit(urljoin(SITE_URL, address)).netloc != urlsplit(SITE_URL).netloc
    ]


def unguarded_links(page: Page) -> list[str]:
    """Links to sources without rel=noopener, and any link that opens a window without it."""
    sources = [
        link
        for block in page.document.iter()
        if "source__title" in classes(block)
        for link in block.iter("a")
    ]
    outward = [link for link in sources if urlsplit(link.get("href", "")).netloc]
    opening = [link for link in page.document.iter("a") if link.get("target") == "_blank"]
    return [
        f"{page.url}: {link.get('href')} lacks rel=noopener"
        for link in [*outward, *opening]
        if "noopener" not in link.get("rel", "").split()
    ]
