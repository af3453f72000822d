"""A page of the browser's tests as one more engine, so that the journeys of all tools can be walked in any state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Page

from tests.engines.driver import ENTER, Driver

# A text of this length comes from the clipboard; more keys would prove no more, and each is an edit of the page.
LONG = 100


class Walker(Driver):
    """One page. It notes what its console calls an error. `query` is added to each address, such as "h=offer"."""

    def __init__(self, page: Page, query: str = "") -> None:
        self._page, self._query = page, query
        self._errors: list[str] = []
        page.on("pageerror", lambda error: self._errors.append(f"{page.url}: {error}"))
        page.on("console", self._note)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"{self._page.url}: {message.text}")

    def load(self, address: str) -> None:
        """Goes to a page and waits until it is loaded."""
        mark = "&" if "?" in address else "?"
        self._page.goto(address + mark * bool(self._query) + self._query)

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns that runs in the page."""
        body = f"(given) => (async function () {{ {script} }}).apply(null, given)"
        return self._page.evaluate(body, list(arguments))

    def click(self, element: str) -> None:
        """Clicks in the middle of an element, as a mouse does."""
        self._found(element).click()

    def type(self, element: str, text: str) -> None:
        """Types into a field, at its end; a long text comes at once, as one that is pasted."""
        found = self._found(element)
        if found.evaluate("(one) => one !== document.activeElement"):
            found.focus()
        for part in text.partition(ENTER):
            if part == ENTER:
                self._page.keyboard.press("Enter")
            elif len(part) > LONG:
                self._page.keyboard.insert_text(part)
            else:
                self._page.keyboard.type(part)

    def press_with_control(self, key: str) -> None:
        """Presses a key with Control, to what has the focus."""
        self._page.keyboard.press(f"Control+{key}")

    def compose(self, text: str) -> None:
        """Types into what has the focus as an input method does: composed first, then chosen."""
        session = self._page.context.new_cdp_session(self._page)
        for end in range(1, len(text) + 1):
            composed = {"text": text[:end], "selectionStart": end, "selectionEnd": end}
            session.send("Input.imeSetComposition", composed)
        session.send("Input.insertText", {"text": text})
        session.detach()

    def errors(self, address: str) -> list[str]:
        """What the console holds against pages, scripts and files below an address, since the window opened."""
        return [error for error in self._errors if error.startswith(address)]

    def screenshot(self, file: Path) -> None:
        """Writes what is seen of the page as PNG."""
        self._page.screenshot(path=file)

    def _found(self, element: str) -> Any:
        found = self._page.evaluate_handle(f"() => {element}").as_element()
        assert found is not None, f"nothing is {element}"
        return found
