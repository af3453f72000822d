"""Finds a Chromium that starts, or installs one: the fixtures of the browser tests and `make browser` share it.

Order of the search: the CHROMIUM variable, the usual names on PATH, the macOS applications, Playwright's own
downloads. Order of the installs: Playwright's download, then the distribution's package. Standard library only.
The tests prefer its headless shell, the same engine without windows, which takes half of the CPU; the whole browser
serves as well.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from maintaining import distribution
from maintaining.distribution import say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
# A shell without the files beside it still prints its version.
OPENS_A_PAGE = ("--no-sandbox", "--dump-dom", "about:blank")
SHELL_PACKAGES = ["chromium-headless-shell", "chromium-common"]
# Unpacked and not installed, which needs no root. A folder without a shell says that none could be had.
UNPACKED = Path(__file__).resolve().parents[2] / ".cache" / "headless-shell"
START_SECONDS = 30
DOWNLOAD_SECONDS = 300

NOTHING_WORKED = """\
No Chromium could be found or installed. Any one of these helps; then run the command again:
  - install Chromium or Google Chrome, so that one of {names} is on PATH
  - name one that you have: CHROMIUM=/path/to/chrome make test
  - let Playwright install one with its libraries: .venv/bin/playwright install --with-deps chromium"""


class ChromiumError(Exception):
    """CHROMIUM names something that is not a browser that starts."""


def chromium_for_tests() -> Path:
    """The engine without windows where there is one. Raises AssertionError where none starts: no test is skipped."""
    path = find_shell() or find_chromium()
    assert path is not None, "no Chromium starts here; `make browser` finds or installs one"
    return path


def find_chromium(env: Mapping[str, str] = os.environ) -> Path | None:
    """The first browser that starts, or None.

    Raises ChromiumError if CHROMIUM is set and does not start: a wish must not be passed over in silence.
    """
    wanted = env.get("CHROMIUM")
    if not wanted:
        return next(filter(starts, candidates(env)), None)
    found = shutil.which(wanted, path=env.get("PATH", ""))
    if found is None or not starts(Path(found)):
        raise ChromiumError(
            f"CHROMIUM is {wanted!r}, and that is no browser that starts. Correct it, or unset it."
        )
    return Path(found)


def find_shell(env: Mapping[str, str] = os.environ) -> Path | None:
    """The first headless shell that starts, or None; None too if CHROMIUM names what is wanted instead."""
    places = () if env.get("CHROMIUM") else shells(env)
    return next((shell for shell in places if starts(shell, *OPENS_A_PAGE)), None)


def shells(env: Mapping[str, str]) -> Iterator[Path]:
    """Every place where a headless shell usually is, best first; each is an executable file."""
    on_path = (shutil.which(name, path=env.get("PATH", "")) for name in SHELLS)
    yield from (Path(found) for found in on_path if found)
    yield from UNPACKED.glob("usr/lib/chromium/chromium-headless-shell")
    for browser in playwrights_own(env):
        folder = browser.parents[1]  # chromium-1200, beside chromium_headless_shell-1200
        beside = folder.with_name(folder.name.replace("chromium", "chromium_headless_shell"))
        yield from beside.glob("*/*headless*shell")


def candidates(env: Mapping[str, str]) -> Iterator[Path]:
    """Every place where a browser usually is, best first; each is an executable file."""
    on_path = (shutil.which(name, path=env.get("PATH", "")) for name in NAMES)
    apps = (shutil.which(app) for app in MAC_APPS)
    yield from (Path(found) for found in (*on_path, *apps) if found)
    yield from playwrights_own(env)


def playwrights_own(env: Mapping[str, str]) -> Iterator[Path]:
    """The Chromium of the installed Playwright, if it was downloaded. Playwright itself says where it would be."""
    question = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    done = subprocess.run(
        [sys.executable, "-c", question], check=False, capture_output=True, text=True, env=dict(env)
    )
    path = Path(done.stdout.strip() or "/nowhere")
    if done.returncode == 0 and os.access(path, os.X_OK):
        yield path


def starts(browser: Path, *question: str) -> bool:
    """Whether it can tell its version: a stub that asks for a snap, or a missing library, cannot."""
    command = [str(browser), *(question or ["--version"])]
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=START_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False  # the caller tries the next candidate, and says so if there is none
    return done.returncode == 0


def ensure() -> Path | None:
    """Find a browser, or install one and say what is done; None if nothing worked.

    Raises ChromiumError as find_chromium does.
    """
    found = find_chromium()
    for install in (install_with_playwright, install_with_apt):
        if found is None:
            install()
            found = find_chromium()
    return found


def ensure_shell() -> Path | None:
    """Find a headless shell, or fetch the distribution's the first time; None if there is none to be had."""
    found = find_shell()
    if found or os.environ.get("CHROMIUM") or UNPACKED.exists() or not _can_fetch():
        return found
    say("Fetching Chromium's headless shell, with which the tests need half the time (96 MB).")
    distribution.unpack(SHELL_PACKAGES, UNPACKED)
    return find_shell()


def _can_fetch() -> bool:
    # Nobody is asked for a password for it: only root may bring the lists of packages up to date first.
    knows = ["apt-cache", "show", *SHELL_PACKAGES]
    return shutil.which("apt-get") is not None and (
        os.geteuid() == 0 or subprocess.run(knows, check=False, capture_output=True).returncode == 0
    )


def install_with_playwright(seconds: float = DOWNLOAD_SECONDS) -> None:
    """Ask Playwright for its own Chromium; gives up after `seconds`, or immediately if its server cannot be reached."""
    say(f"No Chromium here. Asking Playwright for one (about 170 MB, at most {seconds:.0f} s).")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    # A session of its own, so that a download that is given up ends together with the processes it started.
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        say(f"Playwright had not finished after {seconds:.0f} s.")
        return
    if process.returncode != 0:
        say(f"Playwright could not: {last_error(output)}")


def last_error(output: str) -> str:
    """The last line of a tool's output that names an error, or else its last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in reversed(lines) if "Error" in line), lines[-1])


def install_with_apt() -> None:
    """Install the distribution's package."""
    distribution.install("chromium")


def main(arguments: list[str]) -> int:
    """`ensure` is the only command; 0 if a browser is there in the end, else 1."""
    if arguments != ["ensure"]:
        print("usage: python -m tests.browser.chromium ensure", file=sys.stderr)
        return 2
    try:
        browser = ensure()
    except ChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    if browser is None:
        print(NOTHING_WORKED.format(names=", ".join(NAMES)), file=sys.stderr)
        return 1
    say(f"Chromium for the tests: {ensure_shell() or browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
