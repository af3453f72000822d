"""Cases that answer back: no fact is given unasked, unknowns are named, and a run outlives a reload."""

from __future__ import annotations

import pytest
from guide.publish.tool_data.case_room import case_room_files
from guide.publish.tool_data.planning import round_list
from guide.rows.loading import load_guide
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import in_store
from tests.guides import PROJECT

HERE = "prepare/case-room/"
GUIDE = load_guide(PROJECT)
CASE = case_room_files(GUIDE)["case-room/windows-10-end"]
FACTS = {fact["id"]: fact for fact in CASE["facts"]}
EUROPE = FACTS["windows-10-europe"]


def tool(page: Page) -> Locator:
    return page.locator("case-room-tool")


def press(page: Page, name: str) -> None:
    tool(page).get_by_role("button", name=name).first.press("Enter")


def ask(page: Page, question: str) -> None:
    box = tool(page).get_by_label("Your question to the interviewer")
    box.fill(question)
    box.press("Enter")


def chosen(page: Page) -> Page:
    go(page, HERE)
    press(page, CASE["title"])
    expect(tool(page).get_by_role("heading", name=CASE["title"])).to_be_focused()
    return page


TWO_AT_ONCE = """(tool, questions) => {
  const [box, form] = [tool.querySelector("#case-room-ask"), tool.querySelector("form")];
  for (const question of questions) {
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    form.requestSubmit();
  }
}"""


@pytest.mark.long
def test_a_question_asked_while_the_last_one_is_being_saved_is_answered_too(
    open_tab: TabOpener,
) -> None:
    page = chosen(open_tab(360))
    tool(page).evaluate(TWO_AT_ONCE, ["Is Europe different?", "What is the weather?"])
    expect(tool(page).locator(".case-room-answer")).to_contain_text("We don’t have that.")
    page.reload()
    press(page, CASE["title"])
    press(page, "I have answered")
    expect(tool(page).get_by_text(f"You asked for 1 of {len(FACTS)} facts.")).to_be_visible()
    expect(tool(page).get_by_text("Asked, but not available: What is the weather?")).to_be_visible()


def test_a_case_of_a_plan_opens_where_it_answers_back(open_tab: TabOpener) -> None:
    page = open_tab(360)
    (planned,) = [one for one in round_list(GUIDE) if one["id"] == f"case/{CASE['id']}"]
    go(page, planned["page"])
    expect(tool(page).get_by_role("heading", name=CASE["title"])).to_be_focused()
    expect(tool(page).get_by_role("timer")).to_be_visible()


def ask_two(page: Page) -> None:
    """Asks for a fact that the case holds, and for one that it does not."""
    assert EUROPE["fact"] not in tool(page).inner_text()
    ask(page, "Is Europe different?")
    expect(tool(page).locator(".case-room-answer")).to_contain_text(EUROPE["fact"])
    expect(tool(page).get_by_label("Your question to the interviewer")).to_be_focused()
    ask(page, "What is the weather?")
    # Firefox announces new text in a status to screen readers, but not a new paragraph in one.
    answer = tool(page).locator("[role=status].case-room-answer")
    expect(answer).to_contain_text("Interviewer: We don’t have that.")
    assert answer.evaluate("one => [...one.children].length") == 0


def test_a_fact_is_given_when_it_is_asked_for_and_a_run_outlives_a_reload(
    open_tab: TabOpener,
) -> None:
    page = chosen(open_tab(360))
    ask_two(page)
    tool(page).get_by_label("Your answer, in key words").fill("Three groups of PCs")
    in_store(page, "return store.list();")  # answered after the notes are written
    page.reload()
    expect(tool(page).get_by_role("button", name=CASE["title"])).to_contain_text("Started.")
    press(page, CASE["title"])
    expect(tool(page).get_by_text(EUROPE["fact"])).to_be_visible()
    press(page, "I have answered")
    (record,) = in_store(page, "return (await store.list('case-room')).map((one) => one.value);")
    record.pop("day")
    assert record == {
        **{"case": CASE["id"], "asked": [EUROPE["id"]], "missed": ["What is the weather?"]},
        **{"notes": "Three groups of PCs", "over": True},
    }


def test_at_the_end_every_fact_that_was_not_asked_for_is_named_as_assumed(
    open_tab: TabOpener,
) -> None:
    page = chosen(open_tab(360))
    ask_two(page)
    press(page, "I have answered")
    heading = tool(page).get_by_role("heading", name="What you assumed before you asked")
    expect(heading).to_be_focused()
    expect(tool(page).get_by_role("status")).to_have_text(
        "The case is over. Read what you assumed."
    )
    expect(tool(page).get_by_text(f"You asked for 1 of {len(FACTS)} facts.")).to_be_visible()
    expect(tool(page).get_by_text(FACTS["windows-10-date"]["unasked"])).to_be_visible()
    expect(tool(page).get_by_text(EUROPE["unasked"])).to_have_count(0)
    expect(tool(page).get_by_text("Asked, but not available: What is the weather?")).to_be_visible()


def test_a_question_is_picked_and_a_case_is_worked_again_and_erased(open_tab: TabOpener) -> None:
    page = chosen(open_tab())
    tool(page).get_by_text("Pick a question instead").click()
    press(page, EUROPE["ask"])
    expect(tool(page).locator(".case-room-answer")).to_contain_text(EUROPE["fact"])
    press(page, "I have answered")
    press(page, "Try it again")
    expect(tool(page).get_by_text("What you know now")).to_have_count(0)
    ask(page, "Is Europe different?")
    press(page, "I have answered")
    press(page, "Erase my runs")
    press(page, "Erase them")
    expect(tool(page).get_by_role("button", name=CASE["title"])).to_contain_text("Not tried yet.")


# What is read from the store comes late, as on a busy phone: not before `heard()` is called.
LATE_READING = """() => {
  const read = IDBObjectStore.prototype.getAll;
  const held = [];
  IDBObjectStore.prototype.getAll = function (...all) {
    const request = read.apply(this, all);
    const hold = (event) => {
      event.stopImmediatePropagation();
      held.push(request);
    };
    request.addEventListener("success", hold, { once: true });
    return request;
  };
  window.heard = () => {
    IDBObjectStore.prototype.getAll = read;
    for (const request of held) request.dispatchEvent(new Event("success"));
  };
}"""


@pytest.mark.long
def test_a_press_counts_before_the_store_reports_it(new_context: Opener) -> None:
    page = chosen(new_context().new_page())
    ask(page, "Is Europe different?")
    in_store(page, "return store.list();")  # answered after the question is saved
    page.evaluate(LATE_READING)
    press(page, "I have answered")
    press(page, "Try it again")
    expect(tool(page).get_by_role("button", name="I have answered")).to_be_visible()
    expect(tool(page).get_by_text("What you know now")).to_have_count(0)
    ask(page, "Is Europe different?")
    press(page, "I have answered")
    press(page, "Erase my runs")
    press(page, "Erase them")
    page.evaluate("window.heard()")
    expect(tool(page).get_by_role("status")).to_have_text("Your runs of this case are erased.")
    expect(tool(page).get_by_role("button", name=CASE["title"])).to_contain_text("Not tried yet.")
    assert in_store(page, "return store.list('case-room');") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = open_tab(width, reduced_motion="reduce")
    go(page, HERE)
    tool(page).get_by_role("button", name=CASE["title"]).wait_for()
    assert violations(page, within="case-room-tool") == []
    press(page, CASE["title"])
    ask(page, "Is Europe different?")
    assert violations(page, within="case-room-tool") == []
    press(page, "I have answered")
    assert violations(page, within="case-room-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.long
def test_the_button_that_asks_is_as_wide_as_its_word(open_tab: TabOpener) -> None:
    """It filled a line of 700 pixels."""
    page = chosen(open_tab(1280))
    box = tool(page).get_by_role("button", name="Ask", exact=True).bounding_box()
    assert box
    assert box["width"] < 150
