"""Calls into the modules of the study tools as the site serves them, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import watched_context

# The other tab's text is on its way when the key is pressed: this one has not heard of it yet.
CLASH = """async ([input, address, kind, id, field]) => {
    const store = await (await import(address)).openStore();
    store.change(kind, id, (old) => ({ ...old, [field]: "Theirs." }));
    input.value = "Mine.";
    input.dispatchEvent(new Event("input", { bubbles: true }));
}"""
CALL = "async ([module, name, args]) => (await import(module))[name](...args)"
Call = Callable[..., Any]


@pytest.fixture(scope="session")
def call(browser: Browser, address: str) -> Iterator[Call]:
    """`call("shared/dates.js", "today")`: what an export returns; arguments and result are what JSON can hold."""
    with watched_context(browser, address) as context:
        page = context.new_page()
        page.goto("reference/your-data/")

        def call_export(module: str, name: str, *args: Any) -> Any:
            return page.evaluate(CALL, [f"{address}assets/tools/{module}", name, list(args)])

        yield call_export


def in_store(page: Page, script: str, argument: Any = None) -> Any:
    """What `script` returns: the body of an async function that knows `store`, the page's own, and `argument`."""
    module = f"{site_root(page)}assets/tools/shared/store.js"
    opening = f"const store = await (await import('{module}')).openStore();"
    # As one text: a policy that forbids eval holds in the page, and what the test sends is exempt.
    return page.evaluate(f"async (argument) => {{ {opening} {script} }}", argument)


def clash(page: Page, text: Locator, place: tuple[str, str, str]) -> None:
    """Types "Mine." while another tab writes "Theirs." in the same place of the store: kind, id and field."""
    store = f"{site_root(page)}assets/tools/shared/store.js"
    page.evaluate(CLASH, [text.element_handle(), store, *place])
    expect(page.get_by_role("alert")).to_contain_text("changed in another tab")


def site_root(page: Page) -> str:
    """The address of the site that a page belongs to, from the theme's own configuration."""
    return page.evaluate(
        "new URL(JSON.parse(document.getElementById('__config').textContent).base + '/', location).href"
    )
