"""Calls into the modules of the study tools as the site serves them, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import watched_context

CALL = "async ([module, name, args]) => (await import(module))[name](...args)"
Call = Callable[..., Any]


@pytest.fixture(scope="session")
def call(browser: Browser, address: str) -> Iterator[Call]:
    """`call("dates.js", "today")`: what an exported function returns; arguments and result are what JSON can hold."""
    with watched_context(browser, address) as context:
        page = context.new_page()
        page.goto("reference/your-data/")

        def call_export(module: str, name: str, *args: Any) -> Any:
            return page.evaluate(CALL, [f"{address}assets/tools/{module}", name, list(args)])

        yield call_export


def in_store(page: Page, script: str, argument: Any = None) -> Any:
    """What `script` returns: the body of an async function that knows `store`, the page's own, and `argument`."""
    module = f"{site_root(page)}assets/tools/store.js"
    opening = f"const store = await (await import('{module}')).openStore();"
    # As one text: a policy that forbids eval holds in the page, and what the test sends is exempt.
    return page.evaluate(f"async (argument) => {{ {opening} {script} }}", argument)


def site_root(page: Page) -> str:
    """The address of the site that a page belongs to, from the theme's own configuration."""
    return page.evaluate(
        "new URL(JSON.parse(document.getElementById('__config').textContent).base + '/', location).href"
    )
