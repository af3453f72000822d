"""What a screen reader gets to say: the tree that Chromium hands to it, and the focus, which a redraw never loses."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener, go, until
from tests.browser.tools.conftest import in_days, in_store
from tests.guides import quick_and_slow

# A mark, a number in brackets, or nothing at all says nothing to those who hear it.
SAYS_NOTHING = re.compile(r"^[\W\d]*$|^(?:link|here|source|more)$", re.IGNORECASE)
PAGES = quick_and_slow(
    ["", "pay/by-level/"],
    ["prepare/questions/", "roles/side-by-side/", "loops/pm/", "mistakes/"],
)
WORD = re.compile(r"\w+")
WORDED = "a, button, h2, h3, h4, label, legend, summary"
LOST = "document.activeElement === document.body"
# Answered once nothing in the page has changed for a while; a clock that runs changes it each second.
DRAWN = """() => new Promise((resolve) => {
  const watch = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(done, 400); });
  const done = () => { watch.disconnect(); resolve(); };
  let quiet = setTimeout(done, 400);
  watch.observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true });
})"""
Heard = list[dict[str, Any]]


def heard(page: Page) -> Heard:
    """The nodes of the accessibility tree that are not ignored: role, name, and the states that are spoken."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", "").strip(),
            **{one["name"]: one["value"].get("value") for one in node.get("properties", [])},
        }
        for node in nodes
        if not node["ignored"]
    ]


def named(nodes: Heard, *roles: str) -> list[str]:
    return [node["name"] for node in nodes if node["role"] in roles]


@pytest.mark.parametrize("url", PAGES)
def test_links_and_headings_are_named_by_what_they_are(open_tab: TabOpener, url: str) -> None:
    page = open_tab()
    go(page, url)
    nodes = heard(page)
    empty = [name for name in named(nodes, "link", "button") if SAYS_NOTHING.match(name)]
    # A level is a number, and its link says which; so does the way out of a list by its date.
    assert [name for name in empty if not re.fullmatch(r"\d{2}(?:-\d{2})?", name)] == []
    assert [name for name in named(nodes, "heading") if "¶" in name or not name] == []
    levels = [int(node["level"]) for node in nodes if node["role"] == "heading"]
    assert levels.count(1) == 1
    steps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert steps == []
    landmarks = named(nodes, "navigation")
    assert len(landmarks) == len(set(landmarks))
    assert "" not in landmarks


@pytest.mark.parametrize(
    ("width", "said"),
    [
        pytest.param(1280, "Microsoft PM and PMM: an open guide", marks=pytest.mark.long),
        (360, "PM and PMM"),
    ],
)
def test_the_header_says_the_name_of_the_site_once_and_leaves_the_title_to_the_heading(
    open_tab: TabOpener, width: int, said: str
) -> None:
    page = open_tab(width)
    go(page, "loops/pm/")
    header = page.get_by_role("navigation", name="Header").aria_snapshot()
    assert header.count(said) == 1
    assert "The PM loop" not in header


@pytest.mark.parametrize("url", quick_and_slow(["pay/by-level/"], ["roles/side-by-side/"]))
def test_a_citation_says_what_kind_of_source_it_leads_to(open_tab: TabOpener, url: str) -> None:
    page = open_tab()
    go(page, url)
    said = page.locator("main a.cite, main a.cites").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label'))"
    )
    assert said
    kind = r"(?:Source \d+|\d+ sources|\d+ sources? for the \d+ points above), (?:[a-z ]+)(?:, [a-z ]+)*"
    assert [words for words in said if not re.fullmatch(kind, words or "")] == []


def test_a_chart_is_one_picture_with_a_sentence_and_a_table(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "pay/by-level/")
    picture = page.locator("svg.chart__picture").first
    expect(picture).to_have_role("img")
    # Its title is the figure's, so the picture says what is seen, without being asked and once.
    expect(
        page.get_by_role("figure", name="Total pay a year by level, product managers")
    ).to_be_visible()
    expect(picture).to_have_accessible_name(
        re.compile(r"^Total pay for levels \d+ to \d+: \d+ figures, from \$")
    )
    # Firefox reads the words that are drawn too, one by one.
    drawn = page.locator("svg.chart__picture text")
    assert drawn.count() > 0
    assert page.locator("svg.chart__picture text:not([aria-hidden=true])").count() == 0


def test_an_empty_search_box_is_neither_required_nor_invalid(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "")
    box = page.get_by_role("textbox", name="Search")
    (node,) = [one for one in heard(page) if one["role"] == "textbox"]
    assert (node.get("required"), node.get("invalid")) == (False, "false")
    clear = page.locator(".md-search [type=reset]")
    box.focus()
    expect(clear).to_be_hidden()
    box.fill("pay")
    expect(clear).to_have_css("opacity", "1")


@pytest.mark.parametrize("width", quick_and_slow([360], [1280]))
def test_a_closed_search_says_nothing_of_its_buttons(open_tab: TabOpener, width: int) -> None:
    """A screen reader read "Share" and "Clear" out of every page, though nobody had searched yet."""
    page = open_tab(width)
    go(page, "loops/pm/")
    closed = {name for role in ("link", "button") for name in named(heard(page), role)}
    assert not closed & {"Share", "Clear"}
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("pay")
    expect(page.get_by_role("link", name="Share")).to_be_visible()
    expect(page.get_by_role("button", name="Clear")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Share")).to_have_count(0)


@pytest.mark.long
def test_search_results_have_names(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "?q=senior+pm+pay")
    page.locator(".md-search-result__link").first.wait_for()
    nodes = heard(page)
    assert any(name.startswith("Pay by level") for name in named(nodes, "link"))
    assert "" not in named(nodes, "link")
    status = page.locator(".md-search-result__meta")
    expect(status).to_have_role("status")
    expect(status).to_contain_text("best matches")


def run_together(page: Page) -> list[str]:
    """The names that a screen reader says without a space which is seen. Chromium leaves out one that stands alone
    between an element and a text that a script has put in."""
    seen = page.evaluate(
        f"[...document.querySelectorAll('main :is({WORDED})')].map((one) => one.innerText)"
    )
    words = {re.sub(r"\s", "", text).lower(): text.lower().split() for text in seen}
    names = {node["name"] for node in heard(page)}
    return [
        name
        for name in sorted(names)
        if name.lower().split() != words.get(re.sub(r"\s", "", name).lower(), name.lower().split())
    ]


def keeps_the_focus(page: Page, after: str) -> None:
    """Holds that the focus is somewhere once all that followed is stored and drawn, and that words are kept apart."""
    in_store(page, "return store.list();")
    page.evaluate(DRAWN)
    lost = until(page, lambda: page.evaluate(LOST), lambda lost: not lost)
    assert not lost, f"after {after} the focus is nowhere"
    assert run_together(page) == [], f"after {after}"
    # Orca says a paragraph with the focus twice: once as a name, once as a text.
    assert page.locator("p:focus").count() == 0, f"after {after} a paragraph has the focus"


def press(page: Page, name: str) -> None:
    """Presses a button by key."""
    page.locator("main").get_by_role("button", name=name).first.press("Enter")
    keeps_the_focus(page, f"“{name}”")


def take(page: Page, selector: str) -> None:
    page.locator(selector).first.press("Enter")
    keeps_the_focus(page, selector)


def _practice(page: Page) -> None:
    for name in ("PMM", "Start", "Start the timer", "I have answered"):
        press(page, name)
    for name in ("Strong ", "Undo the last rating", "Strong ", "Stop for now"):
        press(page, name)


def _cards(page: Page) -> None:
    press(page, "Study")
    expect(page.locator("#card-front")).to_be_focused()
    for key, then in ((" ", "back"), ("3", "front"), (" ", "back"), ("1", "front")):
        page.keyboard.press(key)
        expect(page.locator(f"#card-{then}")).to_be_focused()
        keeps_the_focus(page, f"the key “{key}”")
    press(page, "Undo the last rating")
    press(page, "Stop for now")


def _calculator(page: Page) -> None:
    page.get_by_label("Base a year").fill("200000")
    for name in ("Add a Microsoft offer", "Add another employer’s offer"):
        press(page, name)
        expect(page.locator("#offer-name")).to_be_focused()
    press(page, "Remove this offer …")
    press(page, "Keep it")
    press(page, "Remove this offer …")
    press(page, "Remove it")


def _stories(page: Page) -> None:
    press(page, "Add a story")
    page.keyboard.type("The cut")
    press(page, "Erase this story …")
    press(page, "Keep it")
    press(page, "Erase this story …")
    press(page, "Erase it")


def _mock(page: Page) -> None:
    for name in ("Start", "End the interview and score it", "Save the scorecard"):
        press(page, name)
    page.locator("[name=score][value='3']").check()
    press(page, "Save the scorecard")


def _role_plays(page: Page) -> None:
    take(page, "role-plays-tool button")
    press(page, "Rehearse alone")
    take(page, ".tool-choice")
    press(page, "Undo the last reply")
    press(page, "All role-plays")


def _case_room(page: Page) -> None:
    take(page, "case-room-tool button")
    page.get_by_label("Your question to the interviewer").fill("What is the weather?")
    page.keyboard.press("Enter")
    press(page, "I have answered")
    press(page, "All cases")


def _plan(page: Page) -> None:
    page.get_by_label("Date of the loop").fill(in_days(page, 60))
    press(page, "Make the plan")
    page.locator(".plan-days input").first.press("Space")
    keeps_the_focus(page, "a tick")
    press(page, "Change the answers")
    press(page, "Make the plan")


WALKS: dict[str, Callable[[Page], None]] = {
    "prepare/practice/": _practice,
    "prepare/cards/?page=pay/levels": _cards,
    "pay/offer-calculator/": _calculator,
    "prepare/stories/": _stories,
    "prepare/mock-interview/": _mock,
    "prepare/role-plays/": _role_plays,
    "prepare/case-room/": _case_room,
    "prepare/dated-plan/": _plan,
}


@pytest.mark.parametrize("url", quick_and_slow(list(WALKS)[:1], list(WALKS)[1:]))
def test_by_keys_alone_the_focus_is_never_lost_and_every_control_has_a_name(
    open_tab: TabOpener, url: str
) -> None:
    page = open_tab()
    go(page, url)
    page.locator("main").get_by_role("button").first.wait_for()
    WALKS[url](page)
    roles = ("button", "textbox", "combobox", "checkbox", "radio", "spinbutton", "link")
    unnamed = [n for n in heard(page) if n["role"] in roles and not n["name"]]
    assert unnamed == []


@pytest.mark.parametrize("url", quick_and_slow(["pay/levels/"], [""]))
def test_words_of_one_line_are_not_run_together(open_tab: TabOpener, url: str) -> None:
    page = open_tab()
    go(page, url)
    main = page.locator("main")
    words = {*WORD.findall(main.inner_text()), *WORD.findall(main.text_content() or "")}
    lines = lines_heard(page)
    assert len(lines) > 10
    assert [line for line in lines if not {*WORD.findall(line)} <= words] == []


def lines_heard(page: Page) -> list[str]:
    """All texts of each paragraph and heading of the page, one after the other; a link or a button is said apart."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def text(node: dict[str, Any]) -> str:
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"])
        if node["role"]["value"] in ("link", "button"):
            return " "
        return "".join(text(by_id[child]) for child in node.get("childIds", []) if child in by_id)

    main = next(node for node in nodes if node["role"]["value"] == "main")
    inside = [main]
    for node in inside:
        inside += [by_id[child] for child in node.get("childIds", []) if child in by_id]
    return [text(node) for node in inside if node["role"]["value"] in ("paragraph", "heading")]
