"""What the tests ask of any browser engine; each engine is one adapter beside this file.

    browser.open("http://127.0.0.1:8000/guide/")
    browser.type(field("Base a year"), "200000")
    browser.press("Save for offline")
    browser.sees("Saved on this device.")
    assert browser.errors("http://127.0.0.1:8000/guide/") == []

An element is named by a JavaScript expression, so that all engines find it in the same way.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

SECONDS = 60
# A small laptop's window.
WIDTH, HEIGHT = 1280, 900
# Keys, as WebDriver spells them.
ENTER, TAB, END = "\ue007", "\ue004", "\ue010"
# What a field hears when its reader looks at another window: it has the focus still.
LOOK_ELSEWHERE = """const field = document.activeElement;
field.dispatchEvent(new Event("change", { bubbles: true }));
for (const type of ["blur", "focus"]) field.dispatchEvent(new FocusEvent(type));"""
# Elements that a reader can see, in the order of the page: folded text and closed dialogs have no boxes.
_SEEN = "[...document.querySelectorAll({selector})].filter((one) => one.getClientRects().length)"
_TEXT = "(one.getAttribute('aria-label') ?? one.textContent).replace(/\\s+/g, ' ').trim()"


def named(selector: str, words: str) -> str:
    """The first element that is seen and whose text, or label, holds these words."""
    seen = _SEEN.format(selector=json.dumps(selector))
    return f"{seen}.find((one) => {_TEXT}.includes({json.dumps(words)}))"


def field(words: str) -> str:
    """The field whose label holds these words."""
    return f"{named('label', words)}?.control"


class PageLeft(AssertionError):
    """Another page took the place of the one that was asked before it answered."""


class Driver(ABC):
    """One window of an engine. Everything raises AssertionError if the engine refuses."""

    @abstractmethod
    def load(self, address: str) -> None:
        """Goes to a page and waits until it is loaded."""

    @abstractmethod
    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns that runs in the page."""

    @abstractmethod
    def click(self, element: str) -> None:
        """Clicks in the middle of an element, as a mouse does."""

    @abstractmethod
    def type(self, element: str, text: str) -> None:
        """Types into a field."""

    @abstractmethod
    def press_with_control(self, key: str) -> None:
        """Presses a key with Control, to what has the focus."""

    @abstractmethod
    def compose(self, text: str) -> None:
        """Types into what has the focus as an input method does: composed first, then chosen."""

    @abstractmethod
    def errors(self, address: str) -> list[str]:
        """What the console holds against pages, scripts and files below an address, since the window opened."""

    @abstractmethod
    def screenshot(self, file: Path) -> None:
        """Writes what is seen of the page as PNG."""

    def open(self, address: str) -> None:
        """Goes to a page and waits until it is loaded and the theme's script has run."""
        self.load(address)
        self.wait_for("!document.documentElement.matches('.no-js')")

    def wait_for(self, expression: str, seconds: float = SECONDS) -> None:
        """Waits until a JavaScript expression holds in the page."""
        deadline = time.monotonic() + seconds
        while not self._holds(expression):
            assert time.monotonic() < deadline, f"not within {seconds} s: {expression}"
            time.sleep(0.05)

    def _holds(self, expression: str) -> bool:
        try:
            return bool(self.run(f"return Boolean({expression})"))
        except PageLeft:
            return False

    def press(self, words: str, selector: str = "button") -> None:
        """Clicks the button, or what the selector names, whose text holds these words, once it is there."""
        self.wait_for(named(selector, words))
        self.click(named(selector, words))

    def write(self, label: str, text: str) -> None:
        """Types into the field with this label, once it is there."""
        self.wait_for(field(label))
        self.type(field(label), text)

    def look_elsewhere(self) -> None:
        """Has the reader look at another window and come back to the field they were in."""
        self.run(LOOK_ELSEWHERE)

    def sees(self, words: str) -> None:
        """Waits until a reader can see these words in the page."""
        self.wait_for(f"document.body.innerText.includes({json.dumps(words)})")
