"""What tests of the study tools share: the store of a page, and two tabs that write at the same time."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

# The other tab's text is on its way when the key is pressed: this one has not heard of it yet.
CLASH = """async ([input, address, kind, id, field]) => {
    const store = await (await import(address)).openStore();
    store.change(kind, id, (old) => ({ ...old, [field]: "Theirs." }));
    input.value = "Mine.";
    input.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def in_store(page: Page, script: str, argument: Any = None) -> Any:
    """What `script` returns: the body of an async function that knows `store`, the page's own, and `argument`."""
    module = f"{site_root(page)}assets/tools/shared/store.js"
    opening = f"const store = await (await import('{module}')).openStore();"
    # As one text: a policy that forbids eval holds in the page, and what the test sends is exempt.
    return page.evaluate(f"async (argument) => {{ {opening} {script} }}", argument)


def in_days(page: Page, days: int) -> str:
    """The date so many days after the page's own."""
    date = "(days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10)"
    return page.evaluate(date, days)


# What a reader may choose after `clash`, and the text that is then saved.
CHOICES_AFTER_CLASH = (
    ("Keep mine", "Mine."),
    ("Use the other", "Theirs."),
    ("Keep both", "Theirs.\n\nMine."),
)


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
