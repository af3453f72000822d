"""The commands that Firefox and WebKit both know: the W3C's WebDriver, by whichever way they are sent."""

from __future__ import annotations

import base64
from abc import abstractmethod
from pathlib import Path
from typing import Any

from tests.engines.driver import Driver, PageLeft

PATIENCE_MS = 240_000
# A key that is held until another one lets go of all.
CONTROL, LET_GO = "\ue009", "\ue000"
# The name under which an element travels.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# What is under the header cannot be clicked, and a click goes to where its element was a moment ago: so the element is
# shown in the middle, and must have come to rest.
SHOW = """found.scrollIntoView({ block: "center", behavior: "instant" });
for (let before; before !== found.getBoundingClientRect().y; ) {
    before = found.getBoundingClientRect().y;
    await new Promise((done) => setTimeout(done, 50));
}"""


class WebDriver(Driver):
    """An adapter says how a command is sent."""

    @abstractmethod
    def command(self, name: str, parameters: dict[str, Any], element: str = "") -> Any:
        """Sends a command by its name in the standard, about an element if one is given, and returns the answer."""

    def load(self, address: str) -> None:
        """Goes to a page and waits until it is loaded."""
        self.command("Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns that runs in the page."""
        wrapped = (
            "const done = arguments[arguments.length - 1];"
            f"(async function () {{ {script} }}).apply(null, arguments)"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self.command("ExecuteAsyncScript", {"script": wrapped, "args": list(arguments)})
        if answer is None:
            raise PageLeft(script)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def click(self, element: str) -> None:
        """Clicks in the middle of an element, as a mouse does."""
        self.command("ElementClick", {}, self._found(element))

    def type(self, element: str, text: str) -> None:
        """Types into a field."""
        self.command("ElementSendKeys", {"text": text}, self._found(element))

    def press_with_control(self, key: str) -> None:
        """Presses a key with Control, to what has the focus."""
        self.type("document.activeElement", CONTROL + key + LET_GO)

    def screenshot(self, file: Path) -> None:
        """Writes what is seen of the page as PNG."""
        file.write_bytes(base64.b64decode(self.command("TakeScreenshot", {"full": False})))

    def _found(self, element: str) -> str:
        found = self.run(f"const found = {element}; {SHOW} return found;")
        return str(found[ELEMENT])
