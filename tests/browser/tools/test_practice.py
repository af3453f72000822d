"""The practice page: a set is answered by keyboard, rated, saved, and comes back when it is due."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import EVERY_RULE, WIDTHS, sentences, violations
from tests.browser.conftest import Opener, go, until
from tests.browser.tools.conftest import CHOICES_AFTER_CLASH, clash, in_store
from tests.browser.tools.store.breaking import NO_DATABASE

HERE = "prepare/practice/"
TODAY = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
SAVED = "return (await store.list('practice')).map(({ id, value }) => [id, value]);"
CHOOSE = "return store.change('practice', 'choices', () => argument);"
# Two presses before anything could be written.
PRESSED_TWICE = "(button) => { button.click(); button.click(); }"
FEW = {"size": 2, "track": "pm"}


def opened(page: Page, choices: dict | None = None, *, day: dt.datetime = TODAY) -> Page:
    """The page on a day in the evening, with what is drawn chosen beforehand."""
    page.clock.install(time=day)
    go(page, HERE)
    in_store(page, CHOOSE, {"track": "both", **(choices or FEW)})
    in_store(page, SAVED)  # answered after the tool has read the choice, however slow the machine
    page.get_by_role("button", name="Start", exact=True).wait_for()
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(page.locator("#practice-question")).to_be_focused()


def answer(page: Page, rating: str) -> None:
    """Rate the question in sight, and wait until the tool has saved that and moved on."""
    question = page.locator("#practice-question")
    text = question.inner_text()
    page.get_by_role("button", name="I have answered").press("Enter")
    expect(page.locator("#practice-strong")).to_be_focused()
    page.get_by_role("button", name=f"{rating} ").first.press("Enter")
    expect(question.filter(has_text=text)).to_have_count(0)


def saved(page: Page) -> dict:
    return dict(in_store(page, SAVED))


def test_a_set_is_answered_by_keyboard_and_each_rating_sets_its_day(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start the timer")).to_be_focused()
    first = page.locator("#practice-question").inner_text()
    answer(page, "Weak")
    expect(page.locator("#practice-question")).not_to_have_text(first)
    expect(page.locator("#practice-question")).to_be_focused()
    expect(page.get_by_text("Rated. It comes back tomorrow.")).to_be_visible()
    answer(page, "Strong")
    expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
    expect(page.get_by_text("strong, comes back in 3 days, on Sat, Nov 28")).to_be_visible()
    values = [value for id_, value in saved(page).items() if id_.startswith("question/")]
    assert sorted(value["due"] for value in values) == ["2026-11-26", "2026-11-28"]


@pytest.mark.long
def test_a_double_press_starts_once_and_rates_once(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 3, "track": "pm"})
    page.get_by_role("button", name="Start", exact=True).evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Question 1 of 3")).to_be_visible()
    page.get_by_role("button", name="I have answered").click()
    page.get_by_role("button", name="Strong ").first.evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    answered = [value["answers"] for id_, value in saved(page).items() if "answers" in value]
    assert [len(answers) for answers in answered] == [1]


@pytest.mark.long
def test_what_was_weak_is_asked_first_on_the_next_day(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    weak = page.locator("#practice-question").inner_text()
    answer(page, "Weak")
    answer(page, "Strong")
    # One minute past midnight, by the reader's own clock.
    page.clock.set_system_time(dt.datetime(2026, 11, 26, 0, 1, tzinfo=dt.UTC))
    page.reload()
    expect(page.get_by_text("2 questions to go: 1 due again, 1 new.")).to_be_visible()
    start(page)
    expect(page.locator("#practice-question")).to_have_text(weak)


@pytest.mark.long
def test_the_day_ends_at_the_readers_midnight(new_context: Opener) -> None:
    page = opened(new_context(timezone_id="Pacific/Auckland").new_page())
    start(page)
    answer(page, "Mixed")
    rated = [v["answers"] for i, v in saved(page).items() if i.startswith("question/")]
    day = page.evaluate("new Date().toLocaleDateString('sv')")
    assert [[one["day"] for one in answers] for answers in rated] == [[day]]


@pytest.mark.long
def test_a_reload_goes_on_with_the_same_set_and_the_notes(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 3, "track": "pmm"})
    start(page)
    answer(page, "Strong")
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    question = page.locator("#practice-question").inner_text()
    page.get_by_label("Think aloud").fill("buyers, then sellers")
    saved(page)  # answered after the notes are written
    page.reload()
    expect(page.get_by_text("1 done today, 2 questions to go")).to_be_visible()
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.locator("#practice-question")).to_have_text(question)
    expect(page.get_by_label("Think aloud")).to_have_value("buyers, then sellers")


@pytest.mark.long
def test_another_question_takes_the_place_of_one_that_is_not_wanted(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    seen = set()
    for _ in range(4):
        seen.add(page.locator("#practice-question").inner_text())
        page.get_by_role("button", name="Another question").press("Enter")
        expect(page.locator("#practice-question")).to_be_focused()
        for text in seen:
            expect(page.locator("#practice-question")).not_to_have_text(text)
    assert len(seen) == 4


@pytest.mark.long
def test_a_rating_can_be_taken_back(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    question = page.locator("#practice-question").inner_text()
    page.get_by_label("Think aloud").fill("key words")
    answer(page, "Weak")
    page.get_by_role("button", name="Undo the last rating").press("Enter")
    expect(page.locator("#practice-question")).to_have_text(question)
    expect(page.get_by_label("Think aloud")).to_have_value("key words")
    page.get_by_role("button", name="Strong and easy").press("Enter")
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    (value,) = [v for i, v in saved(page).items() if i.startswith("question/")]
    assert [one["rating"] for one in value["answers"]] == ["easy"]


def test_notes_are_saved_with_each_key(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.clock.pause_at(TODAY + dt.timedelta(hours=1))
    page.get_by_label("Think aloud").press_sequentially("first the region")

    def drafts() -> list[str | None]:
        return [value.get("draft") for value in saved(page).values()]

    assert "first the region" in until(page, drafts, lambda found: "first the region" in found)


@pytest.mark.long
def test_a_question_is_printed_without_what_only_a_press_makes_useful(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    page.get_by_label("Think aloud").fill("key words")
    page.get_by_role("button", name="I have answered").press("Enter")
    body = page.locator("body")
    body.evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#practice-question")).to_be_visible()
    expect(page.locator("#practice-notes + .paper-text")).to_have_text("key words")
    for hidden in (page.get_by_role("timer"), page.get_by_role("button", name="Weak ")):
        expect(hidden).to_be_hidden()
    assert list(sentences(page, EVERY_RULE)) == []


def test_the_timer_is_right_after_the_tab_slept_and_ends_quietly(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {**FEW, "mode": "down", "minutes": 3})
    start(page)
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("3:00")
    page.get_by_role("button", name="Start the timer").press("Enter")
    # The clock runs on while timers do not, as in a tab that sleeps.
    page.clock.fast_forward(170_000)
    expect(timer).to_have_text("0:10")
    page.get_by_role("button", name="Pause").press("Enter")
    page.clock.fast_forward(600_000)
    expect(page.get_by_text("left, paused")).to_be_visible()
    expect(timer).to_have_text("0:10")
    page.get_by_role("button", name="Resume").press("Enter")
    page.clock.fast_forward(22_000)
    expect(page.get_by_role("status").get_by_text("Time is up.")).to_be_visible()
    expect(timer).to_have_text("0:12")
    expect(page.get_by_text("over the time you set")).to_be_visible()
    assert page.locator("audio, video").count() == 0


def two_tabs(context: BrowserContext) -> tuple[Page, Page]:
    """Two tabs that show the first question of one set."""
    one, other = opened(context.new_page()), context.new_page()
    other.clock.install(time=TODAY)
    go(other, HERE)
    start(one)
    start(other)
    return one, other


@pytest.mark.long
def test_two_tabs_lose_nothing(new_context: Opener) -> None:
    one, other = two_tabs(new_context())
    answer(one, "Weak")
    expect(one.get_by_text("Rated.")).to_be_visible()
    other.get_by_label("Think aloud").fill("written in the other tab")
    other.clock.run_for(1000)
    expect(other.get_by_label("Think aloud")).to_have_value("written in the other tab")
    first = saved(other)["set"]["ids"][0]
    value = saved(other)[f"question/{first}"]
    assert value["draft"] == "written in the other tab"
    assert [answer["rating"] for answer in value["answers"]] == ["again"]


def clash_of_notes(page: Page) -> str:
    """Two texts for the notes of the first question; its id in the store."""
    first = f"question/{saved(page)['set']['ids'][0]}"
    clash(page, page.get_by_label("Think aloud"), ("practice", first, "draft"))
    assert saved(page)[first]["draft"] == "Theirs."
    return first


@pytest.mark.long
@pytest.mark.parametrize(("choice", "expected"), CHOICES_AFTER_CLASH)
def test_notes_typed_in_two_tabs_are_the_readers_choice(
    new_context: Opener, choice: str, expected: str
) -> None:
    page = opened(new_context().new_page())
    start(page)
    first = clash_of_notes(page)
    page.get_by_role("button", name=choice).press("Enter")
    notes = page.get_by_label("Think aloud")
    expect(notes).to_have_value(expected)
    expect(notes).to_be_focused()
    expect(page.get_by_role("button", name=choice)).to_have_count(0)
    assert saved(page)[first]["draft"] == expected


@pytest.mark.long
def test_notes_of_another_tab_outlive_a_rating(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    start(page)
    first = clash_of_notes(page)
    answer(page, "Weak")
    value = saved(page)[first]
    assert (value["draft"], value["answers"][0]["notes"]) == ("Theirs.", "Mine.")
    page.get_by_role("button", name="Undo the last rating").press("Enter")
    expect(page.get_by_label("Think aloud")).to_have_value("Theirs.\n\nMine.")


@pytest.mark.long
def test_a_tab_shows_the_notes_that_another_one_adds_to(new_context: Opener) -> None:
    one, other = two_tabs(new_context())
    one.get_by_label("Think aloud").press_sequentially("one")
    expect(other.get_by_label("Think aloud")).to_have_value("one")
    other.get_by_label("Think aloud").press_sequentially(" two")
    expect(one.get_by_label("Think aloud")).to_have_value("one two")
    one.get_by_label("Think aloud").press("End")
    one.get_by_label("Think aloud").press_sequentially(" three")
    expect(other.get_by_label("Think aloud")).to_have_value("one two three")


@pytest.mark.long
def test_what_is_chosen_decides_what_is_drawn(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"track": "pmm"})
    page.get_by_text("What is drawn", exact=True).press("Enter")
    page.get_by_text("Kind of question: all").press("Enter")
    page.get_by_label("Pricing and packaging").press("Space")
    expect(page.get_by_text("Kind of question: 1 chosen")).to_be_visible()
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(page.get_by_text("Pricing and packaging · ")).to_be_visible()


@pytest.mark.long
def test_the_history_is_a_picture_and_a_table(new_context: Opener) -> None:
    page = opened(new_context().new_page(), {"size": 1, "track": "pm"})
    start(page)
    answer(page, "Mixed")
    page.get_by_role("button", name="Back to the overview").press("Enter")
    expect(page.get_by_role("heading", name="Today")).to_be_focused()
    page.get_by_text("Your history").press("Enter")
    expect(page.get_by_role("img", name=": mixed")).to_be_visible()
    page.locator(".practice__history summary").press("Enter")
    expect(
        page.get_by_role("row", name="Wed, Nov 25").get_by_role("cell", name="mixed")
    ).to_be_visible()


@pytest.mark.long
def test_it_works_without_a_network_once_a_set_is_started(new_context: Opener) -> None:
    context = new_context()
    page = opened(context.new_page())
    start(page)
    context.set_offline(True)
    answer(page, "Weak")
    answer(page, "Strong")
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    page.get_by_role("button", name="Practice more today").press("Enter")
    expect(
        page.get_by_role("alert").get_by_text("You seem to be offline, and the questions must")
    ).to_be_visible()


@pytest.mark.long
def test_a_set_that_cannot_be_fetched_says_so(new_context: Opener) -> None:
    context = new_context()
    page = opened(context.new_page())
    page.route("**/data/practice/*.json", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(
        page.get_by_role("alert").get_by_text("not possible to fetch the questions")
    ).to_be_visible()
    page.unroute("**/data/practice/*.json")
    start(page)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.long
def test_a_browser_that_keeps_nothing_says_so_and_the_set_goes_on(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = context.new_page()
    go(page, HERE)
    expect(
        page.get_by_role("alert").get_by_text("isn’t storing anything for this site")
    ).to_be_visible()
    page.get_by_role("button", name="PM", exact=True).press("Enter")
    start(page)
    answer(page, "Weak")
    answer(page, "Strong")
    expect(page.get_by_text("Question 3 of")).to_be_visible()


@pytest.mark.long
def test_without_scripts_the_promise_and_the_way_on_paper_are_shown(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("This tool draws a set of questions")).to_be_visible()
    expect(page.get_by_text("Draw seven questions from the question bank")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(new_context: Opener, width: int) -> None:
    # "both": a question for both tracks shows the choice of rubric too.
    choices = {"size": 2, "track": "both", "competencies": ["adaptability"]}
    page = opened(new_context(width, reduced_motion="reduce").new_page(), choices)
    page.get_by_text("What is drawn", exact=True).click()
    page.get_by_text("Kind of question: all").click()
    assert violations(page, within="practice-tool") == []
    start(page)
    page.locator(".timer__settings summary").click()
    clash_of_notes(page)
    assert violations(page, within="practice-tool") == []
    page.get_by_role("button", name="Start the timer").click()
    page.get_by_role("button", name="I have answered").click()
    assert violations(page, within="practice-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Mixed ").click()
    answer(page, "Strong")
    assert violations(page, within="practice-tool") == []
    page.get_by_role("button", name="Back to the overview").click()
    page.get_by_text("Your history").click()
    page.locator(".practice__history summary").first.click()
    assert violations(page, within="practice-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_track_is_asked_first_and_a_session_before_the_loop_holds_four_kinds(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    go(page, HERE)
    expect(page.get_by_role("heading", name="Which role do you practice for?")).to_be_visible()
    page.get_by_role("button", name="PMM", exact=True).press("Enter")
    page.get_by_role("button", name="Before the loop").press("Enter")
    expect(page.get_by_text("Question 1 of 4")).to_be_visible()


@pytest.mark.long
def test_a_count_that_cannot_be_read_stays_as_it_was_typed_and_is_reported(
    new_context: Opener,
) -> None:
    page = opened(new_context().new_page())
    size = page.get_by_label("Questions a day")
    page.get_by_text("What is drawn", exact=True).press("Enter")
    for typed in ("1e1", "many", "99", "2.5"):
        size.fill(typed)
        size.press("Tab")
        expect(page.get_by_role("alert")).to_have_text(
            "Write a whole number from 1 to 30. Until then it stays at 2."
        )
        expect(size).to_have_value(typed)
        expect(size).to_have_attribute("aria-invalid", "true")
        assert dict(in_store(page, SAVED))["choices"]["size"] == 2
    size.fill("\uff14")  # a full-width 4
    size.press("Tab")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert dict(in_store(page, SAVED))["choices"]["size"] == 4
