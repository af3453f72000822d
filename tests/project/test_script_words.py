"""What the scripts say stays in one piece: three dots never begin a line."""

from __future__ import annotations

import re

from tests.guides import PROJECT

ASSETS = PROJECT / "overrides/assets"
# Within quotes, dots after or before a space where a line may break.
LOOSE = re.compile(r"""(["'`])[^"'`\n]*(?: …|… )[^"'`\n]*\1""")


def test_no_words_of_a_script_break_at_their_dots() -> None:
    scripts = [path for path in ASSETS.rglob("*.js") if "vendor" not in path.parts]
    assert scripts, "no script was found, so this proves nothing"
    found = {
        str(path.relative_to(ASSETS)): [loose[0] for loose in LOOSE.finditer(text)]
        for path in scripts
        if LOOSE.search(text := path.read_text(encoding="utf-8"))
    }
    assert found == {}
