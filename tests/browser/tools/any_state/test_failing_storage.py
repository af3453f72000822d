"""Every tool keeps working when the browser's storage fails midway: a sentence says so, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TabOpener, go
from tests.browser.tools.any_state.walking import Walker
from tests.browser.tools.conftest import in_store
from tests.engines.driver import Driver
from tests.engines.journeys import JOURNEYS, write_story
from tests.guides import quick_and_slow

FULL = """IDBObjectStore.prototype.put = () => {
    throw new DOMException("The current transaction exceeded its quota limitations.", "QuotaExceededError");
};"""
# As when the disk fails while the browser writes: the request went well, and the transaction ends in nothing.
ABORTED = """{
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
        const request = put.apply(this, all);
        request.addEventListener("success", () => this.transaction.abort());
        return request;
    };
    IDBTransaction.prototype.commit = function () { this.abort(); };
}"""
# A write that never ends holds all that come after it, reading too. The store's patience with it is cut short.
HUNG = """{
    const transact = IDBDatabase.prototype.transaction;
    let isHung = false;
    IDBDatabase.prototype.transaction = function (stores, mode, ...more) {
        if (mode === "readwrite" && !isHung) {
            isHung = true;
            const blocking = transact.call(this, stores, mode).objectStore("records");
            const goOn = () => { blocking.get(["no", "record"]).onsuccess = goOn; };
            goOn();
        }
        return transact.call(this, stores, mode, ...more);
    };
    const wait = window.setTimeout;
    window.setTimeout = (act, time, ...more) => wait(act, time === 10_000 ? 300 : time, ...more);
}"""
NEVER_OPENED = """IDBFactory.prototype.open = () => new EventTarget();
{
    const wait = window.setTimeout;
    window.setTimeout = (act, time, ...more) => wait(act, time === 5_000 ? 300 : time, ...more);
}"""
# A reader clears the data of sites while the page is open: each connection is gone after a while, and a new one works
# for all that waited for it.
CLOSED = """{
    const transact = IDBDatabase.prototype.transaction;
    const counts = new WeakMap();
    IDBDatabase.prototype.transaction = function (...all) {
        if (!counts.has(this)) setTimeout(() => counts.set(this, 1));
        counts.set(this, (counts.get(this) ?? -Infinity) + 1);
        if (counts.get(this) === 4) this.close();
        return transact.apply(this, all);
    };
}"""
SENTENCES = {
    "full": (FULL, "no room left for this site"),
    "aborted": (ABORTED, "storage failed"),
    "hung": (HUNG, "storage doesn’t answer"),
    "never opened": (NEVER_OPENED, "isn’t storing anything for this site"),
    "closed": (CLOSED, ""),
}


def tick(browser: Driver, address: str) -> None:
    """A task is ticked; whether it stays ticked is for the test."""
    browser.open(address)
    browser.wait_for("document.querySelector('.md-content .mark-box')")
    browser.click("document.querySelector('.md-content .mark-box')")


# Pages that save nothing; and journeys that end where the page is left, each with what is done before.
SAVE_NOTHING = ("", "prepare/last-day/", "reference/changes/", "prepare/prompts/")
ON_THE_PAGE: dict[str, Callable[[Driver, str], None]] = {
    **{name: journey for name, journey in JOURNEYS.items() if name not in SAVE_NOTHING},
    "prepare/stories/": write_story,
    "prepare/plan/": tick,
}
del ON_THE_PAGE["reference/your-data/"]  # below: it has records to erase first

# What each tool must cope with itself: a write that is refused, and records that never come. Only the store tells the
# other states from these, so a tool that saves at its end, one that saves with each key and a long one stand for all.
OF_EACH_TOOL = ("full", "never opened")
OF_THE_STORE = [state for state in SENTENCES if state not in OF_EACH_TOOL]
STAND_FOR_ALL = ("prepare/practice/", "prepare/stories/", "prepare/mock-interview/")
QUICK = [("prepare/practice/", "full")]
CASES = [*product(ON_THE_PAGE, OF_EACH_TOOL), *product(STAND_FOR_ALL, OF_THE_STORE)]
SLOW = [case for case in CASES if case not in QUICK]


def open_page(open_tab: TabOpener, state: str) -> Page:
    page = open_tab()
    page.add_init_script(SENTENCES[state][0])
    return page


@pytest.mark.parametrize("case", quick_and_slow(QUICK, SLOW), ids="-".join)
def test_a_tool_goes_on_and_says_what_is_not_saved(
    open_tab: TabOpener, address: str, case: tuple[str, str]
) -> None:
    name, state = case
    page = open_page(open_tab, state)
    ON_THE_PAGE[name](Walker(page), address + name)
    sentence = SENTENCES[state][1]
    if sentence:
        expect(page.get_by_role("alert").get_by_text(sentence).first).to_be_visible()
    else:
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("state", ["full", "aborted", "hung"])
@pytest.mark.long
def test_a_box_does_not_look_saved(open_tab: TabOpener, address: str, state: str) -> None:
    page = open_page(open_tab, state)
    tick(Walker(page), address + "prepare/plan/")
    expect(page.get_by_role("alert").first).to_contain_text("That wasn’t saved")
    expect(page.locator(".mark-box").first).not_to_be_checked()
    expect(page.get_by_text("0 of ").first).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize(
    "script", ["IDBObjectStore.prototype.clear = () => { throw new Error('no'); };", HUNG]
)
def test_records_that_cannot_be_erased_are_not_said_to_be(open_tab: TabOpener, script: str) -> None:
    page = open_tab()
    go(page, "reference/your-data/")
    in_store(page, "return store.put('progress', 'task/a', { done: '2026-11-25' });")
    page.evaluate(f"() => {{ {script} }}")
    page.get_by_role("button", name="Erase …").click()
    page.get_by_role("button", name="Erase everything").click()
    expect(page.get_by_role("alert").first).to_contain_text("That wasn’t saved")
    expect(page.get_by_text("Everything is erased.")).to_have_count(0)


# As when the disk fails midway through an erasure: the first record goes, each later one stays.
ONE_ERASED = """() => {
    const { delete: erase } = IDBObjectStore.prototype;
    let isErased = false;
    IDBObjectStore.prototype.delete = function (...all) {
        const request = erase.apply(this, all);
        if (isErased) request.addEventListener("success", () => this.transaction.abort());
        isErased = true;
        return request;
    };
    IDBTransaction.prototype.commit = () => {};
}"""


@pytest.mark.long
def test_what_is_left_of_an_erasure_that_failed_is_shown(open_tab: TabOpener, address: str) -> None:
    page = open_tab()
    JOURNEYS["prepare/case-room/"](Walker(page), address + "prepare/case-room/")
    again = "const [{ id, value }] = await store.list('case-room'); await store.put('case-room', `${id}b`, value);"
    in_store(page, again)
    page.evaluate(ONE_ERASED)
    page.locator("[data-ask]").press("Enter")
    page.locator(".tool-ask button").first.press("Enter")
    expect(page.get_by_role("alert").first).to_be_visible()
    page.get_by_role("button", name="All cases").press("Enter")
    expect(page.locator("[data-case]").filter(has_text="Tried once")).to_have_count(1)


# Presses twice before the first is saved, and notes the fewest offers seen once all three are there.
ADD_TWICE = """async () => {
    const tool = document.querySelector("offer-calculator-tool");
    const count = () => tool.querySelectorAll(".offer-switch button").length;
    const add = () => [...tool.querySelectorAll("button")].find((one) => one.textContent.startsWith("Copy")).click();
    add();
    await tool.updateComplete;
    add();
    await tool.updateComplete;
    window.fewest = count();
    new MutationObserver(() => { fewest = Math.min(fewest, count()); })
        .observe(tool, { childList: true, subtree: true });
}"""


def test_two_offers_that_are_added_at_once_stay_on_a_full_disk(open_tab: TabOpener) -> None:
    """The second made the tool forget that the first was not saved yet."""
    page = open_page(open_tab, "full")
    go(page, "pay/offer-calculator/")
    page.get_by_role("button", name="Copy this offer").wait_for()
    page.evaluate(ADD_TWICE)
    expect(page.get_by_role("alert").first).to_be_visible()
    in_store(page, "return store.list();")
    expect(page.locator(".offer-switch button")).to_have_count(3)
    assert page.evaluate("fewest") == 3


def test_what_a_full_disk_refused_is_saved_once_there_is_room(open_tab: TabOpener) -> None:
    page = open_tab()
    go(page, "prepare/stories/")
    page.get_by_role("button", name="Add a story").click()
    page.evaluate("() => { window.put = IDBObjectStore.prototype.put; }")
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_label("Name, in four words or so").fill("The cut")
    alert = page.get_by_role("alert").get_by_text("no room left for this site")
    expect(alert).to_be_visible()
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }")
    page.get_by_label("Situation").fill("It was late.")
    expect(alert).to_have_count(0)
    page.reload()
    expect(page.get_by_text("The cut").first).to_be_visible()
