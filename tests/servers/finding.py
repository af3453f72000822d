"""Finds nginx and Caddy for the tests of deploy/, or unpacks the distribution's packages into .cache/servers.

Unpacked and not installed, because installing a web server starts it. The variables NGINX and CADDY name other ones.
Standard library only.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from maintaining import distribution

UNPACKED = Path(__file__).resolve().parents[2] / ".cache" / "servers"
SECONDS = 30
NOTHING_WORKED = """\
No {name} could be found or fetched. Any one of these helps; then run the command again:
  - install it, so that `{name}` is on PATH (macOS: brew install {name}; Debian, Ubuntu: apt-get install {name})
  - name one that you have: {variable}=/path/to/{name} make test"""


@dataclass(frozen=True)
class Server:
    """A web server: the name of its program, the packages that hold it, and how it prints its version."""

    name: str
    packages: tuple[str, ...]
    version_flag: str

    @property
    def variable(self) -> str:
        """The variable that names another program."""
        return self.name.upper()

    def find(self, env: Mapping[str, str] = os.environ) -> Path | None:
        """The first program that starts, or None. A variable that names none is an error, not passed over."""
        if wanted := env.get(self.variable):
            found = shutil.which(wanted, path=env.get("PATH", ""))
            if found is None or not self.starts(Path(found)):
                raise LookupError(f"{self.variable} is {wanted!r}, and that is no {self.name}.")
            return Path(found)
        # Debian keeps servers out of the PATH of everybody but root.
        path = os.pathsep.join([env.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
        on_path = shutil.which(self.name, path=path)
        unpacked = (UNPACKED / self.name / part / self.name for part in ("usr/sbin", "usr/bin"))
        places = [*([Path(on_path)] if on_path else []), *unpacked]
        return next((place for place in places if place.exists() and self.starts(place)), None)

    def starts(self, program: Path) -> bool:
        """Whether it can tell its version; a library may be missing."""
        try:
            command = [str(program), self.version_flag]
            done = subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return False  # the caller tries the next place, and says so if there is none
        return done.returncode == 0

    def ensure(self) -> Path | None:
        """Find it, or unpack its packages; None if nothing worked."""
        if self.find() is None:
            distribution.unpack(list(self.packages), UNPACKED / self.name)
        return self.find()


NGINX = Server("nginx", ("nginx", "nginx-common"), "-v")
CADDY = Server("caddy", ("caddy",), "version")


def mime_types(nginx: Path) -> Path:
    """The list of content types that comes with this nginx. Raises LookupError."""
    roots = [UNPACKED / "nginx", Path("/"), nginx.resolve().parents[1], Path("/opt/homebrew")]
    places = [root / "etc" / "nginx" / "mime.types" for root in roots]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise LookupError(f"{nginx} has no mime.types in {', '.join(map(str, places))}.")
    return found


def main() -> int:
    """0 if both servers are there in the end, else 1."""
    try:
        found = {server: server.ensure() for server in (NGINX, CADDY)}
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    for server, program in found.items():
        if program is None:
            said = NOTHING_WORKED.format(name=server.name, variable=server.variable)
            print(said, file=sys.stderr)
        else:
            distribution.say(f"{server.name} for the tests: {program}")
    return 1 if None in found.values() else 0


if __name__ == "__main__":
    sys.exit(main())
