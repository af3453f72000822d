"""Study tools weigh on the pages that hold them, and on no other."""

from __future__ import annotations

import gzip
import re

import pytest
import yaml
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import Opener, go
from tests.browser.settling.traffic import Traffic, go_to_rest
from tests.browser.tools.test_study_plan import WEDNESDAY, make_plan
from tests.built.site import PROJECT, BuiltSite, built_once
from tests.guides import quick_and_slow

# Bytes, gzip -9: what a page with a tool loads more than one without.
BUDGET = 25_000
# With a plan that was made: its questions, to which ten on AI for PMMs and eleven of late 2026 were added, the weak
# points that its hours hold no question on, days off in columns, a module for the view of its days, the way to the day
# that is next, and the date that the post decoder asks for.
BUDGET_WITH_PLAN = 26_700
# With its results: fields know which numbers they take, so that no other one is suggested, and a question keeps the
# focus until what it asked about is erased.
BUDGET_WITH_CHART = 40_240
# Files of the tools that a page asks for: styles, scripts, and the lists that a tool shows at once.
REQUESTS = 7
PAGES_WITH_CHART = {"pay/offer-calculator/"}
TOOLS = "/assets/tools/"
ELEMENT = re.compile(r"<([a-z]+(?:-[a-z]+)+)\b")
# What all pages load is beside the tools, whose store it asks for the track. It counts with the pages (budgets.yml).
OF_ALL_PAGES = "/assets/tools/shared/core."


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built_once(tmp_path_factory)


def elements_on(site: BuiltSite, url: str) -> frozenset[str]:
    """The names of a page's custom elements: {"your-data-tool"}. Header, menu and footer have none."""
    return frozenset(ELEMENT.findall(site.pages[url].html))


def is_of_tools(address: str) -> bool:
    return TOOLS in address and OF_ALL_PAGES not in address


def without_cache(page: Page) -> Page:
    """A page whose files of the tools are fetched each time: a route takes the browser's cache away."""
    page.route(f"**{TOOLS}**", lambda route: route.continue_())
    return page


def opened(page: Page, url: str) -> dict[str, int]:
    """Opens a page; the weight of each file of the tools that it loaded, by address."""
    responses: list[Response] = []
    page.on("response", lambda r: responses.append(r) if is_of_tools(r.url) else None)
    go_to_rest(page, url)
    return {r.url: len(gzip.compress(r.body(), 9, mtime=0)) for r in responses}


# What a browser fetches; a page on how to add a tool may name its files.
LOADS_A_TOOL = re.compile(r'(?:src|href)="[^"]*(assets/tools/(?!shared/core\.)[^"]+)"')


def test_a_page_without_a_tool_loads_nothing_of_them(site: BuiltSite) -> None:
    without = [page for page in site.content_pages if not elements_on(site, page.url)]
    assert without, "every page holds a tool, so this test proves nothing"
    assert [page.url for page in without if LOADS_A_TOOL.search(page.html)] == []


@pytest.mark.long
def test_a_page_with_a_tool_loads_it_and_stays_light(new_context: Opener, site: BuiltSite) -> None:
    tab = without_cache(new_context().new_page())
    for page in site.content_pages:
        if not (elements := elements_on(site, page.url)):
            continue
        loaded = opened(tab, page.url)
        assert [n for n in elements if not tab.evaluate("n => !!customElements.get(n)", n)] == []
        assert len(loaded) <= REQUESTS, (page.url, loaded)
        budget = BUDGET_WITH_CHART if page.url in PAGES_WITH_CHART else BUDGET
        assert sum(loaded.values()) <= budget, (page.url, loaded)


@pytest.mark.long
def test_a_reader_who_comes_back_to_a_plan_loads_no_more(new_context: Opener) -> None:
    page = without_cache(new_context().new_page())
    page.clock.set_fixed_time(WEDNESDAY)
    go(page, "prepare/dated-plan/")
    make_plan(page)
    loaded = opened(page, "prepare/dated-plan/")
    parts = [address for address in loaded if "/question-texts/" in address]
    assert 1 <= len(parts) <= 6, parts
    assert sum(loaded.values()) <= BUDGET_WITH_PLAN, loaded


@pytest.mark.long
def test_the_calculator_stays_light_once_its_results_are_there(new_context: Opener) -> None:
    page = new_context().new_page()
    responses: list[Response] = []
    page.on("response", lambda r: responses.append(r) if is_of_tools(r.url) else None)
    traffic = Traffic(page)
    go(page, "pay/offer-calculator/")
    page.get_by_label("Level", exact=True).select_option("63")
    page.get_by_label("Base a year").fill("165,000")
    page.get_by_label("On-hire stock, the whole grant").fill("140,000")
    page.get_by_label("Where you will work").select_option(label="US, most places")
    page.get_by_text("Say or send this").wait_for()
    traffic.rest()
    weights = {r.url: len(gzip.compress(r.body(), 9, mtime=0)) for r in responses}
    assert any("/results-" in address for address in weights), weights
    assert sum(weights.values()) <= BUDGET_WITH_CHART, weights


# Sheets that the few pages with a picture load beside those.
OF_PICTURES = re.compile(r"assets/styles/(?:charts|stages)\.")


def test_a_page_with_tools_has_one_module_and_one_sheet_for_them(site: BuiltSite) -> None:
    for page in site.content_pages:
        modules = re.findall(r'<script type="module" fetchpriority="low" src="([^"]+)">', page.html)
        assert len(modules) == 1 + bool(elements_on(site, page.url)), (page.url, modules)
        sheets = [
            address
            for address in re.findall(r'<link rel="stylesheet" href="([^"]+)">', page.html)
            if not OF_PICTURES.search(address)
        ]
        assert len(sheets) == 1 + bool(elements_on(site, page.url)), (page.url, sheets)
        for path in LOADS_A_TOOL.findall(page.html):
            assert (site.root / path).is_file(), path


PRELOADED = re.compile(
    r'<link rel="preload" as="fetch" crossorigin href="[^"]*assets/tools/data/([^"]+)\.json">'
)


@pytest.mark.long
def test_what_a_tool_asks_for_at_once_is_fetched_beside_its_script(
    new_context: Opener, site: BuiltSite
) -> None:
    preloads = {p.url: PRELOADED.findall(p.html) for p in site.content_pages}
    assert {url: names for url, names in preloads.items() if names} == {
        "pay/offer-calculator/": ["offer-rules", "offer-evidence"],
        "prepare/cards/": ["decks"],
        "prepare/dated-plan/": ["competencies", "questions"],
        "prepare/mock-interview/": ["mock"],
        "prepare/practice/": ["practice"],
    }
    page = new_context().new_page()
    for url, names in preloads.items():
        if names:
            requests = [
                address for address in opened_in_order(page, url) if "/tools/data/" in address
            ]
            assert sorted(requests) == sorted(
                address
                for name in names
                for address in requests
                if address.endswith(f"/{name}.json")
            )
            assert len(requests) == len(names), "asked for once: the script takes what is there"


def opened_in_order(page: Page, url: str) -> list[str]:
    """Opens a page; the addresses of the tools that it asked for."""
    requests: list[str] = []
    page.on(
        "request", lambda request: requests.append(request.url) if TOOLS in request.url else None
    )
    go_to_rest(page, url)
    return requests


def test_every_tool_of_the_data_is_on_its_page(site: BuiltSite) -> None:
    tools = yaml.safe_load((PROJECT / "data/study-tools.yml").read_text(encoding="utf-8"))
    for tool in tools:
        url = tool["page"].removesuffix(".md") + "/"
        assert f"{tool['id']}-tool" in elements_on(site, url), url


# A whole go: what is pressed, what the last press shows, and the budget for all of it together. A script is fetched on
# the way and not before. Practice and cards fetch the schedule and a whole set of questions when one is started: those
# weigh more.
BUDGET_OF_A_SET = 40_000
# The set of a day brings levels and two rubrics a question: 7.3 to 9.4 kB for seven, whatever day the test runs on.
BUDGET_OF_PRACTICE = 46_500
# Notes of a conversation print whole, which takes a module of 0.7 kB, each view is handed by name what it shows,
# changes that the browser refused keep their order, and whoever erases hears of it once the focus has moved, once.
BUDGET_OF_A_TALK = 25_880
RATING = "role=group[name='Your rating']"
STUDY = (("Study", "Show the answer"), RATING, BUDGET_OF_A_SET)
TALK = ("A region ignores", "With a partner", "Show the partner’s card", "End the conversation")
WALKS = {
    "prepare/practice/": (("PM", "Start", "I have answered"), RATING, BUDGET_OF_PRACTICE),
    "prepare/cards/?page=pay/levels": STUDY,
    "prepare/cards/?page=prepare/questions": STUDY,
    "prepare/role-plays/": (TALK, "role=button[name='Show what they wanted']", BUDGET_OF_A_TALK),
}


@pytest.mark.long
@pytest.mark.parametrize("url", WALKS)
def test_what_is_fetched_on_the_way_stays_light_too(new_context: Opener, url: str) -> None:
    buttons, shown, budget = WALKS[url]
    page = new_context().new_page()
    responses: list[Response] = []
    page.on("response", lambda r: responses.append(r) if is_of_tools(r.url) else None)
    traffic = Traffic(page)
    go(page, url)
    traffic.rest()
    at_first = {r.url for r in responses}
    for name in buttons:
        page.get_by_role("button", name=name).first.click()
    page.locator(shown).wait_for()
    traffic.rest()
    weights = {r.url: len(gzip.compress(r.body(), 9, mtime=0)) for r in responses}
    assert any(address.endswith(".js") for address in weights.keys() - at_first)
    assert sum(weights.values()) <= budget, weights


# What is pressed without a network, and what the tool then says it lacks.
LACKS = {
    "prepare/case-room/": (".tool-choice", "this case"),
    "prepare/role-plays/": (".tool-choice", "this role-play"),
    "prepare/your-interviews/": (".tool-choice", "the answers to this question"),
    "prepare/practice/": ("role=button[name='Start']", "the questions"),
    "prepare/cards/?page=pay/levels": ("role=button[name=/^Study/]", "the cards"),
    "prepare/decode-a-post/": ("role=button[name='Read the post']", "what reads a post"),
}


@pytest.mark.parametrize("url", quick_and_slow(list(LACKS)[:1], list(LACKS)[1:]))
def test_a_tool_says_what_it_needs_the_network_for(new_context: Opener, url: str) -> None:
    button, what = LACKS[url]
    context = new_context()
    page = context.new_page()
    go_to_rest(page, url)
    context.set_offline(True)
    if url == "prepare/practice/":
        page.get_by_role("button", name="PM", exact=True).click()
    page.locator(button).first.click()
    said = f"You seem to be offline, and {what} must be fetched first. Connect, then try again"
    expect(page.get_by_role("alert")).to_contain_text(said)
    context.set_offline(False)
    page.locator(button).first.click()
    expect(page.get_by_role("alert")).to_have_count(0)
