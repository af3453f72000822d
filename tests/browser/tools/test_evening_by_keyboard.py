"""A candidate's evening with a keyboard alone, on a small phone: every tool to its end, the focus always seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go
from tests.browser.tools.keys import Keys
from tests.engines.journeys import POST

pytestmark = pytest.mark.long


def open_page(keys: Keys, address: str, tool: str) -> None:
    go(keys.page, address)
    keys.page.locator(tool).locator("button, input, h2, h3").first.wait_for()


def plan(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/dated-plan/", "study-plan-tool")
    keys.choose(track.upper(), "Your track")
    keys.to("Date of the loop")
    keys.page.keyboard.type("12/16/2026")
    keys.press("Make the plan")
    keys.is_on("study-plan-tool h2")
    keys.stop()
    keys.page.keyboard.press("Space")
    expect(keys.page.locator(".plan-days__done").first).to_be_visible()
    assert keys.focused()["type"] == "checkbox", "ticking a task keeps the focus on it"


def practice(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/practice/", "practice-tool")
    keys.press("Start", tag="button")
    keys.press("Start the timer")
    keys.write("Think aloud", "the customer first")
    keys.press("I have answered")
    keys.press("Strong")
    expect(keys.page.get_by_text("Rated.")).to_be_visible()


def mock(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/mock-interview/", "mock-interview-tool")
    keys.press("Start", tag="button")
    keys.is_on("mock-round h2")
    for place in range(1, 5):
        if place > 1:
            keys.press("Start this round")
            keys.is_on("mock-round h2")
        keys.press("Ask me a follow-up")
        keys.write("Notes", "Goal, users, three options")
        keys.press("End the interview and score it")
        keys.is_on("#mock-score")
        keys.choose("3", "Score")
        keys.write("One thing to change", "Say the goal first")
        keys.press("Save the scorecard")
        expect(keys.page.locator("mock-interview-tool h2").first).to_be_focused()
    expect(keys.page.get_by_role("heading", name="Your scorecards")).to_be_visible()


def case_room(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/case-room/", "case-room-tool")
    keys.page.locator("case-room-tool [data-case]").first.wait_for()
    first = keys.page.locator("case-room-tool [data-case] b").first.inner_text()
    keys.press(first)
    keys.is_on(".case-room-title")
    keys.write("Your question to the interviewer", "What does it cost?")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator(".case-room-answer")).to_be_visible()
    keys.is_on("#case-room-ask")
    keys.write("Your answer, in key words", "segment, price, risk")
    keys.press("I have answered")
    keys.is_on(".case-room-assumed")


def role_play(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/role-plays/", "role-plays-tool")
    first = keys.page.locator("role-plays-tool [data-play] b").first.inner_text()
    keys.press(first)
    keys.is_on(".rehearsal-title")
    keys.press("Rehearse alone")
    keys.is_on(".rehearsal-next")
    for _ in range(12):
        if not keys.page.locator("role-plays-tool button.tool-choice").count():
            break
        reply = keys.page.locator("role-plays-tool button.tool-choice").first.inner_text()
        keys.press(" ".join(reply.split())[:40])
        keys.is_on(".rehearsal-next")
    keys.press("Continue to what you noticed")
    keys.is_on(".rehearsal-next")
    keys.press("Show what they wanted")
    expect(keys.page.locator("role-plays-tool :focus")).to_be_visible()


def interviewer(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/your-interviews/", "your-interviews-tool")
    first = keys.page.locator("your-interviews-tool button.tool-choice b").first.inner_text()
    keys.press(first)
    keys.is_on("your-interviews-tool h3")
    for name, level in (("A", "61"), ("B", "63"), ("C", "65")):
        keys.write(f"Your feedback on Candidate {name}", "A clear goal, a thin measure")
        keys.choose("Hire", f"Candidate {name}: hire")
        keys.choose(level, f"Candidate {name}: which")
    keys.press("Compare with the debrief")
    keys.is_on(".interviews-debrief")


def decoder(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/decode-a-post/", "post-decoder-tool")
    pm = POST.replace("Product Marketing", "Product").replace(
        "Product IC4", "Product Management IC4"
    )
    keys.write("The post, all of it", POST if track == "pmm" else pm)
    keys.press("Read the post")
    keys.is_on("#post-found")


def stories(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/stories/", "story-bank-tool")
    keys.press("Add a story")
    keys.is_on("story-bank-tool input[id$='-title']")
    keys.page.keyboard.insert_text("The waitlist")
    keys.write("Situation", "Clinics lost one visit in ten.")
    keys.write("Result", "Eight of nine clinics switched it on again.")
    expect(keys.page.get_by_text("2 of 5 parts")).to_be_visible()


def offer(keys: Keys, track: str) -> None:
    open_page(keys, "pay/offer-calculator/", "offer-calculator-tool")
    keys.write("Base a year", "185k")
    keys.write("Sign-on in year 1", "26,000")
    keys.stop()
    expect(keys.page.locator(".offer-first")).to_contain_text("Year 1 pays $211,000.")


def last_day(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/last-day/", "last-day-tool")
    expect(keys.page.get_by_role("region", name="Your last-day pack")).to_contain_text(
        "The waitlist"
    )
    keys.to("Print")


def export(keys: Keys, into: Path) -> None:
    open_page(keys, "reference/your-data/", "your-data-tool")
    keys.to("Save to a file")
    with keys.page.expect_download() as saving:
        keys.page.keyboard.press("Enter")
    saving.value.save_as(into)
    text = into.read_text(encoding="utf-8")
    for kind in (
        "study-plan",
        "mock-interview",
        "case-room",
        "role-plays",
        "story-bank",
        "post-decoder",
    ):
        assert f'"{kind}"' in text, kind


EVENING = (
    plan,
    practice,
    mock,
    case_room,
    role_play,
    interviewer,
    decoder,
    stories,
    offer,
    last_day,
)


@pytest.mark.parametrize("track", ["pm", "pmm"])
def test_an_evening_needs_no_mouse_and_the_focus_is_always_seen(
    new_context: Opener, tmp_path: Path, track: str
) -> None:
    page = new_context(360, 740, reduced_motion="reduce").new_page()
    keys = Keys(page)
    go(page, "")
    keys.choose(track.upper())
    for step in EVENING:
        step(keys, track)
    export(keys, tmp_path / "mine.json")
    assert keys.faults == []
