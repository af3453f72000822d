"""`python -m maintaining.books.pango`: finds Pango, which the PDFs need, or installs the distribution's package."""

from __future__ import annotations

import subprocess
import sys

from ..distribution import install, say

PACKAGE = "libpangoft2-1.0-0"
NOTHING_WORKED = """\
Pango, which the PDFs need, could not be found or installed. Install it, then run the command again:
  - Debian or Ubuntu: sudo apt-get install libpangoft2-1.0-0
  - macOS: brew install pango"""


def is_installed() -> bool:
    """Whether WeasyPrint finds it. In a separate process, since a failed search is remembered."""
    done = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True, check=False
    )
    return done.returncode == 0


def main() -> int:
    """The exit code: 1 if it is still missing."""
    if not is_installed():
        install(PACKAGE)
    if not is_installed():
        print(NOTHING_WORKED, file=sys.stderr)
        return 1
    say("Pango for the books: found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
