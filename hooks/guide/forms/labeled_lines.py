"""Lines of an answer that start with a label: `say: Tell me more.`"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def labeled(lines: Iterable[str], labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line's label in lower case, and its text; a line without a label has "" and the whole line."""
    pattern = re.compile(rf"({'|'.join(labels)})\s*:\s*", re.I)
    for line in lines:
        found = pattern.match(line)
        yield (found[1].lower(), line[found.end() :]) if found else ("", line)
