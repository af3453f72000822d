"""Messages of tools are spoken: their place is in the accessibility tree before, and changes with each message."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Opener, go, until


@dataclass(frozen=True)
class Region:
    """A live region as the accessibility tree has it: its element, and what it says now."""

    element: int
    says: str


def regions(session: CDPSession) -> list[Region]:
    """The live regions for polite messages, in the order of the tree."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def text(node: dict) -> str:
        own = node.get("name", {}).get("value", "") if kind(node) == "StaticText" else ""
        return own + "".join(text(by_id[at]) for at in node.get("childIds", []) if at in by_id)

    def kind(node: dict) -> str:
        return node.get("role", {}).get("value", "")

    spoken = [node for node in nodes if kind(node) == "status" and not node["ignored"]]
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
