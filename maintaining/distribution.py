"""Programs from the distribution's packages: a browser and web servers for the tests, Pango for the books.

Standard library only: it runs before much is installed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def say(sentence: str) -> None:
    """Print without buffering, so that the sentence appears before the output of the program it announces."""
    print(sentence, flush=True)


def sudo_words(*, is_root: bool, can_ask: bool) -> list[str]:
    """The prefix of a command that needs root; sudo may ask for a password only where someone can answer."""
    return [] if is_root else ["sudo"] if can_ask else ["sudo", "-n"]


def apt_commands(*packages: str, is_root: bool, can_ask: bool) -> list[list[str]]:
    """The two commands that install packages."""
    words = sudo_words(is_root=is_root, can_ask=can_ask)
    apt = [*words, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", *packages]]


def install(*packages: str) -> None:
    """Install packages with apt-get, through sudo for anyone but root."""
    for command in apt_commands(*packages, is_root=os.geteuid() == 0, can_ask=sys.stdin.isatty()):
        if not run(command):
            return


def unpack(packages: list[str], folder: Path) -> None:
    """Unpack packages below `folder` without installing them: no root is needed, and no service starts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    update = apt_commands(is_root=os.geteuid() == 0, can_ask=sys.stdin.isatty())[0]
    download = ["apt-get", "-q", "download", *packages]
    # The lists of packages are old or missing in a fresh container.
    if run(download, folder) or (run(update) and run(download, folder)):
        for archive in sorted(folder.glob("*.deb")):
            run(["dpkg-deb", "--extract", str(archive), str(folder)])


def run(command: list[str], folder: Path | None = None) -> bool:
    """Run a command and show what it prints; say so and return False if it is not there or fails."""
    missing = [tool for tool in ("apt-get", command[0]) if shutil.which(tool) is None]
    if missing:
        say(f"There is no {missing[0]} here, so the distribution's package cannot be installed.")
        return False
    say("$ " + " ".join(command))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    stdin = None if sys.stdin.isatty() else subprocess.DEVNULL
    done = subprocess.run(command, check=False, env=env, stdin=stdin, cwd=folder)
    if done.returncode != 0:
        say(f"That ended with exit code {done.returncode}.")
    return done.returncode == 0
