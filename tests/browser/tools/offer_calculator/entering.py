"""The offer calculator, and offers that its tests enter."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import go

HERE = "pay/offer-calculator/"
SAVED = "return (await store.list('offer-calculator')).map(({ id, value }) => [id, value]);"


def opened(page: Page) -> Page:
    go(page, HERE)
    page.get_by_label("Base a year").wait_for()
    return page


def entered(page: Page, **fields: str) -> Page:
    for name, value in fields.items():
        page.locator(f"#offer-{name}").fill(value)
    page.keyboard.press("Tab")
    return page


def added(page: Page, button: str) -> None:
    """Add an offer, and wait until its own fields are there."""
    page.get_by_role("button", name=button).press("Enter")
    expect(page.get_by_label("Name of this offer")).to_be_focused()


def worked(page: Page) -> Page:
    """The offer that the page Reading an offer works through."""
    opened(page).get_by_label("Level", exact=True).select_option("64")
    page.locator("summary", has_text="Annual awards").click()
    return entered(
        page, base="200000", on_hire="160000", sign_on_1="26000", sign_on_2="26000", annual="40000"
    )


def in_short(page: Page) -> Locator:
    return page.locator(".offer-results > p").first


def totals(page: Page) -> list[str]:
    """The sums of the years, once what works them out has come."""
    values = page.locator(".guide-table--years tbody td:last-child .guide-table__value")
    values.first.wait_for()
    return values.all_inner_texts()
