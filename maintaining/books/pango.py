"""`python -m maintaining.books.pango`: finds Pango, which sets the PDFs, or installs the distribution's package."""

from __future__ import annotations

import subprocess
import sys

from ..distribution import install, say

PACKAGE = "libpangoft2-1.0-0"
NOTHING_WORKED = """\
No Pango could be found or installed, and the PDFs are set with it. Then run the command again:
  - Debian or Ubuntu: sudo apt-get install libpangoft2-1.0-0
  - macOS: brew install pango"""


def is_there() -> bool:
    """Whether the library that writes PDFs finds it. Run in a separate process: it remembers a failed search."""
    done = subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True, check=False
    )
    return done.returncode == 0


def main() -> int:
    """0 if it is there in the end, else 1."""
    if not is_there():
        install(PACKAGE)
    if not is_there():
        print(NOTHING_WORKED, file=sys.stderr)
        return 1
    say("Pango for the books: found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
