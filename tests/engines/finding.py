"""Finds a Firefox that starts, or installs the distribution's package: `make firefox`, and the tests that drive one.

The variable FIREFOX names another one. Standard library only.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from maintaining import distribution

NAMES = ("firefox", "firefox-esr")
MAC_APP = "/Applications/Firefox.app/Contents/MacOS/firefox"
SECONDS = 60
NOTHING_WORKED = """\
No Firefox could be found or installed. Any one of these helps; then run the command again:
  - install it, so that `firefox` is on PATH (macOS: brew install --cask firefox; Debian: apt-get install firefox-esr)
  - name one that you have: FIREFOX=/path/to/firefox make test-long"""


def find_firefox(env: Mapping[str, str] = os.environ) -> Path | None:
    """The first Firefox that starts, or None. Raises LookupError if FIREFOX names none that does."""
    path = env.get("PATH", "")
    if wanted := env.get("FIREFOX"):
        found = shutil.which(wanted, path=path)
        if found is None or not starts(Path(found)):
            raise LookupError(f"FIREFOX is {wanted!r}, and that is no Firefox that starts.")
        return Path(found)
    places = (shutil.which(name, path=path) for name in (*NAMES, MAC_APP))
    return next((Path(place) for place in places if place and starts(Path(place))), None)


def starts(program: Path) -> bool:
    """Whether it can tell its version: a stub that asks for a snap cannot."""
    try:
        done = subprocess.run(
            [str(program), "--version"], check=False, capture_output=True, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False  # the caller tries the next place, and says so if there is none
    return done.returncode == 0


def main() -> int:
    """0 if a Firefox is there in the end, else 1."""
    try:
        found = find_firefox()
        if found is None:
            distribution.install("firefox-esr")
            found = find_firefox()
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    if found is None:
        print(NOTHING_WORKED, file=sys.stderr)
        return 1
    distribution.say(f"Firefox for the tests: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
