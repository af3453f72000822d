"""The comparison as Markdown, limited in size: what does not fit is counted, never dropped silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..markdown import code, fence, visible
from .pages import BlockChange, PageChange, Pair
from .rows import RowChange, TableChange
from .weights import WeightChange

# GitHub shows no summary above 1 MiB; the rest is for what other steps write.
MOST_BYTES = 900_000
MOST_IN_A_PART = 60
NO_FACTS = {"changes", "synonyms", "reader-paths", "retired-ids", "study-tools"}
NOTES = {
    "silent": "Facts changed, and `data/changes.yml` has no new row. If a reader would notice, "
    "`make changes` drafts one.",
    "code": "This change also edits files outside `docs/` and `data/`. The summary is made by the code of the change, "
    "so read these files before you trust it.",
}


@dataclass
class Comparison:
    """Everything that `summary` reports."""

    tables: list[TableChange]
    pages: list[PageChange]
    code_files: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    weights: list[WeightChange] = field(default_factory=list)


def summary(comparison: Comparison, most_bytes: int = MOST_BYTES) -> str:
    """The whole comparison in Markdown, at most `most_bytes` of UTF-8. Text of the change is inert in it."""
    head = "\n\n".join(_overview(comparison))
    room = most_bytes - len(head.encode()) - 400  # 400: the sentence about what is left out
    parts, left_out = [], 0
    for part in _parts(comparison):
        size = len(part.encode()) + 2
        if size > room:
            left_out += 1
            continue
        room -= size
        parts.append(part)
    cut = (
        [
            f"**{left_out} parts are left out**: the summary would be larger than {most_bytes:,} bytes."
        ]
        if left_out
        else []
    )
    return "\n\n".join([head, *cut, *parts]) + "\n"


def _overview(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for readers"
    if not (comparison.tables or comparison.pages or comparison.failures):
        yield "Nothing: no row, no page, no table and no picture differs."
    if comparison.tables or comparison.pages:
        yield "\n".join(_counts(comparison))
    if _is_silent(comparison.tables):
        yield f"> {NOTES['silent']}"
    if comparison.weights:
        yield "\n".join(_weights(comparison.weights))
    if comparison.code_files:
        yield f"> {NOTES['code']}"
    for checkout, output in comparison.failures.items():
        yield f"The {checkout} does not build here, so its pages are not compared. It said:"
        yield fence(f"  {visible(line)}" for line in output.splitlines())


def _counts(comparison: Comparison) -> Iterator[str]:
    yield "| | added | changed | removed |\n| --- | ---: | ---: | ---: |"
    kinds = ("added", "changed", "removed")
    rows = [str(sum(table.count(kind) for table in comparison.tables)) for kind in kinds]
    pages = [str(sum(page.kind == kind for page in comparison.pages)) for kind in kinds]
    yield f"| rows of data | {' | '.join(rows)} |"
    yield f"| pages | {' | '.join(pages)} |"


def _weights(weights: list[WeightChange]) -> Iterator[str]:
    yield "| a first visit, at most | before | after | may be | heaviest page |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for weight in weights:
        after = f"**{weight.after:,}, too much**" if weight.is_over else f"{weight.after:,}"
        name = code(weight.page or "the home page")
        yield f"| {code(weight.budget)} | {weight.before:,} | {after} | {weight.limit:,} | {name} |"


def _is_silent(tables: list[TableChange]) -> bool:
    """Whether facts changed and the list of changes did not get a row."""
    is_listed = any(table.file == "data/changes.yml" and table.count("added") for table in tables)
    names = {table.file.removeprefix("data/").rsplit(".", 1)[0] for table in tables if table.rows}
    return bool(names - NO_FACTS) and not is_listed


def _parts(comparison: Comparison) -> Iterator[str]:
    if comparison.code_files:
        names = _listed(f"  {visible(name)}" for name in comparison.code_files)
        yield "\n\n".join(["### Files outside docs/ and data/", fence(names)])
    if comparison.tables:
        yield "### Rows"
    for table in comparison.tables:
        yield _table_part(table)
    if comparison.pages:
        yield "### Pages"
    for page in comparison.pages:
        yield _page_part(page)


def _table_part(table: TableChange) -> str:
    counts = ", ".join(
        f"{table.count(kind)} {kind}"
        for kind in ("added", "changed", "removed")
        if table.count(kind)
    )
    parts = [f"#### {code(table.file)}{': ' + counts if counts else ''}"]
    if table.problems:
        lines = [
            f"  {visible(line)}" for problem in table.problems for line in problem.splitlines()
        ]
        parts += ["Not all of it could be read:", fence(_listed(lines))]
    shown = table.rows[:MOST_IN_A_PART]
    if shown:
        parts.append(fence(line for row in shown for line in _row_lines(row)))
    return "\n\n".join([*parts, *_more(len(table.rows) - len(shown), "rows")])


def _row_lines(row: RowChange) -> Iterator[str]:
    yield f"@@ {visible(row.key, 120)}: {row.kind} @@"
    for place, before, after in row.cells:
        yield from _marked((before, after), f"{visible(place, 120)}: ")


def _page_part(page: PageChange) -> str:
    name = code(page.path or "the home page")
    parts = [f"#### {name}: {page.kind}"]
    text = [line for pair in page.text[:MOST_IN_A_PART] for line in _marked(pair)]
    if text:
        parts.append(fence(text))
    parts += _more(len(page.text) - MOST_IN_A_PART, "lines of text")
    for block in page.blocks[:MOST_IN_A_PART]:
        parts += _shown_block(block)
    parts += _more(len(page.blocks) - MOST_IN_A_PART, "tables and pictures")
    return "\n\n".join(parts)


def _shown_block(block: BlockChange) -> Iterator[str]:
    yield f"{block.kind.capitalize()} {code(block.place)}:"
    shown = block.lines[:MOST_IN_A_PART]
    lines = (line for pair in shown for line in _marked(pair))
    # A table's header says what its cells are; a picture's first line is its name again.
    head = [f"@@ {visible(block.head)} @@"] if block.kind == "table" else []
    yield fence([*head, *lines])
    yield from _more(len(block.lines) - len(shown), "lines")


def _marked(pair: Pair, name: str = "") -> Iterator[str]:
    for mark, text in zip("-+", pair, strict=True):
        if text is not None:
            yield f"{mark} {name}{visible(text)}"


def _listed(lines: Iterable[str]) -> list[str]:
    shown = list(lines)
    more = len(shown) - MOST_IN_A_PART
    return [*shown[:MOST_IN_A_PART], f"  and {more} more"] if more > 0 else shown


def _more(count: int, what: str) -> list[str]:
    return [f"And {count:,} more {what}, not shown."] if count > 0 else []
