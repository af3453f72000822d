"""WebKit, the engine of Safari, as WebKitGTK holds it, on a virtual screen.

    with webkit(tmp_path) as browser:
        browser.open("http://127.0.0.1:8000/")

Its own driver speaks WebDriver over HTTP and starts `webkit_window.py`. The console comes out of that window's
standard output, and that of workers too.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import IO, Any

from tests.engines.driver import ENTER, HEIGHT, WIDTH
from tests.engines.finding import SYSTEM_PYTHON, webkit_lacks
from tests.engines.webdriver import CONTROL, LET_GO, PATIENCE_MS, WebDriver
from tests.ports import free_port

START_SECONDS = 60
WINDOW = Path(__file__).with_name("webkit_window.py")
# Software draws: there is no graphics card to find.
ENVIRONMENT = {"LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
# Built without web manifests, WebKitGTK does not know their directive; Safari does.
UNKNOWN_TO_GTK = "Unrecognized Content-Security-Policy directive 'manifest-src'"
# The method and the path below the session of each command that tests use.
COMMANDS = {
    "Navigate": ("POST", "/url"),
    "ExecuteAsyncScript": ("POST", "/execute/async"),
    "ElementClick": ("POST", "/element/{element}/click"),
    "ElementSendKeys": ("POST", "/element/{element}/value"),
    "TakeScreenshot": ("GET", "/screenshot"),
    "SetTimeouts": ("POST", "/timeouts"),
}
# GTK's own input method: this, the number of a sign, and Enter.
SHIFT_AND_U = "\ue008u"
# One line of the console, such as: CONSOLE SECURITY ERROR Refused to load ...
ERROR = re.compile(r"^(?:http\S+:\d+:\d+: )?CONSOLE \S+ ERROR .*", re.MULTILINE)


class WebKit(WebDriver):
    """One window."""

    def __init__(self, port: int, window: Path, console: Path) -> None:
        self._port, self._console, self._session = port, console, ""
        wanted = {"webkitgtk:browserOptions": {"binary": str(window), "args": []}}
        answer = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{answer['sessionId']}"
        self.command("SetTimeouts", {"script": PATIENCE_MS, "pageLoad": PATIENCE_MS})

    def command(self, name: str, parameters: dict[str, Any], element: str = "") -> Any:
        """Sends a command by its name in the standard, about an element if one is given, and returns the answer."""
        method, path = COMMANDS[name]
        return self._send(method, self._session + path.format(element=element), parameters)

    def compose(self, text: str) -> None:
        """Types into what has the focus as an input method does: each sign by its number, which is composed."""
        for sign in text:
            keys = f"{CONTROL}{SHIFT_AND_U}{LET_GO}{ord(sign):x}{ENTER}"
            self.type("document.activeElement", keys)

    def errors(self, address: str) -> list[str]:
        """What the console holds since the window opened; no page elsewhere is open."""
        found = ERROR.findall(self._console.read_text(errors="replace"))
        return [line for line in found if UNKNOWN_TO_GTK not in line]

    def _send(self, method: str, path: str, parameters: dict[str, Any]) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_MS / 1000)
        body = None if method == "GET" else json.dumps(parameters)
        with closing(connection):
            connection.request(method, path, body)
            value = json.loads(connection.getresponse().read())["value"]
        refused = isinstance(value, dict) and {"error", "message"} <= value.keys()
        assert not refused, f"{method} {path}: {value['error']}: {value['message']}"
        return value


@contextmanager
def webkit(folder: Path) -> Iterator[WebKit]:
    """One with a fresh profile in `folder`, ended with the block."""
    lacks = webkit_lacks()
    assert not lacks, f"no WebKit here, for want of {', '.join(lacks)}; `make engines` installs it"
    console, port = folder / "webkit-console.log", free_port()
    with ExitStack() as started, (folder / "webkit.log").open("w") as log:
        display = started.enter_context(_screen(log))
        env = {**os.environ, **ENVIRONMENT, "DISPLAY": display, "HOME": str(folder)}
        started.enter_context(_running(["WebKitWebDriver", f"--port={port}"], log, env=env))
        _wait_until_it_listens(port)
        yield WebKit(port, _window(folder, console), console)


def _window(folder: Path, console: Path) -> Path:
    """A program for the driver to start, which takes no arguments of ours and throws the window's output away."""
    words = [SYSTEM_PYTHON, WINDOW, folder / "webkit-profile", WIDTH, HEIGHT]
    program = folder / "webkit-window"
    command = shlex.join(map(str, words))
    program.write_text(f"#!/bin/sh\nexec {command} >{shlex.quote(str(console))} 2>&1\n")
    program.chmod(0o700)
    return program


@contextmanager
def _screen(log: IO[str]) -> Iterator[str]:
    """The name of a virtual X screen; the server picks a free one and writes its number."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with _running(command, log, pass_fds=(writing,)), os.fdopen(reading) as answer:
        os.close(writing)
        number = answer.readline().strip()
        assert number, "Xvfb does not start"
        yield f":{number}"


@contextmanager
def _running(command: list[str], log: IO[str], **options: Any) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, **options)
    try:
        yield
    finally:
        # The driver leaves its window open.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=START_SECONDS)


def _wait_until_it_listens(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"WebKitWebDriver does not listen within {START_SECONDS} s")
