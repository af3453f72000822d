"""`python -m maintaining.publishing publish|rollback --to FOLDER`, and `checksums`: the list that is attested."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .checksums import Damaged, write_checksums
from .releases import RELEASES_TO_KEEP, Host, Refused

WHOLE = "What visitors get is whole: the old site, or the new one if `current` leads to it already."
SITE = Path(__file__).resolve().parents[2] / "site"


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if nothing was published."""
    parser = argparse.ArgumentParser(prog="publishing", description=__doc__)
    parser.add_argument("command", choices=("publish", "rollback", "checksums"))
    parser.add_argument("--to", default="", help="the folder that the web server serves")
    parser.add_argument("--site", type=Path, default=SITE, help="the built site")
    parser.add_argument("--release", default="", help="the number of the release to go back to")
    parser.add_argument(
        "--keep", type=int, default=RELEASES_TO_KEEP, help="how many releases to keep"
    )
    options = parser.parse_args(arguments)
    try:
        print(done(options))
    except (Refused, Damaged) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # no room, no permission, no such disk
        print(f"{error}. {WHOLE}", file=sys.stderr)
        return 1
    return 0


def done(options: argparse.Namespace) -> str:
    """Runs the command and returns a sentence on what was done. Raises Refused or Damaged."""
    if options.command == "checksums":
        return f"Wrote {write_checksums(options.site)}"
    if not options.to:
        raise Refused("Say where to: make publish TO=/srv/guide")
    host = Host(Path(options.to))
    if options.command == "rollback":
        if options.release and not options.release.isdecimal():
            raise Refused(f"RELEASE is {options.release!r}, and must be a number such as 000003.")
        release = host.roll_back(int(options.release) if options.release else None)
    else:
        if options.keep < 1:
            raise Refused(f"KEEP is {options.keep}, and must be 1 or more.")
        release = host.publish(options.site, options.keep)
    return (
        f"{host.current} is now release {release.name}. To go back: make rollback TO={options.to}"
    )


if __name__ == "__main__":
    sys.exit(main())
