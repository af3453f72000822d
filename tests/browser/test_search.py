"""The search in use: what it fetches and when, what it finds, by keyboard, offline, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import pytest
from guide.publish.search.words import fold, stem
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.settling.traffic import Traffic, go_to_rest
from tests.built.site import ADDRESS_OF_404, SUB_PATH
from tests.guides import quick_and_slow

FIELD = "[data-md-component=search-query]"
LINKS = ".md-search-result__link"
LINE = ".md-search-result__meta"
STUB = {"search/search_index.json", "assets/search/worker.js"}
HOSTILE = '<img src=x onerror=alert(1)> "&amp; ](x) \\'


def search(page: Page, query: str) -> None:
    """Opens the box, enters the whole query at once, and waits for its answer. The theme reads the box after a key."""
    page.locator(LINKS).evaluate_all("all => all.forEach(link => { link.dataset.old = ''; })")
    page.locator(FIELD).fill(query)
    page.locator(FIELD).press("End")
    page.wait_for_selector(f"{LINKS}:not([data-old])")


def type_query(page: Page, query: str) -> None:
    """Opens the box by keyboard and types letter by letter; what is shown may still answer the first letters."""
    page.keyboard.press("/")
    page.locator(FIELD).fill("")
    page.locator(FIELD).press_sequentially(query)


def places(page: Page) -> list[str]:
    """Where the results lead, below the site and without the words to highlight."""
    links = page.locator(LINKS).evaluate_all("all => all.map(a => a.href)")
    return [re.sub(r"\?h=[^#]*", "", link.split(SUB_PATH, 1)[-1]) for link in links]


def assert_places(page: Page, wanted: Callable[[list[str]], object]) -> None:
    """The results lead where is wanted, as soon as the whole query is answered."""
    found = until(page, lambda: places(page), wanted)
    assert wanted(found), found


def fetched(page: Page) -> set[str]:
    """A set that fills up with what the page asks for on behalf of the search."""
    requests: set[str] = set()

    def note(address: str) -> None:
        path = urlsplit(address).path.removeprefix(SUB_PATH)
        if path.startswith(("search/", "assets/search/", "assets/javascripts/workers/")):
            requests.add(path)

    page.on("request", lambda request: note(request.url))
    return requests


@pytest.fixture
def page(open_tab: TabOpener) -> Page:
    return open_tab()


@pytest.fixture
def first_visit(new_context: Opener) -> Page:
    """A page of a reader who has nothing of the site yet."""
    return new_context().new_page()


def test_on_a_phone_the_open_search_is_as_wide_as_the_screen(new_context: Opener) -> None:
    """A browser of a phone lays the page out as wide as the widest thing on it, which a narrow window does not."""
    page = new_context(width=360, height=740, is_mobile=True, has_touch=True).new_page()
    go(page, "")
    search(page, "battlecard")
    end = "e => Math.round(e.getBoundingClientRect().right)"
    for part in (page.locator(LINKS).first, page.locator(".md-search__inner")):
        right = until(page, partial(part.evaluate, end), lambda right: right == 360)
        assert right == 360


def test_the_first_load_fetches_the_worker_alone_and_the_focus_the_rest(first_visit: Page) -> None:
    page = first_visit
    requests = fetched(page)
    go_to_rest(page, "loops/pm/")
    assert requests == {"assets/search/worker.js"}
    with page.expect_request("**/search/core.json"):
        page.locator(FIELD).focus()
    assert requests >= {*STUB, "search/core.json"}
    assert not {path for path in requests if path.startswith("search/texts/")}


def test_a_first_answer_fetches_the_words_that_it_needs_and_a_pause_the_rest(
    first_visit: Page,
) -> None:
    page = first_visit
    requests = fetched(page)
    words = "search/words/{}.json"
    go(page, "loops/pm/")
    search(page, "glossary")
    core = page.evaluate("fetch('../../search/core.json').then(answer => answer.json())")
    every = {words.format(n) for n in range(len(core["shards"]))}
    assert every & requests
    assert len(every & requests) < len(every) / 2
    assert until(page, lambda: every <= requests)


# What is found for what is asked is measured over hundreds of queries in tests/search; here it is typed.
@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("batlecard", "reference/glossary/#term-battlecard"),  # typing errors
        ("salary", "pay/by-level/"),  # readers' words
        ("L64", "pay/levels/#level-64"),  # rows
    ],
)
def test_it_finds_what_is_typed(page: Page, query: str, place: str) -> None:
    assert_finds(page, query, place)


@pytest.mark.long
@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("compnsation chart", "pay/"),
        ("bar raiser", "reference/glossary/#term-as-appropriate-interviewer"),
        ("behavioural question", "reference/glossary/#term-behavioural-question"),  # spelling
        ("roleplay", "prepare/role-plays/"),
        ("C058", "reference/claims/#claim-c058"),
        ("401(k)", "pay/how-pay-is-built/"),
        ("can a PM move to PMM inside Microsoft?", "roles/move/"),  # a question in full
    ],
)
def test_it_finds(page: Page, query: str, place: str) -> None:
    assert_finds(page, query, place)


def assert_finds(page: Page, query: str, place: str) -> None:
    go(page, "loops/pm/")
    type_query(page, query)
    assert_places(page, lambda found: any(one.startswith(place) for one in found))


def test_a_row_opens_at_its_anchor_by_keyboard_alone(page: Page) -> None:
    go(page, "loops/pm/")
    type_query(page, "battlecard")
    expect(page.locator(f"{LINKS}[href*='h=battlecard#']").first).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"reference/glossary/\?h=battlecard#term-battlecard$"))
    expect(page.locator("#term-battlecard mark").first).to_be_visible()


def test_a_row_says_its_kind_and_track_and_keeps_its_labels(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "pmm: level 64 total a year reports")
    row = page.locator(LINKS, has_text="Table row (PMM): Level: 64").first
    expect(row).to_contain_text(re.compile("Total a year: .*Reports: "))


def is_for_pmm(found: list[str]) -> bool:
    return "loops/pmm/" in found and not any(place.startswith("loops/pm/") for place in found)


def test_a_track_is_kept_to_by_a_word(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "pmm: loop stages")
    assert_places(page, is_for_pmm)


def test_a_track_is_kept_to_by_a_choice_and_the_keyboard_alone(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "loop stages")
    assert_places(page, lambda found: "loops/pm/" in found)
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="All")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="PMM")).to_be_checked()
    expect(page.locator(FIELD)).to_have_value("pmm: loop stages")
    expect(page.locator(".md-search__suggest")).not_to_contain_text("loop")
    assert_places(page, is_for_pmm)
    page.keyboard.press("Shift+Tab")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(LINKS).first).to_be_hidden()


def test_tab_leads_from_the_choice_to_the_first_result(page: Page) -> None:
    """It led out of the box, which closed, and no result was ever focused."""
    go(page, "mistakes/")
    search(page, "loop stages")
    first = page.locator(LINKS).first
    for focused in (page.get_by_role("radio", name="All"), first):
        page.keyboard.press("Tab")
        expect(focused).to_be_focused()
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/mistakes/"))


def test_a_search_can_be_shared(page: Page) -> None:
    go(page, "mistakes/")
    search(page, "pmm: loop stages")
    page.goto(page.locator("[data-md-component=search-share]").get_attribute("href"))
    expect(page.locator(FIELD)).to_have_value("pmm: loop stages")
    expect(page.get_by_role("radio", name="PMM")).to_be_checked()
    assert_places(page, lambda found: "loops/pmm/" in found)


def test_the_number_of_results_is_announced(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "battlecard")
    expect(page.get_by_role("status").filter(has_text="matching document")).to_be_visible()


def test_queries_are_text_and_never_markup(page: Page) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    go(page, "loops/pm/")
    search(page, HOSTILE + " pay")
    assert page.locator(".md-search-result img").count() == 0
    search(page, f"zzqqxx{HOSTILE}".replace("src", "").replace("img", "zzq"))
    assert page.locator(".md-search-result img").count() == 0
    assert said == []


def test_no_result_says_so_and_leads_on(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "zzqqxxyy")
    expect(page.locator(LINE)).to_have_text("Nothing found. Suggestions below.")
    expect(page.locator(LINE)).to_have_attribute("role", "status")
    asking = "issues/new?title=Missing+topic%3A+zzqqxxyy"
    found = until(page, lambda: places(page), lambda all_: all_ and asking in all_[-1])
    assert asking in found[-1]
    assert found[:2] == ["reference/topics/", "reference/topics/#nothing-found"]
    assert {"prepare/dated-plan/", "pay/reading-an-offer/", "roles/choose/"} <= set(found)


def test_a_result_is_named_by_its_heading(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "levels")
    first = page.locator(LINKS).first
    heading = first.locator("h1, h2").first.inner_text()
    expect(page.get_by_role("link", name=heading, exact=True).first).to_be_visible()


def test_no_result_names_near_words(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "bxttxecxrd")
    expect(page.locator(LINKS).nth(1)).to_contain_text("Near words: battlecard")


@pytest.mark.parametrize("url", quick_and_slow([ADDRESS_OF_404], ["", "pay/by-level/"]))
def test_a_shared_link_opens_with_its_results(page: Page, url: str) -> None:
    page.goto(f"{url}?q=compnsation")
    expect(page.locator(FIELD)).to_have_value("compnsation")
    assert_places(page, lambda found: any(place.startswith("pay/") for place in found))


def test_it_answers_offline_once_loaded(first_visit: Page) -> None:
    page = first_visit
    requests = fetched(page)
    traffic = Traffic(page)
    go(page, "loops/pm/")
    search(page, "pay")
    core = page.evaluate("fetch('../../search/core.json').then(answer => answer.json())")
    last = f"search/texts/{len(core['texts']) - 1}.json"
    assert until(page, lambda: last in requests)
    traffic.rest()
    page.context.set_offline(True)
    search(page, "conditional access")
    place = "prepare/explain/#conditional-access-to-an-it-admin"
    assert_places(page, lambda found: place in found)


def test_a_search_that_cannot_load_says_so_and_tries_again(first_visit: Page) -> None:
    page = first_visit
    page.route("**/search/core.json", lambda route: route.abort())
    go(page, "loops/pm/")
    search(page, "pay")
    expect(page.locator(LINE)).to_have_text("The search could not be loaded.")
    page.unroute("**/search/core.json")
    type_query(page, "salary")  # the first letters may still share the load that fails
    assert_places(page, lambda found: "pay/by-level/" in found)


def test_an_old_answer_does_not_overtake_a_new_one(page: Page) -> None:
    go(page, "loops/pm/")
    search(page, "battlecard")
    page.locator(FIELD).fill("")
    page.locator(FIELD).press_sequentially("levels", delay=1)
    page.wait_for_timeout(600)
    assert not [place for place in places(page) if "battlecard" in place]


def test_without_scripts_a_link_to_the_topics_takes_its_place(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("loops/pm/")
    page.locator(".topics-link").click()
    expect(page.locator("h1")).to_contain_text("Topics")


def test_the_browser_reads_words_as_the_build_does(page: Page) -> None:
    go(page, "loops/pm/")
    reading = """
    async () => {
      const core = await (await fetch("../../search/core.json")).json();
      const { stem, words } = await import(new URL("../../assets/search/words.js", location));
      const typed = ["L64", "401(k)", "P&L", "$274,000", "274k", "Zoë’s role-play", "level64"];
      return [core.vocabulary.split(" ").map((word) => [word, stem(word)]), typed.map((text) => [text, words(text)])];
    }
    """

    stems, typed = page.evaluate(reading)
    assert [(word, found) for word, found in stems if found != stem(word)] == []
    assert [(t, w) for t, w in typed if w != re.findall("[a-z0-9]+", fold(t))] == []
