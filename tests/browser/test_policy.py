"""The Content Security Policy stops what should never have come so far, and the watch of all tests sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE_MS, Opener, Tab, go, until, watched_context
from tests.browser.watching import Watch
from tests.built.site import ADDRESS_OF_404
from tests.guides import quick_and_slow
from tests.sites.tiny_site import copy_of_guide

ADD = "html => document.querySelector('main').append(document.createRange().createContextualFragment(html))"
# What a hostile page would try, how it would be known that it worked, and the directive that stops it.
ATTACKS = {
    "inline script": ("<script>window.ran = 1</script>", "script-src-elem"),
    "event handler": ("<img src='no-such-file' onerror='window.ran = 1'>", "script-src-attr"),
    "script elsewhere": ("<script src='https://example.com/x.js'></script>", "script-src-elem"),
    "picture elsewhere": ("<img src='https://example.com/x.png'>", "img-src"),
    "style sheet elsewhere": (
        "<link rel=stylesheet href='https://example.com/x.css'>",
        "style-src-elem",
    ),
    "inline style": ("<style>main { outline: 9px solid }</style>", "style-src-elem"),
    "frame": ("<iframe src='https://example.com/'></iframe>", "frame-src"),
    "frame of itself": ("<iframe srcdoc='<script>top.ran = 1</script>'></iframe>", "script-src"),
    "object": ("<object data='https://example.com/x.swf'></object>", "object-src"),
}


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[tuple[BrowserContext, Watch]]:
    """A profile whose watch is asked by the test itself, since its pages break the policy on purpose."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(PATIENCE_MS)
    yield context, Watch(context, address)
    context.close()


@pytest.fixture(scope="module")
def attacked(browser: Browser, address: str) -> Iterator[tuple[Page, Watch]]:
    """One page on which everything is tried, with what watches it."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, address)
    page = context.new_page()
    go(page, "loops/pm/")
    yield page, watch
    context.close()


def waited(page: Page, watch: Watch, wanted: str) -> str:
    """All faults in one text, once the wanted one has come, or not in time."""
    until(page, lambda: wanted in "\n".join(watch.noted))
    return "\n".join(watch.faults())


@pytest.mark.parametrize("name", ATTACKS)
def test_the_policy_stops(attacked: tuple[Page, Watch], name: str) -> None:
    page, watch = attacked
    watch.noted.clear()
    answered: list[str] = []
    page.on("requestfinished", lambda request: answered.append(request.url))
    html, directive = ATTACKS[name]
    page.evaluate(ADD, html)
    wanted = f"the policy is broken on {page.url}: {directive}"
    assert wanted in waited(page, watch, wanted)
    assert [url for url in answered if "example.com" in url] == []
    assert page.evaluate("window.ran") is None
    expect(page.locator("main")).to_have_css("outline-style", "none")


@pytest.mark.parametrize(
    ("code", "directive"),
    [
        ("setTimeout('window.ran = 1')", "script-src"),
        ("fetch('https://example.com/').catch(() => 0)", "connect-src"),
        ("void new WebSocket('wss://example.com/')", "connect-src"),
        ("navigator.sendBeacon('https://example.com/')", "connect-src"),
        ("document.body.setAttribute('style', 'color: red')", "style-src-attr"),
    ],
)
def test_the_policy_stops_a_script_that(
    attacked: tuple[Page, Watch], code: str, directive: str
) -> None:
    page, watch = attacked
    watch.noted.clear()
    page.evaluate(code)
    wanted = f"the policy is broken on {page.url}: {directive}"
    assert wanted in waited(page, watch, wanted)
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("url", quick_and_slow([ADDRESS_OF_404], ["", "pay/by-level/"]))
def test_the_policy_lets_the_theme_work(new_context: Opener, url: str) -> None:
    """The inline scripts run: the one that finds stored choices, and the palette's before the first paint."""
    page = new_context(color_scheme="dark").new_page()
    go(page, url)
    assert page.evaluate("typeof __md_get") == "function"
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"


def test_the_watch_sees_a_cookie(watched: tuple[BrowserContext, Watch]) -> None:
    context, watch = watched
    page = context.new_page()
    go(page, "")
    page.evaluate("document.cookie = 'who=me'")
    assert watch.faults() == ["a cookie is left: who"]


def test_a_profile_that_breaks_a_promise_fails_its_test_and_is_closed(
    browser: Browser, address: str
) -> None:
    with (
        pytest.raises(AssertionError, match="a cookie is left: who"),
        watched_context(browser, address) as context,
    ):
        page = context.new_page()
        go(page, "")
        page.evaluate("document.cookie = 'who=me'")
    assert page.is_closed()


LEAVE = """async () => {
    localStorage.setItem("who", "me");
    sessionStorage.setItem("who", "me");
    document.cookie = "who=me";
    const store = await (await import("../../assets/tools/shared/store.js")).openStore();
    await store.change("settings", "track", () => ({ track: "pm" }));
}"""
LEFT = """async () => {
    const store = await (await import("../../assets/tools/shared/store.js")).openStore();
    return [localStorage.length, sessionStorage.getItem("who"), document.cookie, (await store.list()).length];
}"""


def test_a_tab_that_many_tests_share_is_empty_for_each(browser: Browser, address: str) -> None:
    tab = Tab(browser.new_context(base_url=address), address)
    page = tab.opened(360, 640, color_scheme="dark")
    go(page, "loops/pm/")
    before = page.evaluate(LEFT)
    page.route("**/loops/pm/", lambda route: route.abort())
    page.evaluate(LEAVE)
    tab.context.new_page()
    assert page.evaluate(LEFT) != before
    assert tab.left() == ["a cookie is left: who"]
    after = tab.opened(1280, 800)
    go(after, "loops/pm/")
    assert after.evaluate(LEFT) == before
    assert after.evaluate("document.body.getAttribute('data-md-color-scheme')") == "default"
    assert tab.context.pages == [after]
    assert tab.left() == []
    tab.context.close()


def test_the_watch_sees_a_request_to_another_host(watched: tuple[BrowserContext, Watch]) -> None:
    context, watch = watched
    context.route("https://example.com/**", lambda route: route.fulfill(body="x"))
    context.new_page().goto("https://example.com/")
    assert watch.faults() == ["another host is asked: https://example.com/"]


def test_no_other_site_learns_where_a_reader_came_from(
    watched: tuple[BrowserContext, Watch],
) -> None:
    context, _ = watched
    came_from: list[str | None] = []

    def answer(route) -> None:
        came_from.append(route.request.headers.get("referer"))
        route.fulfill(body="x")

    context.route("https://example.com/**", answer)
    page = context.new_page()
    go(page, "")
    page.evaluate("location = 'https://example.com/'")
    page.wait_for_url("https://example.com/")
    assert came_from == [None]


@pytest.mark.long
def test_while_serving_the_policy_holds_and_pages_still_reload(
    browser: Browser, tmp_path: Path
) -> None:
    site = copy_of_guide(tmp_path)
    with site.serve("--livereload") as server:
        url = server.url + "pm-pmm-guide/"
        server.wait("pm-pmm-guide/", lambda page: "livereload(" in page, seconds=240)
        context = browser.new_context()
        watch = Watch(context, url)
        page = context.new_page()
        with page.expect_request("**/livereload/**"):
            page.goto(url)
        assert "Content-Security-Policy" in page.content()
        assert watch.faults() == []
        page.evaluate(ADD, ATTACKS["inline script"][0])
        assert "script-src-elem" in waited(page, watch, "script-src-elem")
        assert page.evaluate("window.ran") is None
        context.close()
