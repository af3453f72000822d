"""What a reader does with each tool, in words that every engine understands: its main action, to the end.

A journey gets a window and the address of its page, and fails if the page does not come to say what it should. The
console and the policy are asked by the test that walks it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.engines.driver import ENTER, Driver, field, named

Journey = Callable[[Driver, str], None]
JOURNEYS: dict[str, Journey] = {}
SEARCH = "document.querySelector('[data-md-component=search-query]')"
SCHEME = "document.body.getAttribute('data-md-color-scheme')"
POST = """Senior Product Marketing Manager. Redmond, Washington, United States. Product Marketing IC4.
Responsibilities: positioning, messaging, launches and pricing, with product managers and the field.
The typical base pay range for this role across the U.S. is USD $106,400 - $203,600 per year."""


def journey(page: str) -> Callable[[Journey], Journey]:
    """Notes a journey under the page where it begins."""

    def note(walk: Journey) -> Journey:
        JOURNEYS[page] = walk
        return walk

    return note


def first(tool: str, selector: str) -> str:
    """The first element of a tool that the selector finds."""
    return f"document.querySelector({json.dumps(f'{tool} {selector}')})"


def take_first(browser: Driver, tool: str, selector: str) -> None:
    """Clicks it once it is there."""
    browser.wait_for(first(tool, selector))
    browser.click(first(tool, selector))


@journey("")
def search_and_theme(browser: Driver, address: str) -> None:
    """A misspelled word is found, and the theme changes and comes back."""
    browser.open(address)
    before = browser.run(f"return {SCHEME}")
    for _ in range(2):
        browser.click("document.querySelector('[data-md-component=palette] ~ .theme-switch')")
        browser.wait_for(f"{SCHEME} !== {before!r}")
        before = browser.run(f"return {SCHEME}")
    browser.run(f"{SEARCH}.focus()")
    browser.type(SEARCH, "compnsation")
    browser.wait_for("document.querySelector('.md-search-result__link')")


def answer_question(browser: Driver, address: str) -> None:
    """A question is drawn, timed and answered."""
    browser.open(address)
    browser.press("PMM")
    browser.press("Start")
    browser.press("Start the timer")
    browser.write("Think aloud", "buyers, then sellers")
    browser.press("I have answered")
    browser.wait_for(named("practice-tool button", "Strong"))


@journey("prepare/practice/")
def practice(browser: Driver, address: str) -> None:
    """A question is answered and rated."""
    answer_question(browser, address)
    browser.press("Strong")
    browser.sees("Rated.")


def turn_card(browser: Driver, address: str) -> str:
    """A card is turned over by key; its front."""
    browser.open(address)
    browser.press("Study")
    browser.wait_for("document.activeElement.id === 'card-front'")
    front: str = browser.run("return document.querySelector('.card__front').textContent")
    browser.type("document.activeElement", " ")
    browser.wait_for("document.activeElement.id === 'card-back'")
    return front


@journey("prepare/cards/?page=pay/levels")
def cards(browser: Driver, address: str) -> None:
    """A card is turned over and rated by keys, and the next one comes."""
    before = turn_card(browser, address)
    browser.type("document.activeElement", "3")
    browser.wait_for(f"document.querySelector('.card__front')?.textContent !== {before!r}")


@journey("pay/offer-calculator/")
def offer_calculator(browser: Driver, address: str) -> None:
    """An offer is typed in and added up, and the sum follows a change."""
    browser.open(address)
    browser.write("Base a year", "200000.00")
    assert browser.run(f"return {field('Base a year')}.value") == "200000.00"
    browser.write("Sign-on in year 1", "26000")
    browser.sees("Year 1 pays $226,000.")


# Each key is saved, and the last one takes a moment, which a page that is left right away does not have.
STORED = """await (async () => {
  for (const { name } of await indexedDB.databases()) {
    const opening = indexedDB.open(name);
    await new Promise((done) => { opening.onsuccess = done; });
    const reading = opening.result.transaction("records").objectStore("records").getAll();
    await new Promise((done) => { reading.onsuccess = done; });
    opening.result.close();
    if (JSON.stringify(reading.result).includes(%s)) return true;
  }
  return false;
})()"""


def write_story(browser: Driver, address: str) -> None:
    """A story is begun and counted."""
    browser.open(address)
    browser.press("Add a story")
    browser.write("Name, in four words or so", "The cut")
    browser.write("Situation", "It was late.")
    browser.press("Judgment", "label")
    browser.sees("1 of 5 parts")


@journey("prepare/stories/")
def story_bank(browser: Driver, address: str) -> None:
    """A story is written, and it is there after the page is loaded again."""
    write_story(browser, address)
    browser.wait_for(STORED % json.dumps("judgment"))
    browser.open(address)
    browser.sees("The cut")


@journey("prepare/dated-plan/")
def study_plan(browser: Driver, address: str) -> None:
    """A plan is made and its first task ticked."""
    browser.open(address)
    browser.wait_for(field("Date of the loop"))
    # Each engine has its own way to type a date; none is typed the same.
    browser.run(
        f"const box = {field('Date of the loop')}; box.value = arguments[0];"
        "box.dispatchEvent(new Event('input', { bubbles: true }));"
        "box.dispatchEvent(new Event('change', { bubbles: true }));",
        browser.run("return new Date(Date.now() + 2e9).toISOString().slice(0, 10)"),
    )
    browser.press("Make the plan")
    browser.sees("Your plan for the loop on")
    take_first(browser, "study-plan-tool", ".plan-days input")
    browser.wait_for("document.querySelector('.plan-days__done')")


# A journey before may have chosen a track, which hides the tasks of the other.
OPEN_TASK = """[...document.querySelectorAll(".md-content .mark-box:not(:checked)")]
  .find((box) => box.getClientRects().length)"""


def mark_task(browser: Driver, address: str) -> None:
    """A task that is not done yet is marked and counted."""
    browser.open(address)
    browser.wait_for(OPEN_TASK)
    browser.click(OPEN_TASK)
    browser.wait_for("/^[1-9]\\d* of \\d+ done/m.test(document.body.innerText)")


@journey("prepare/plan/")
def progress(browser: Driver, address: str) -> None:
    """A task is marked, counted, and counted on the page of progress."""
    mark_task(browser, address)
    browser.open(address.replace("prepare/plan/", "prepare/progress/"))
    browser.wait_for(
        "/[1-9]\\d*\\sof\\s\\d+/.test(document.querySelector('progress-tool').innerText)"
    )


@journey("prepare/mock-interview/")
def mock_interview(browser: Driver, address: str) -> None:
    """A round is held and scored, and its scorecard saved."""
    browser.open(address)
    browser.press("Start")
    browser.press("End the interview and score it")
    take_first(browser, "mock-interview-tool", "[name=score][value='3']")
    browser.write("One thing to change", "Say the goal first")
    browser.press("Save the scorecard")
    browser.wait_for("!document.body.innerText.includes('Save the scorecard')")


@journey("prepare/role-plays/")
def role_plays(browser: Driver, address: str) -> None:
    """A conversation is begun alone, and a reply is answered."""
    browser.open(address)
    take_first(browser, "role-plays-tool", "button")
    browser.press("Rehearse alone")
    browser.wait_for("document.activeElement.closest('role-plays-tool')")
    before = browser.run("return document.activeElement.textContent")
    take_first(browser, "role-plays-tool", ".tool-choice")
    browser.wait_for(f"document.activeElement.textContent !== {before!r}")


def ask_interviewer(browser: Driver, address: str) -> None:
    """A case is opened, and a question to the interviewer answered."""
    browser.open(address)
    take_first(browser, "case-room-tool", "button")
    browser.write("Your question to the interviewer", "What is the weather?" + ENTER)
    browser.sees("We don’t have that.")


@journey("prepare/case-room/")
def case_room(browser: Driver, address: str) -> None:
    """A question to the interviewer is answered, and the case is ended."""
    ask_interviewer(browser, address)
    browser.press("I have answered")
    browser.sees("What you assumed before you asked")


def give_feedback(browser: Driver, address: str) -> None:
    """A set of answers is opened, and one of them judged."""
    browser.open(address)
    take_first(browser, "your-interviews-tool", "button")
    browser.write("Your feedback on Candidate A", "Clear goal")


@journey("prepare/your-interviews/")
def your_interviews(browser: Driver, address: str) -> None:
    """A set of answers is opened, and the debrief asks for what is missing."""
    give_feedback(browser, address)
    browser.press("Compare with the debrief")
    browser.sees("Missing: Candidate")


@journey("prepare/decode-a-post/")
def post_decoder(browser: Driver, address: str) -> None:
    """A post is read in the page."""
    browser.open(address)
    browser.write("The post, all of it", POST)
    browser.press("Read the post")
    browser.sees("PMM, IC4")


@journey("roles/choose/")
def self_assessment(browser: Driver, address: str) -> None:
    """All rows are answered, and the result leans."""
    browser.open(address)
    browser.wait_for("document.querySelector('self-assessment-tool [type=radio]')")
    browser.run(
        "document.querySelectorAll('self-assessment-tool fieldset')"
        ".forEach((row) => row.querySelector('[type=radio]').click())"
    )
    browser.sees("Your result: a clear lean toward column A")


@journey("prepare/last-day/")
def last_day(browser: Driver, address: str) -> None:
    """The pack is there, and says what it lacks."""
    browser.open(address)
    browser.sees("Cross-functional partner:")


@journey("reference/your-data/")
def your_data(browser: Driver, address: str) -> None:
    """What is stored is counted, and erased after a question."""
    mark_task(browser, address.replace("reference/your-data/", "prepare/plan/"))
    browser.open(address)
    browser.press("Erase …")
    browser.press("Erase everything")
    browser.sees("Everything is erased.")


@journey("reference/changes/")
def changes(browser: Driver, address: str) -> None:
    """The list shows what changed since a date."""
    browser.open(f"{address}?since=2026-11-01")
    browser.sees("Data date of your copy")


@journey("prepare/prompts/")
def copy_file(browser: Driver, address: str) -> None:
    """A file of prompts is copied, or the page says how else to take it."""
    browser.open(address)
    browser.press("Copy")
    browser.wait_for("/Copied|Save the file instead/.test(document.body.textContent)")
