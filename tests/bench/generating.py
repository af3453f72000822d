"""A copy of the guide with 100,000 more rows: real rows repeated under new ids, and new questions and terms."""

from __future__ import annotations

import csv
import random
import re
import shutil
from itertools import cycle
from pathlib import Path

from guide.check.voice import voice

PROJECT = Path(__file__).resolve().parents[2]
ROWS = 100_000
# Half of the rows are numbers in CSV, half are words in YAML; each name is a table's.
SHARES = {"pay-aggregates": 0.4, "posted-ranges": 0.1, "glossary": 0.4, "questions": 0.1}
KIND = re.compile(r"  track: pm\n  category: .*\n  competency: .*\n")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def generate(folder: Path) -> None:
    """Write the copy into `folder`: the guide's data and pages, and the same new rows each time."""
    for part in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    data = folder / "data"
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.glob("*.yml"))]
    # Every word as often as it occurs, so that new texts repeat words as real ones do.
    words = [word for word in " ".join(texts).split() if word.isalpha()]
    chance = random.Random(1)
    repeat_rows(data / "pay-aggregates.csv", _count("pay-aggregates"))
    repeat_rows(data / "posted-ranges.csv", _count("posted-ranges"))
    with (data / "glossary.yml").open("a", encoding="utf-8") as file:
        file.writelines(_term(n, chance, words) for n in range(_count("glossary")))
    written = (data / "questions.yml").read_text(encoding="utf-8")
    source = written.rsplit("source: ", 1)[1].split()[0]
    # As many of each category as there are: a page with too many of one is refused.
    kinds = cycle(KIND.findall(written))
    with (data / "questions.yml").open("a", encoding="utf-8") as file:
        file.writelines(
            _question(n, chance, words, source, next(kinds)) for n in range(_count("questions"))
        )


def _count(table: str) -> int:
    return round(SHARES[table] * ROWS)


def repeat_rows(path: Path, wanted: int) -> None:
    """Adds `wanted` rows to a CSV file: its own again, each under a new id."""
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for n in range(wanted):
            key, *cells = rows[n % len(rows)]
            writer.writerow([f"{key}-{n}", *cells])


def _text(chance: random.Random, words: list[str], count: int) -> str:
    """Words by chance, drawn again until a check of words has nothing against them."""
    text = " ".join(chance.choices(words, k=count))
    is_refused = any(voice().words_in(text)) or voice().article.search(text)
    return _text(chance, words, count) if is_refused else text


def _term(n: int, chance: random.Random, words: list[str]) -> str:
    text = _text(chance, words, 20)
    return f"- id: term-{n}\n  term: Term {n}\n  track: both\n  definition: {text}.\n"


def _question(n: int, chance: random.Random, words: list[str], source: str, kind: str) -> str:
    key = "".join(LETTERS[n // 1000 // 26**place % 26] for place in range(3))
    text, first, second, third = (_text(chance, words, 12) for _ in range(4))
    return (
        f"- id: Q{key}{n % 1000:03}\n{kind}"
        f"  scope: ours-from-role\n  question: {text}\n  source: {source}\n"
        f"  strong_answer: [{first}, {second}, {third}]\n  follow_ups: [{first}, {second}]\n"
        f"  levels: {{at_61: {first}, at_63: {second}, at_65: {third}}}\n"
    )
