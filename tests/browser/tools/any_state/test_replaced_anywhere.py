"""Every tool works on a page whose texts others replace: a browser that translates, an extension, marked words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, until
from tests.browser.tools.any_state.walking import Walker
from tests.engines.journeys import JOURNEYS
from tests.offline.reading import tool_pages

pytestmark = pytest.mark.long

# The same questions and rounds are drawn in every walk.
SEED = "{ let seed = 7; Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647; }"
NOW = "2026-11-25T10:00:00"
# What `replace(text)` makes of every text of the page, from its first moment on, and of each that comes later.
REPLACING = """(() => {
    const known = new WeakSet();
    const replace = (text) => {
        if (!text.data.trim() || known.has(text) || !text.parentNode) return;
        if (text.parentNode.closest("font, script, style, textarea, title, svg")) return;
        %s
    };
    const all = (root) => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) found.push(texts.currentNode);
        found.forEach(replace);
    };
    const watch = () => {
        all(document.body);
        new MutationObserver((records) => {
            for (const { type, target, addedNodes } of records) {
                if (type === "characterData") replace(target);
                for (const node of addedNodes) {
                    if (node.nodeType === Node.TEXT_NODE) replace(node);
                    else if (node.nodeName !== "FONT") all(node);
                }
            }
        }).observe(document.body, { childList: true, characterData: true, subtree: true });
    };
    addEventListener("DOMContentLoaded", watch);
})();"""
# As Chromium does: two <font> around each text, with a text of their own.
TRANSLATED = """
        const outer = document.createElement("font");
        outer.append(document.createElement("font"));
        outer.firstChild.textContent = text.data;
        text.replaceWith(outer);
"""
# As extensions do: the text is taken out, and another one comes in its place.
PUT_BACK = """
        const other = document.createTextNode(text.data);
        known.add(other);
        const { parentNode, nextSibling } = text;
        text.remove();
        parentNode.insertBefore(other, nextSibling);
"""
# Words that every tool shows, so that each would be marked.
SEARCHED = "h=the+your+of+with+year+1+save+start"
STATES = {
    "translated": (REPLACING % TRANSLATED, ""),
    "put back": (REPLACING % PUT_BACK, ""),
    "marked": ("", SEARCHED),
}
# A text that is wrapped is taken out as well, so what is proved by another one in its place is nearly the same; and one
# rule keeps marks out of all tools. So live sums, a timer and counts stand for the others.
OF_EACH_TOOL = ("translated",)
STAND_FOR_ALL = ("pay/offer-calculator/", "prepare/practice/", "prepare/plan/")
# The line about changes is text of its page, and words in it may be marked.
DRAWN = ".study-tool, progress-marks, continue-line"
TOOLS = f"{DRAWN}, changes-since"
READ = f"""() => [
    ...[...document.querySelectorAll("{TOOLS}")].map((tool) => tool.innerText),
    ...[...document.querySelectorAll(".study-tool :is(input, select, textarea)")].map((field) =>
        ["checkbox", "radio"].includes(field.type) ? field.checked : field.value),
].join(" ")"""


def shown(page: Page) -> str:
    """What the tools show and what their fields hold, in one line."""
    return re.sub(r"\s+", " ", page.evaluate(READ))


def walked(
    new_context: Opener, address: str, name: str, state: tuple[str, str]
) -> tuple[Page, Walker]:
    """A page on which a journey was walked to its end."""
    script, query = state
    page = new_context().new_page()
    page.clock.set_fixed_time(NOW)
    page.add_init_script(SEED + script)
    walker = Walker(page, query)
    JOURNEYS[name](walker, address + name)
    return page, walker


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_tool_shows_the_same_when_its_texts_are_replaced(
    new_context: Opener, address: str, name: str
) -> None:
    untouched, _ = walked(new_context, address, name, ("", ""))
    for state in STATES if name in STAND_FOR_ALL else OF_EACH_TOOL:
        page, walker = walked(new_context, address, name, STATES[state])
        # Either may still be about to say what it did.
        texts = until(
            page, lambda page=page: (shown(page), shown(untouched)), lambda both: both[0] == both[1]
        )
        assert texts[0] == texts[1], state
        assert page.locator(f":is({DRAWN}) mark").count() == 0, state
        assert walker.errors(address) == [], state


def test_texts_are_replaced_and_marked(new_context: Opener, address: str) -> None:
    """The proofs above would hold on a page that nobody touches, too."""
    page, _ = walked(new_context, address, "prepare/plan/", STATES["translated"])
    assert page.locator("main font").count() > 100
    page, _ = walked(new_context, address, "prepare/last-day/", STATES["marked"])
    page.locator("main mark").first.wait_for()


def test_every_tool_is_walked() -> None:
    walked_pages = {page.partition("?")[0] for page in JOURNEYS} | {"prepare/progress/"}
    # Saving the guide has tests of its own, in Chromium and in Firefox.
    assert set(tool_pages()) - walked_pages == {"reference/offline/"}, (
        "walk each of these in tests/engines/journeys.py"
    )
