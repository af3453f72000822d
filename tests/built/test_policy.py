"""Each published page carries one strict policy, made of exactly the scripts that the pages hold."""

from __future__ import annotations

from urllib.parse import urlsplit

from guide.publish.content_policy import APPROVED, fingerprint

from tests.built.site import BuiltSite, Page, visible_text

NO_SCRIPTS = ("application/json", "application/ld+json")


def directives(page: Page) -> dict[str, list[str]]:
    """The page's policy by directive: {"script-src": ["'self'", "'sha256-...'"], ...}."""
    metas = page.document.findall("head/meta")
    (policy,) = [m for m in metas if m.get("http-equiv", "").lower() == "content-security-policy"]
    parts = (part.split() for part in policy.get("content", "").split(";"))
    return {name: values for name, *values in parts}


def test_all_pages_get_the_same_policy(site: BuiltSite) -> None:
    policies = {str(directives(page)) for page in site.pages.values()}
    assert "404.html" in site.pages
    assert len(policies) == 1


def test_nothing_is_allowed_that_is_not_from_here(site: BuiltSite) -> None:
    policy = directives(site.pages[""])
    scripts = policy.pop("script-src")
    assert policy == {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "media-src": ["blob:"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert scripts[0] == "'self'"
    assert all(value.startswith("'sha256-") for value in scripts[1:])


def test_the_hashes_are_those_of_the_scripts_on_the_pages(site: BuiltSite) -> None:
    """As the reference parser of HTML reads them, which is how a browser does."""
    scripts = {
        element.text or ""
        for page in site.pages.values()
        for element in page.document.iter("script")
        if not element.get("src") and element.get("type") not in NO_SCRIPTS
    }
    allowed = directives(site.pages[""])["script-src"][1:]
    assert sorted(allowed) == sorted(f"'{fingerprint(script)}'" for script in scripts)
    # That for tabs is on pages with tabs only.
    tabs = any('class="tabbed-set' in page.html for page in site.pages.values())
    expected = [why for why in APPROVED.values() if tabs or why != "the tab that the address names"]
    assert len(allowed) == len(expected), "an approved script is on no page; take it out"


def test_the_policy_comes_before_anything_that_it_could_stop(site: BuiltSite) -> None:
    for page in site.pages.values():
        first, second, third = list(page.document.find("head"))[:3]
        assert first.get("charset") == "utf-8"
        assert second.get("http-equiv") == "Content-Security-Policy"
        assert (third.get("name"), third.get("content")) == ("referrer", "same-origin")


def test_no_page_holds_an_inline_style(site: BuiltSite) -> None:
    """Attributes are looked for by test_pages.py."""
    styled = [
        f"{page.url}: {visible_text(element)[:60]}"
        for page in site.pages.values()
        for element in page.document.iter("style")
    ]
    assert styled == []


LOADED = {"script": "src", "img": "src", "link": "href", "source": "srcset", "iframe": "src"}
NOT_LOADED = {"canonical", "prev", "next", "alternate", "edit"}


def test_every_file_that_a_page_loads_is_of_this_site(site: BuiltSite) -> None:
    addresses = [
        (page.url, element.get(LOADED[element.tag], ""))
        for page in site.pages.values()
        for element in page.document.iter()
        if element.tag in LOADED and element.get("rel") not in NOT_LOADED
    ]
    assert len(addresses) > len(site.pages)
    assert [each for each in addresses if urlsplit(each[1]).netloc] == []


def test_no_page_has_another_fetched_ahead(site: BuiltSite) -> None:
    """Firefox fetches what a head names as next, with every load, and the policy would block it."""
    ahead = {"next", "prefetch", "prerender"}
    for page in site.pages.values():
        kinds = {
            kind for link in page.document.iter("link") for kind in link.get("rel", "").split()
        }
        assert not kinds & ahead, page.url
