"""Messages of tools are spoken: their place is in the accessibility tree before, and changes with each message."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Opener, go, until


@dataclass(frozen=True)
class Region:
    """A live region as the accessibility tree has it: its element, and what it says now."""

    element: int
    says: str


def regions(session: CDPSession) -> list[Region]:
    """The live regions for messages, in the order of the tree."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def text(node: dict) -> str:
        own = node.get("name", {}).get("value", "") if kind(node) == "StaticText" else ""
        return own + "".join(text(by_id[at]) for at in node.get("childIds", []) if at in by_id)

    def kind(node: dict) -> str:
        return node.get("role", {}).get("value", "")

    spoken = [node for node in nodes if kind(node) in ("status", "alert") and not node["ignored"]]
    return [Region(node["backendDOMNodeId"], text(node)) for node in spoken]


def announced(page: Page, session: CDPSession, before: list[Region], words: str) -> list[Region]:
    """The regions once one of those `before` says something new that begins with these words."""

    def news() -> list[Region]:
        return [one for one in regions(session) if one.says.startswith(words) and one not in before]

    found = until(page, news)
    assert len(found) == 1, f"“{words}” is not said anew"
    assert found[0].element in {one.element for one in before}, "its place was not there before"
    return regions(session)


def test_each_answer_to_a_question_in_a_case_is_spoken_the_same_one_again_too(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    go(page, "prepare/case-room/")
    page.locator(".tool-choice").first.press("Enter")
    ask = page.get_by_label("Your question to the interviewer")
    expect(ask).to_be_visible()
    said = regions(session)
    for question in ("Who owns the décor?", "And the cast of the film?", "Who owns the décor?"):
        ask.fill(question)
        ask.press("Enter")
        expect(ask).to_be_focused()
        said = announced(page, session, said, "Interviewer: We don’t have that.")


@pytest.mark.long
def test_a_post_that_is_missing_is_spoken_at_each_press(new_context: Opener) -> None:
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    go(page, "prepare/decode-a-post/")
    read = page.get_by_role("button", name="Read the post")
    read.wait_for()
    said = regions(session)
    for _ in range(3):
        read.press("Enter")
        said = announced(page, session, said, "Paste the text of a post first.")


def test_a_score_that_is_missing_is_spoken_at_each_press(new_context: Opener) -> None:
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    go(page, "prepare/mock-interview/")
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    save = page.get_by_role("button", name="Save the scorecard")
    save.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Choose a score first.")
    said = regions(session)
    for _ in range(2):
        save.press("Enter")
        said = announced(page, session, said, "Choose a score first.")


@pytest.mark.long
@pytest.mark.parametrize(
    ("url", "button"),
    [("prepare/cards/?page=pay/levels", "Study 4 cards"), ("prepare/practice/?track=pm", "Start")],
)
def test_what_could_not_be_fetched_is_spoken_at_each_press(
    new_context: Opener, url: str, button: str
) -> None:
    context = new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    go(page, url)
    start = page.get_by_role("button", name=button, exact=True)
    start.wait_for()
    context.set_offline(True)
    start.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("You seem to be offline")
    said = regions(session)
    for _ in range(2):
        start.press("Enter")
        said = announced(page, session, said, "You seem to be offline")
    context.set_offline(False)
    start.press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_each_reply_of_a_role_play_moves_the_focus_to_new_words(new_context: Opener) -> None:
    """A screen reader speaks what gets the focus, however soon after the last one."""
    page = new_context().new_page()
    go(page, "prepare/role-plays/")
    page.locator(".tool-choice").first.press("Enter")
    page.get_by_role("button", name="Rehearse alone").press("Enter")
    spoken = page.locator(".rehearsal-next:focus")
    heard = []
    for _ in range(2):
        spoken.wait_for()
        heard.append(spoken.inner_text())
        old = spoken.element_handle()
        page.locator(".rehearsal-next ~ .tool-choice").first.press("Enter")
        expect(spoken).not_to_have_text(heard[-1])
        assert not old.evaluate("(one) => one.isConnected"), "the old words were changed in place"
    assert len(set(heard)) == 2


@pytest.mark.long
def test_what_is_wrong_with_an_amount_is_spoken_once_its_field_is_left(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    go(page, "pay/offer-calculator/")
    base = page.get_by_label("Base a year")
    base.press_sequentially("200")
    expect(page.get_by_role("alert")).to_have_count(0)
    base.press("Tab")
    expect(page.get_by_role("alert")).to_have_text(
        "Base is $200. Write all digits: 200000, if you mean $200,000."
    )
    page.get_by_label("Sign-on in year 1").press("Tab")
    expect(page.get_by_role("alert")).to_have_count(1)


@pytest.mark.parametrize(
    ("fill", "words"),
    [
        ("", "Give the date of the loop."),
        pytest.param("2020-01-01", "The loop is over", marks=pytest.mark.long),
    ],
)
def test_what_is_wrong_with_a_date_is_an_alert_at_each_press_and_said_once(
    new_context: Opener, fill: str, words: str
) -> None:
    """As a description of the date it was said twice by Chromium, and never by Firefox."""
    page = new_context().new_page()
    go(page, "prepare/dated-plan/")
    make = page.get_by_role("button", name="Make the plan")
    page.get_by_label("Date of the loop").fill(fill)
    alert, loop = page.get_by_role("alert"), page.get_by_label("Date of the loop")
    make.press("Enter")
    expect(alert).to_contain_text(words)
    expect(loop).to_be_focused()
    expect(loop).to_have_accessible_description("")
    old = alert.element_handle()
    make.press("Enter")
    assert until(page, lambda: not old.evaluate("(one) => one.isConnected")), "it was kept"
    expect(alert).to_contain_text(words)


@pytest.mark.long
def test_a_timer_says_that_it_runs_and_that_it_is_paused(new_context: Opener) -> None:
    """Only the name of the pressed button changed, which most screen readers leave out."""
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    go(page, "prepare/practice/")
    page.get_by_role("button", name="PM", exact=True).press("Enter")
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    page.get_by_role("button", name="Start the timer").wait_for()
    said = regions(session)
    page.get_by_role("button", name="Start the timer").press("Enter")
    said = announced(page, session, said, "The timer runs.")
    page.get_by_role("button", name="Pause").press("Enter")
    announced(page, session, said, "The timer is paused.")


# Notes the frame in which the button goes that Enter is pressed on, and the one in which something else gets the focus.
NOTE = """() => {
  let frame = 0;
  let pressed;
  requestAnimationFrame(function count() { frame += 1; requestAnimationFrame(count); });
  const watch = new MutationObserver(() => { if (!pressed?.isConnected) noted.gone ??= frame; });
  watch.observe(document.body, { childList: true, subtree: true });
  addEventListener("focusin", ({ target }) => { if (target !== pressed) noted.focused ??= frame; });
  addEventListener("keydown", () => { pressed = document.activeElement; window.noted = {}; }, true);
  window.noted = {};
}"""


@pytest.mark.parametrize(
    ("url", "presses"),
    [
        ("prepare/practice/", ["PM", "Start", "I have answered"]),
        pytest.param(
            "prepare/mock-interview/",
            ["Start", "End the interview and score it"],
            marks=pytest.mark.long,
        ),
    ],
)
def test_the_focus_moves_in_a_frame_after_the_pressed_button_is_gone(
    new_context: Opener, url: str, presses: list[str]
) -> None:
    """Orca is silent about a focus that comes together with the news that the focused button is gone."""
    page = new_context().new_page()
    go(page, url)
    page.evaluate(NOTE)
    for name in presses:
        page.get_by_role("button", name=re.compile(f"^{name}")).first.press("Enter")
        noted = until(page, lambda: page.evaluate("noted"), lambda found: "focused" in found)
        assert noted["focused"] > noted["gone"], name


# Goes to the field for a question as soon as it is there and the press is over, before the next frame.
TAKE_AT_ONCE = """() => {
  const take = (field) => {
    field.focus();
    const look = () => { window.taken = document.activeElement === field; };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look)));
  };
  new MutationObserver((_, watch) => {
    const field = document.querySelector("#case-room-ask");
    if (!field) return;
    watch.disconnect();
    setTimeout(take, 0, field);
  }).observe(document.body, { childList: true, subtree: true });
}"""


def test_the_focus_does_not_leave_a_field_that_a_reader_went_to_in_the_meantime(
    new_context: Opener,
) -> None:
    """The heading took it a frame later, and a question that was typed by then was never asked."""
    page = new_context().new_page()
    go(page, "prepare/case-room/")
    page.locator(".tool-choice").first.wait_for()
    page.evaluate(TAKE_AT_ONCE)
    page.locator(".tool-choice").first.press("Enter")
    assert until(page, lambda: page.evaluate("window.taken"), lambda taken: taken is not None)


@pytest.mark.long
def test_no_click_is_listened_for_on_the_body(new_context: Opener) -> None:
    """Firefox takes all below such a listener for something to click; Orca said "clickable" at each heading."""
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    for url in ("prepare/practice/", "contribute/style/"):
        go(page, url)
        body = session.send("Runtime.evaluate", {"expression": "document.body"})["result"]
        asked = {"objectId": body["objectId"]}
        found = session.send("DOMDebugger.getEventListeners", asked)["listeners"]
        assert "click" not in {one["type"] for one in found}
