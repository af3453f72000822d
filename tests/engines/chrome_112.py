"""An engine of four years ago: Chrome 112, as the WebEngine of Qt 6.6 holds it.

    with chrome_112(tmp_path) as browser:
        browser.open("http://127.0.0.1:8000/")

`qt_window.py` is its window, run by the Python of an environment that `make engines` makes.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.driver import HEIGHT, SECONDS, WIDTH, Driver, PageLeft
from tests.engines.finding import chrome_112_python

WINDOW = Path(__file__).with_name("qt_window.py")
# There is no screen, and in a container no sandbox of its own.
ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
}
# Qt's window takes no promise, so a script leaves its answer where the next look finds it.
START = """
window.answerForTest = undefined;
window.isAskedForTest = true;
(async function () { %(script)s }).apply(null, %(arguments)s)
  .then((value) => ({ value }), (error) => ({ error: String(error) }))
  .then((answer) => { window.answerForTest = JSON.stringify(answer); });
1
"""
LOOK = "window.answerForTest ?? (window.isAskedForTest ? null : 'left')"
# Looks until the element rests, and notes then whether the next click of a mouse comes to it. A click that lands beside
# it, because the page moved meanwhile, does nothing.
AIM = """
let found;
const looked = () => {
  found = %s;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getClientRects()[0];
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
};
let [place, before] = [looked(), []];
while (String(place) !== String(before)) {
  await new Promise((done) => setTimeout(done, 50));
  [place, before] = [looked(), place];
}
const hit = document.elementFromPoint(...place);
if (!found.contains(hit)) throw new Error(`${found.outerHTML} is under ${hit?.outerHTML}`);
window.inputForTest = "";
addEventListener("click", (event) => {
  window.inputForTest = found.contains(event.target) ? "came" : "beside it";
  if (window.inputForTest === "came") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true, once: true });
return place;
"""
# Notes when the next key has gone down and when it has come up again.
LISTEN = """
window.inputForTest = "";
addEventListener("keydown", () => { window.inputForTest = "down"; }, { capture: true, once: true });
addEventListener("keyup", () => { window.inputForTest &&= "came"; }, { capture: true, once: true });
"""
# A page that took the place of the one that listened shows that something came.
HEARD = "window.inputForTest ?? 'came'"
# Chrome drops input before the first picture of a page is drawn, and on a busy machine that is long after it is loaded.
# What the page has not heard after this long, while it answered all the time, was dropped.
HEARD_SECONDS = 3
TRIES = 10


class Chrome112(Driver):
    """One window."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process, self._errors = process, []

    def load(self, address: str) -> None:
        """Goes to a page and waits until it is loaded."""
        self._do("load", address)
        # A page that reports a 404 is a page too; where no server answers, the engine shows one of its own.
        assert self.run("return location.href") == address, f"{address} did not come"

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns that runs in the page."""
        start = START % {"script": script, "arguments": json.dumps(arguments)}
        assert self._do("script", start) == 1, f"this is no script: {script}"
        deadline = time.monotonic() + SECONDS
        while not (text := self._do("script", LOOK)):  # Qt answers "" for null
            assert time.monotonic() < deadline, f"no answer within {SECONDS} s: {script}"
            time.sleep(0.02)
        if text == "left":
            raise PageLeft(script)
        answer = json.loads(text)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def click(self, element: str) -> None:
        """Clicks in the middle of an element, as a mouse does, until the element heard of it."""
        for _ in range(TRIES):
            self._do("click", *self.run(AIM % element))
            if self._heard("came", "beside it") == "came":
                return
        raise AssertionError(f"{TRIES} clicks did not come to {element}")

    def type(self, element: str, text: str) -> None:
        """Types into a field, each key until the page heard of it."""
        self.run(f"{element}.focus()")
        for sign in text:
            self._press(sign)

    def press_with_control(self, key: str) -> None:
        """Presses a key with Control, to what has the focus."""
        self._press(key, is_with_control=True)

    def compose(self, text: str) -> None:
        """Types into what has the focus as an input method does: composed first, then chosen."""
        self._do("compose", text)

    def look_elsewhere(self) -> None:
        """Has the reader look at another window and come back to the field they were in."""
        self._do("look_elsewhere")
        self.wait_for("document.hasFocus()")

    def _press(self, sign: str, *, is_with_control: bool = False) -> None:
        for _ in range(TRIES):
            self._do("script", LISTEN)
            self._do("key", sign, is_with_control)
            if self._heard("came"):
                return
        raise AssertionError(f"the key {sign!r} did not come in {TRIES} tries")

    def _heard(self, *wanted: str) -> str:
        """What the page heard of an input, as soon as that is among `wanted`; what it is after a while otherwise."""
        deadline = time.monotonic() + HEARD_SECONDS
        while (heard := self._do("script", HEARD)) not in wanted and time.monotonic() < deadline:
            time.sleep(0.01)
        return heard

    def errors(self, address: str) -> list[str]:
        """What the console holds since the window opened; no page elsewhere is open."""
        self._do("rest")
        return list(self._errors)

    def screenshot(self, file: Path) -> None:
        """Writes what is seen of the page as PNG."""
        assert self._do("screenshot", str(file))

    def _do(self, name: str, *arguments: Any) -> Any:
        self._process.stdin.write(json.dumps({"do": name, "with": arguments}) + "\n")
        self._process.stdin.flush()
        while True:
            line = self._process.stdout.readline()
            assert line, "the old engine ended"
            said = json.loads(line)
            if "value" in said:
                return said["value"]
            self._errors.append(said["error"])


@contextmanager
def chrome_112(folder: Path) -> Iterator[Chrome112]:
    """One with a fresh profile, ended with the block; what it says besides is in a file in `folder`."""
    python = chrome_112_python()
    assert python is not None, "no Chrome 112 here; `make engines` installs it"
    with (folder / "chrome-112.log").open("w") as log:
        process = subprocess.Popen(
            [str(python), str(WINDOW), str(WIDTH), str(HEIGHT)],
            env={**os.environ, **ENVIRONMENT},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        yield Chrome112(process)
    finally:
        process.stdin.close()
        process.stdout.close()
        process.terminate()
        process.wait(timeout=SECONDS)
