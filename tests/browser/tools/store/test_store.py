"""What a reader saves survives reloads, and two tabs that change it at the same time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go, until
from tests.browser.tools.any_state.test_failing_storage import HUNG
from tests.browser.tools.conftest import in_store, site_root
from tests.browser.tools.store.breaking import (
    CLOSED,
    COUNT_UP,
    HERE,
    READ,
)


def test_a_record_survives_a_reload(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    page.reload()
    assert in_store(page, READ) == [1]


@pytest.mark.long
def test_two_tabs_that_change_one_record_lose_nothing(new_context: Opener) -> None:
    context = new_context()
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        go(tab, HERE)
    twenty = "await Promise.all([...Array(20)].map(() => (async () => { " + COUNT_UP + " })()));"
    # Both tabs are set off before either is waited for.
    for tab in tabs:
        in_store(tab, f"window.counting = (async () => {{ {twenty} }})();")
    for tab in tabs:
        tab.evaluate("window.counting")
    assert in_store(tabs[0], READ) == [40]


@pytest.mark.long
def test_a_change_is_seen_in_the_other_tab(new_context: Opener) -> None:
    context = new_context()
    here, there = context.new_page(), context.new_page()
    for tab in (here, there):
        go(tab, HERE)
    in_store(there, "window.heard = 0; store.watch('a-kind', () => { window.heard += 1; });")
    in_store(here, COUNT_UP)
    assert until(there, lambda: there.evaluate("window.heard")) == 1


def test_a_value_that_becomes_undefined_is_removed(new_context: Opener) -> None:
    page = new_context().new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    in_store(page, "return store.change('a-kind', 'an-id', () => undefined);")
    assert in_store(page, READ) == []


@pytest.mark.long
def test_a_newer_guide_in_another_tab_gets_the_database_and_this_one_says_so(
    new_context: Opener,
) -> None:
    context = new_context()
    old, new = context.new_page(), context.new_page()
    for tab in (old, new):
        go(tab, HERE)
    in_store(old, COUNT_UP)
    new.evaluate("""async () => {
        const [{ name, version }] = await indexedDB.databases();
        await new Promise((done, failed) => {
            const request = indexedDB.open(name, version + 1);
            Object.assign(request, { onsuccess: done, onerror: failed, onblocked: failed });
        });
    }""")
    assert "in another tab is newer" in in_store(old, "return store.problem;")


@pytest.mark.long
def test_a_database_of_an_older_guide_is_renewed_and_keeps_its_records(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    go(page, HERE)
    record = {"kind": "a-kind", "id": "an-id", "changed": "2020", "value": {"count": 7}}
    steps = """
        const { MIGRATIONS, openDisk } = await import(argument.module);
        const ran = [];
        const next = [...MIGRATIONS, (database) => { ran.push(database.createObjectStore("more").name); }];
        const old = await openDisk("a-test", MIGRATIONS);
        await old.change([["a-kind", "an-id"]], () => argument.record);
        const renewed = await openDisk("a-test", next);
        const fresh = await openDisk("another-test", next);
        return [ran, await renewed.all(), await fresh.all(), old.problem !== ""];"""
    module = f"{site_root(page)}assets/tools/shared/store.js"
    found = in_store(page, steps, {"module": module, "record": record})
    assert found == [["more", "more"], [record], [], True]


# Each time that the database is opened again, the second of two that wait for it hears of it late.
LATE = """
    const open = indexedDB.open;
    let times = 0;
    indexedDB.open = function (...args) {
        const request = open.apply(this, args);
        if (++times === 2)
            request.addEventListener("success", (event) => {
                event.stopImmediatePropagation();
                window.goOn = () => request.dispatchEvent(new Event("success"));
            }, { once: true });
        return request;
    };
"""


@pytest.mark.long
def test_keys_pressed_while_a_database_is_opened_again_are_saved_in_their_order(
    new_context: Opener,
) -> None:
    context = new_context()
    context.add_init_script(CLOSED)
    page = context.new_page()
    go(page, HERE)
    in_store(page, COUNT_UP)
    pressed = """
        window.closeDatabase();
        const press = (count) => store.put('a-kind', 'an-id', { count });
        const waiting = [press(1), press(2)];
        await waiting[0];
        await press(3);
        window.goOn?.();
        await Promise.all(waiting);"""
    in_store(page, LATE + pressed)
    assert in_store(page, READ) == [3]


@pytest.mark.long
def test_keys_pressed_while_a_database_is_silent_are_saved_in_their_order(
    new_context: Opener,
) -> None:
    page = new_context().new_page()
    page.add_init_script(HUNG)
    go(page, HERE)
    pressed = """
        const press = (count) => store.change('a-kind', 'an-id', () => ({ count }));
        const first = press(1);
        await new Promise((done) => setTimeout(done, 150));
        const second = press(2);
        await first;
        await press(3);
        await second;"""
    in_store(page, pressed)
    assert in_store(page, READ) == [3]


@pytest.mark.long
def test_a_database_that_another_tab_deletes_is_made_anew(new_context: Opener) -> None:
    context = new_context()
    here, there = context.new_page(), context.new_page()
    go(here, "prepare/plan/")
    here.locator(".mark-box").first.check()
    expect(here.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()
    go(there, HERE)
    there.evaluate("""async () => {
        const [{ name }] = await indexedDB.databases();
        await new Promise((done, failed) => {
            Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed });
        });
    }""")
    here.locator(".mark-box").nth(1).check()
    count = "return (await store.list('progress')).length;"
    assert until(here, lambda: in_store(here, count) == 1)
    expect(here.locator("progress-marks").get_by_role("alert")).to_have_count(0)
    here.reload()
    expect(here.get_by_text(re.compile(r"^1 of \d+ done$"))).to_be_visible()
    expect(here.locator(".mark-box").nth(1)).to_be_checked()
