"""What the search fetches and when: little at first, all in a pause, nothing offline, and again after a failure."""

from __future__ import annotations

import re

import pytest
from guide.publish.search.words import fold, stem
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go, until
from tests.browser.search.box import (
    FIELD,
    LINE,
    STUB,
    assert_places,
    fetched,
    places,
    search,
    type_query,
)
from tests.browser.settling.traffic import Traffic, go_to_rest


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


@pytest.mark.long
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


@pytest.mark.long
def test_a_search_that_cannot_load_says_so_and_tries_again(first_visit: Page) -> None:
    page = first_visit
    page.route("**/search/core.json", lambda route: route.abort())
    go(page, "loops/pm/")
    search(page, "pay")
    expect(page.locator(LINE)).to_have_text("The search could not be loaded.")
    page.unroute("**/search/core.json")
    type_query(page, "salary")  # the first letters may still share the load that fails
    assert_places(page, lambda found: "pay/by-level/" in found)


@pytest.mark.long
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
      const { setSpelling, stem, words } = await import(new URL("../../assets/search/words.js", location));
      setSpelling(core.spelling);
      const typed = ["L64", "401(k)", "P&L", "$274,000", "274k", "Zoë’s role-play", "level64"];
      return [core.vocabulary.split(" ").map((word) => [word, stem(word)]), typed.map((text) => [text, words(text)])];
    }
    """

    stems, typed = page.evaluate(reading)
    assert [(word, found) for word, found in stems if found != stem(word)] == []
    assert [(t, w) for t, w in typed if w != re.findall("[a-z0-9]+", fold(t))] == []
