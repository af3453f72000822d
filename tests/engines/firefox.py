"""A real Firefox without a window, driven over Marionette, its built-in protocol.

    with firefox(tmp_path) as browser:
        browser.open("http://127.0.0.1:8000/")
        browser.press("Save for offline")
        assert browser.run("return document.title") == "Guide"

Playwright drives a Firefox of its own making only, and Mozilla's driver comes with a dozen packages; what tests need
of the protocol is a message with its length before it.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.driver import HEIGHT, WIDTH
from tests.engines.finding import find_firefox
from tests.engines.webdriver import PATIENCE_MS, WebDriver
from tests.ports import free_port

START_SECONDS = 90
# Nothing is asked of Mozilla, and no cache of its own answers for what a test is about.
PREFERENCES = """\
user_pref("marionette.port", %(port)d);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.cache.disk.enable", false);
user_pref("browser.cache.memory.enable", false);
user_pref("extensions.update.enabled", false);
user_pref("services.settings.server", "");
"""
# Errors of pages and workers alike; messages of the browser's own parts name no address of ours.
ERRORS = """
const isOurs = (message) => message instanceof Ci.nsIScriptError && message.sourceName?.startsWith(arguments[0]);
const isError = (message) => !(message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag));
const found = Services.console.getMessageArray().filter((message) => isOurs(message) && isError(message));
return found.map((message) => `${message.sourceName}: ${message.errorMessage}`);
"""
# What an input method sends to a window: one more character each time, and in the end what was chosen.
COMPOSE = """
const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
if (!method.beginInputTransactionForTests(window)) throw new Error("Firefox takes no input method");
const [text] = arguments;
for (let end = 1; end <= text.length; end += 1) {
  method.setPendingCompositionString(text.slice(0, end));
  method.appendClauseToPendingComposition(end, method.ATTR_RAW_CLAUSE);
  method.setCaretInPendingComposition(end);
  method.flushPendingComposition();
}
method.commitCompositionWith(text);
"""


class Firefox(WebDriver):
    """One window. Everything raises AssertionError with what Firefox said, if it refuses."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._count = connection, 0
        self._read()  # its greeting
        self._send("WebDriver:NewSession", {"capabilities": {}})
        self.command("SetTimeouts", {"script": PATIENCE_MS, "pageLoad": PATIENCE_MS})
        self.command("SetWindowRect", {"width": WIDTH, "height": HEIGHT})

    def command(self, name: str, parameters: dict[str, Any], element: str = "") -> Any:
        """Sends a command by its name in the standard, about an element if one is given, and returns the answer."""
        about = {"id": element} if element else {}
        answer = self._send(f"WebDriver:{name}", {**parameters, **about})
        return answer.get("value") if isinstance(answer, dict) else answer

    def compose(self, text: str) -> None:
        """Types into what has the focus as an input method does: composed first, then chosen."""
        self._beside_the_page(COMPOSE, text)

    def look_elsewhere(self) -> None:
        """Has the reader look at another window and come back to the field they were in."""
        here = self.command("GetWindowHandle", {})
        other = self._send("WebDriver:NewWindow", {"type": "window"})["handle"]
        self._switch_to(other)
        self.wait_for("document.hasFocus()")
        self._send("WebDriver:CloseWindow", {})
        self._switch_to(here)
        self.wait_for("document.hasFocus()")

    def errors(self, address: str) -> list[str]:
        """What the console holds against scripts and files below an address."""
        found: list[str] = self._beside_the_page(ERRORS, address)
        return found

    def _switch_to(self, window: str) -> None:
        self.command("SwitchToWindow", {"handle": window, "focus": True})

    def _beside_the_page(self, script: str, argument: str) -> Any:
        """What a script returns that runs in the browser's own window."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        found = self.command("ExecuteScript", {"script": script, "args": [argument]})
        self._send("Marionette:SetContext", {"value": "content"})
        return found

    def _send(self, command: str, parameters: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._connection.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._read()
        assert error is None, f"{command}: {error['error']}: {error['message']}"
        return result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._received(1)
        wanted, text = int(length[:-1]), b""
        while len(text) < wanted:
            text += self._received(wanted - len(text))
        return json.loads(text)

    def _received(self, count: int) -> bytes:
        part = self._connection.recv(count)
        assert part, "Firefox ended"
        return part


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox with a fresh profile in `folder`, ended with the block."""
    program = find_firefox()
    assert program is not None, "no Firefox starts here; `make engines` finds or installs one"
    port = free_port()
    profile = folder / "firefox-profile"
    profile.mkdir()
    (profile / "user.js").write_text(PREFERENCES % {"port": port})
    command = [str(program), "--headless", "--marionette", "--remote-allow-system-access"]
    with (folder / "firefox.log").open("w") as log:
        process = subprocess.Popen(
            [*command, "--no-remote", "--profile", str(profile)], stdout=log, stderr=log
        )
    try:
        with _connected(process, port, folder / "firefox.log") as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _connected(process: subprocess.Popen[bytes], port: int, log: Path) -> socket.socket:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            connection = socket.create_connection(("127.0.0.1", port), timeout=5)
        except OSError:
            time.sleep(0.2)  # it is starting; the deadline says when it is not
            continue
        connection.settimeout(PATIENCE_MS / 1000)
        return connection
    raise AssertionError(f"Firefox does not answer:\n{log.read_text()}")
