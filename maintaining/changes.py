"""`python -m maintaining.changes`: drafts rows for data/changes.yml from the history of data/.

People write the list, because a reader wants to know what a change means and not which cell moved, and because a
build must not need the git history, which a download does not have. This finds what is not listed yet: every fact that
differs from the commit that last touched the list. It writes nothing; it prints rows to be pasted and reworded.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guide.rows.row_text import row_text
from guide.rows.tables import TABLE_BY_NAME

from .compare.checkout import NoSuchBase, base_folder
from .compare.report import NO_FACTS
from .compare.rows import RowChange, TableChange, changed_tables
from .markdown import visible

ROOT = Path(__file__).resolve().parents[1]
LIST = "data/changes.yml"
KINDS = {"added": "added", "changed": "corrected", "removed": "removed"}
# Fields by which a reader would know a row, best first.
NAMES = (
    "term",
    "title",
    "name",
    "question",
    "claim",
    "task",
    "fact",
    "unknown",
    "idea",
    "rule",
    "partner",
    "step",
)
# More changed rows of one table become one entry: nobody reads thirty.
MOST_APART = 5
LONGEST = 120


class NoHistory(Exception):
    """The folder has no git history of the list."""


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 without a history to read."""
    parser = argparse.ArgumentParser(prog="changes", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    root = parser.parse_args(arguments).root.resolve()
    try:
        since = newest_commit(root)
        with base_folder(since, root) as before:
            tables = changed_tables(before, root)
    except (NoHistory, NoSuchBase) as error:
        print(error, file=sys.stderr)
        return 1
    rows = [row for table in tables if is_of_facts(table) for row in drafts(table, root)]
    print("\n".join(text(rows, since)))
    return 0


def newest_commit(root: Path) -> str:
    """The commit that last touched the list of changes. Raises NoHistory."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%H", "--", LIST]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        raise NoHistory(
            f"git knows no commit of {LIST} here. The drafts are made from the history: clone the repository whole "
            "(git fetch --unshallow)."
        )
    return done.stdout.strip()


def is_of_facts(table: TableChange) -> bool:
    """Whether the table has facts for readers, unlike the synonyms of the search."""
    return Path(table.file).stem not in NO_FACTS


def text(rows: list[dict[str, str]], since: str) -> list[str]:
    """What is printed: the rows to paste, below a comment on where they come from."""
    if not rows:
        return [f"No fact differs from commit {since[:7]}, which last touched {LIST}."]
    head = [
        f"# Facts that differ from commit {since[:7]}, which last touched {LIST}.",
        "# Keep what a reader would notice, say it in a reader's words, and put it on top of the list.",
    ]
    return head + [row_text(row, TABLE_BY_NAME["changes"]) for row in rows]


def drafts(table: TableChange, root: Path) -> Iterator[dict[str, str]]:
    """Rows for one changed table: one for each change, or one for each kind if there are many."""
    for kind, label in KINDS.items():
        rows = [row for row in table.rows if row.kind == kind]
        groups = [rows] if len(rows) > MOST_APART else [[row] for row in rows]
        for group in (group for group in groups if group):
            yield {
                "id": _id(table, group),
                "date": dt.datetime.now(dt.UTC).date().isoformat(),
                "kind": label,
                "what": " ".join(_words(table, group)),
                "page": page_of([row.key for row in group], root),
            }


def _id(table: TableChange, rows: list[RowChange]) -> str:
    name = rows[0].key if len(rows) == 1 else f"{len(rows)}-rows"
    words = f"{Path(table.file).stem} {name} {KINDS[rows[0].kind]}"
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


def _words(table: TableChange, rows: list[RowChange]) -> Iterator[str]:
    where = Path(table.file).stem.replace("-", " ")
    named = ", ".join(_name(row) for row in rows[:MOST_APART])
    more = f" and {len(rows) - MOST_APART} more" if len(rows) > MOST_APART else ""
    match rows[0].kind:
        case "added":
            yield f"New in {where}: {named}{more}."
        case "removed":
            yield f"No longer in {where}: {named}{more}."
        case _:
            yield f"Corrected in {where}: {named}{more}."
            if len(rows) == 1:
                yield from (_cell(*cell) for cell in rows[0].cells[:MOST_APART])


def _cell(place: str, before: str | None, after: str | None) -> str:
    field = place.replace("_", " ").capitalize()
    if before is None:
        return f'{field} is now "{visible(after or "", LONGEST)}".'
    if after is None:
        return f'{field} was "{visible(before, LONGEST)}", and is empty now.'
    return f'{field} was "{visible(before, LONGEST)}", and is now "{visible(after, LONGEST)}".'


def _name(row: RowChange) -> str:
    cells = row.after or row.before or {}
    return visible(next((cells[name] for name in NAMES if name in cells), row.key), LONGEST)


def page_of(keys: list[str], root: Path) -> str:
    """The page that has one of these ids as an anchor in the last build; empty if none has."""
    anchors = re.compile(rf'\bid="(?:[a-z-]+-)?(?:{"|".join(map(re.escape, keys))})"')
    for path in sorted((root / "site").rglob("index.html")):
        # Components write quotation marks as entities.
        if anchors.search(html.unescape(path.read_text(encoding="utf-8"))):
            return _source_of(path.parent.relative_to(root / "site"), root / "docs")
    return ""


def _source_of(address: Path, docs: Path) -> str:
    places = (f"{address.as_posix()}.md", (address / "index.md").as_posix())
    return next((place for place in places if (docs / place).is_file()), "")


if __name__ == "__main__":
    sys.exit(main())
