"""One prompt pack as Markdown: the assistant's role, its steps, the rules, and the rows it works with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...facts.freshness import data_date, spoken_date
from ...facts.labels import GRADES
from ...rows.loading import Guide
from ...rows.models import PromptPack
from ...rows.readers.settings import read_settings
from .markdown import Cited, inline, numbered
from .material import MATERIAL

RULES = Path(__file__).with_name("rules.yml")
TRACK_NAMES = {"pm": "PM", "pmm": "PMM", "both": "PM and PMM"}
# English runs to about four characters a token; three leaves room for names and numbers.
CHARACTERS_PER_TOKEN = 3


@dataclass(frozen=True)
class Pack:
    """A pack as it is published. `path` is below the site."""

    row: PromptPack
    text: str

    @property
    def path(self) -> str:
        """Where the file is on the site."""
        return f"prompts/{self.row.id}.md"

    @property
    def tokens(self) -> int:
        """An upper estimate of what an assistant has to read."""
        return -(-len(self.text) // CHARACTERS_PER_TOKEN)


def prompt_packs(guide: Guide) -> list[Pack]:
    """Every pack of the data, in its order."""
    return [Pack(row, _text(guide, row)) for row in guide["prompt-packs"].values()]


def always() -> list[str]:
    """The rules in every pack."""
    rules: list[str] = _rules()["always"]
    return rules


def _text(guide: Guide, row: PromptPack) -> str:
    kind = _rules()["kinds"][row.kind]
    cited = Cited(guide)
    material = MATERIAL[row.kind](guide, row, cited)
    sources = cited.lines()
    lines = [
        f"# {inline(row.title)}",
        "",
        f"Practice for {TRACK_NAMES[row.track]} interviews at Microsoft. From an open guide that is not affiliated "
        f"with Microsoft. Data of {spoken_date(data_date(guide))}. Text under CC BY 4.0.",
        *("", "## Your part", "", kind["role"]),
        *("", "## How it goes", "", *numbered(kind["steps"])),
        *("", "## Rules", "", *numbered(always())),
        *("", "## Material", "", *material),
        *("", "## Grades", "", *(f"- {name}: {means}." for name, means in GRADES.values())),
        *(("", "## Sources", "", *sources) if sources else ()),
    ]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = read_settings(RULES.read_text(encoding="utf-8"))
    return rules
