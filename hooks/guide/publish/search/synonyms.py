"""Groups of synonyms: from data/synonyms.yml, and from abbreviations and spellings in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...rows.loading import Guide
from .words import fold

# A group: phrases that mean the same, and phrases that answer for them; a phrase is a line of folded words.
Group = tuple[list[str], list[str]]
IN_BRACKETS = re.compile(r"^(.*?)\s*\((.*)\)\s*(.*)$")


def groups(guide: Guide) -> list[Group]:
    """All groups of at least two phrases, in the order of the data."""
    written = ((row.words, row.near) for row in guide["synonyms"].values())
    known = ((spellings, ()) for spellings in _glossary(guide))
    found = [(_phrases(words), _phrases(near)) for words, near in (*written, *known)]
    return [group for group in found if len(group[0]) + len(group[1]) > 1]


def _glossary(guide: Guide) -> Iterator[tuple[str, ...]]:
    """Each term with its abbreviation and the spellings that pages do not use: `CAC (customer acquisition cost)`."""
    for row in guide["glossary"].values():
        in_brackets = IN_BRACKETS.match(row.term)
        names = [" ".join(in_brackets.group(1, 3)) if in_brackets else row.term]
        # Other brackets disambiguate.
        if in_brackets and (in_brackets[1].isupper() or in_brackets[2].isupper()):
            names.append(in_brackets[2])
        yield (*names, *row.not_written)


def _phrases(texts: tuple[str, ...]) -> list[str]:
    """Each phrase as folded words between spaces; the hyphens that a reader may leave out are spaces."""
    lines = (" ".join(re.findall("[a-z0-9]+", fold(text))) for text in texts)
    return list(dict.fromkeys(line for line in lines if line))
