"""The cards: a page's terms, claims and questions are studied from that page, by keyboard, and come back when due."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import NO_DATABASE

HERE = "prepare/cards/"
LEVELS = f"{HERE}?page=pay/levels"
TODAY = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
SAVED = "return (await store.list('cards')).map(({ id, value }) => [id, value]);"
KEEP = "return store.change('cards', argument.id, () => argument.value);"


def study(page: Page, url: str = LEVELS) -> None:
    """Opens a deck and its first card."""
    page.clock.install(time=TODAY)
    go(page, url)
    page.get_by_role("button", name="Study").press("Enter")
    expect(page.locator("#card-front")).to_be_focused()


def rate(page: Page, key: str) -> None:
    expect(page.locator("#card-front")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#card-back")).to_be_focused()
    page.keyboard.press(key)


def saved(page: Page) -> dict:
    return dict(in_store(page, SAVED))


@pytest.mark.long
def test_a_page_leads_to_its_own_cards(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, "pay/levels/")
    page.get_by_role("link", name="Study the terms and claims of this page as cards").press("Enter")
    expect(page.get_by_role("heading", name="Cards of “Level map”")).to_be_visible()


@pytest.mark.long
def test_a_deck_leads_to_the_others(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, LEVELS)
    decks = page.locator("cards-tool li")
    expect(decks.filter(has_text="Level map")).to_have_count(0)
    decks.get_by_role("link", name="Glossary").press("Enter")
    expect(page.get_by_role("heading", name="Cards of “Glossary”")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("key", ["n", "p", ".", ",", "f", "s", "/"])
def test_no_single_key_of_the_theme_leaves_a_card(new_context: Opener, key: str) -> None:
    page = new_context().new_page()
    study(page)
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    expect(page.locator("#card-front")).to_be_focused()
    assert page.url.endswith(LEVELS)


def test_cards_are_studied_by_keyboard_until_the_day_is_done(new_context: Opener) -> None:
    page = new_context().new_page()
    study(page)
    fronts = []
    for key in "342":
        fronts.append(page.locator(".card__front").inner_text())
        rate(page, key)
        expect(page.locator(".card__front")).not_to_have_text(fronts[-1])
    while page.locator("#card-front").count():
        place = page.locator(".card__place").inner_text()
        rate(page, "3")
        expect(page.locator(".cards")).not_to_contain_text(f"{place}\n")
        if place == "The last card":
            break
    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    assert {value["due"] for value in saved(page).values()} == {
        "2026-11-27",
        "2026-11-28",
        "2026-12-03",
    }
    page.get_by_role("button", name="Back to the deck").press("Enter")
    expect(page.get_by_text("Done for today. The next card comes back in 2 days")).to_be_visible()


def test_a_phone_shows_the_ratings_with_the_answer(new_context: Opener) -> None:
    """They were below the screen at each deck's first card."""
    page = new_context(360, height=740).new_page()
    study(page)
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator(".ratings__button").nth(1)).to_be_in_viewport(ratio=1)
    expect(page.locator("#card-front")).to_be_in_viewport(ratio=1)


@pytest.mark.long
def test_a_double_press_rates_one_card_once(new_context: Opener) -> None:
    page = new_context().new_page()
    study(page)
    cards = int(page.locator(".card__place").inner_text().split()[0])
    page.keyboard.press("Space")
    page.locator(".ratings__button").nth(2).evaluate(
        "(button) => { button.click(); button.click(); }"
    )
    expect(page.locator(".card__place")).to_have_text(f"{cards - 1} cards to go")
    assert [len(value["answers"]) for value in saved(page).values()] == [1]


def test_a_card_that_was_not_known_comes_once_more_and_keeps_its_first_rating(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    study(page)
    unknown = page.locator(".card__front").inner_text()
    rate(page, "1")
    expect(page.get_by_text("It is shown once more today.")).to_be_visible()
    while page.locator(".card__front").inner_text() != unknown:
        front = page.locator(".card__front").inner_text()
        rate(page, "4")
        expect(page.locator(".card__front")).not_to_have_text(front)
    expect(page.locator("#card-front")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("button", name="I know it now").press("Enter")
    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    again = [v for v in saved(page).values() if v["answers"][0]["rating"] == "again"]
    assert [(v["due"], len(v["answers"])) for v in again] == [("2026-11-26", 1)]


@pytest.mark.long
def test_a_rating_can_be_taken_back(new_context: Opener) -> None:
    page = new_context().new_page()
    study(page)
    front = page.locator(".card__front").inner_text()
    rate(page, "4")
    page.get_by_role("button", name="Undo the last rating").press("Enter")
    expect(page.locator(".card__front")).to_have_text(front)
    assert saved(page) == {}


@pytest.mark.long
def test_a_contradicted_statement_is_shown_as_contradicted_with_its_sources(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    study(page, f"{HERE}?page=reference/claims")
    card = page.locator(".card__back")
    # The ledger starts with what is contradicted.
    page.keyboard.press("Space")
    expect(card.locator(".verdict")).to_have_text("contradicted")
    expect(card).to_contain_text("Do not repeat it")
    expect(card.locator(".grade").first).to_have_text(
        re.compile("Microsoft says|First hand|Secondary|One article only")
    )
    for link in card.get_by_role("link").all():
        address, anchor = link.get_attribute("href").split("#")
        other = page.context.new_page()
        go(other, address)
        assert other.locator(f'[id="{anchor}"]').count() == 1
        other.close()


@pytest.mark.long
def test_a_question_card_asks_what_a_strong_answer_does(new_context: Opener) -> None:
    page = new_context().new_page()
    study(page, f"{HERE}?page=prepare/questions")
    expect(page.get_by_text("Question: what does a strong answer do?")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator(".card__back")).to_contain_text("That is our advice.")


@pytest.mark.long
def test_what_is_due_is_counted_over_all_pages_and_comes_first(new_context: Opener) -> None:
    page = new_context().new_page()
    page.clock.install(time=TODAY)
    go(page, HERE)
    for card, due in (
        ("term/okr", "2026-11-25"),
        ("term/arpu", "2026-11-24"),
        ("claim/C001", "2026-11-26"),
    ):
        answers = [{"day": "2026-11-22", "rating": "good"}]
        in_store(page, KEEP, {"id": card, "value": {"answers": answers, "due": due}})
    expect(page.get_by_text("2 cards are due again today.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Glossary")).to_contain_text("2 due today")
    page.get_by_role("button", name="Study what is due").press("Enter")
    expect(page.locator(".card__front")).to_have_text("ARPU")
    expect(page.get_by_text("2 cards to go")).to_be_visible()


@pytest.mark.long
def test_a_page_without_cards_in_the_address_is_said(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, f"{HERE}?page=nowhere")
    expect(page.get_by_text("The page in the address has no cards.")).to_be_visible()


@pytest.mark.long
def test_keys_do_nothing_before_the_back_is_shown_and_with_a_modifier(new_context: Opener) -> None:
    page = new_context().new_page()
    study(page)
    page.keyboard.press("3")
    page.keyboard.press("Space")
    expect(page.locator("#card-back")).to_be_focused()
    page.keyboard.press("Control+3")
    assert saved(page) == {}


@pytest.mark.long
def test_two_tabs_lose_nothing(new_context: Opener) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    study(one)
    study(other, f"{HERE}?page=reference/claims")
    rate(one, "3")
    rate(other, "4")
    for tab in (one, other):
        expect(tab.get_by_text("It comes back")).to_be_visible()
    assert len(saved(one)) == 2


@pytest.mark.long
def test_it_works_without_a_network_once_a_deck_is_started(new_context: Opener) -> None:
    context = new_context()
    page = context.new_page()
    study(page)
    context.set_offline(True)
    rate(page, "3")
    expect(page.get_by_text("It comes back in 3 days")).to_be_visible()


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so_and_the_cards_go_on(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = context.new_page()
    study(page)
    rate(page, "3")
    expect(page.get_by_text("It comes back in 3 days")).to_be_visible()
    expect(
        page.get_by_role("alert").get_by_text("isn’t storing anything for this site")
    ).to_be_visible()


@pytest.mark.long
def test_without_scripts_the_promise_and_the_way_on_paper_are_shown(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("This tool shows the terms, claims and questions")).to_be_visible()
    expect(page.get_by_text("Cover the right half of the glossary")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(new_context: Opener, width: int) -> None:
    page = new_context(width, reduced_motion="reduce").new_page()
    go(page, HERE)
    page.get_by_text("The cards of one page").click()
    assert violations(page, within="cards-tool") == []
    go(page, LEVELS)
    page.get_by_role("button", name="Study").click()
    expect(page.locator("#card-front")).to_be_focused()
    assert violations(page, within="cards-tool") == []
    rate(page, "1")
    expect(page.locator("#card-front")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#card-back")).to_be_focused()
    assert violations(page, within="cards-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    go(page, f"{HERE}?page=reference/claims")
    page.get_by_role("button", name="Study").click()
    expect(page.locator("#card-front")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#card-back")).to_be_focused()
    assert violations(page, within="cards-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
