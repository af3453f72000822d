"""`check` reports problems, `fix` repairs, `schemas` writes generated files, `row` turns a filled form into rows."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from .check.autofix import autofix
from .check.github_annotations import inert_for_github, workflow_commands
from .check.linter import check_everything
from .forms.reading import form_of
from .forms.receiving import NotReceived, received
from .forms.replying import reply
from .forms.writing import form_files
from .rows.problems import ProblemsFound, report
from .rows.schemas import schema_files

ROOT = Path(__file__).resolve().parents[2]
FORM_HELP = "the text of an issue, or an event of GitHub (.json); - reads what is typed in"
NO_ROW = "That form needs no row: a maintainer reads it."
NO_FORM = (
    "No form of this guide was found in that text. It needs the '### ' headings that GitHub writes."
)
ANSWER_HELP = "write the answer here, for a comment; then something missing is no failure"


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if there are problems."""
    # What is read stays until the end: looking for garbage among it takes a tenth of a check.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", parents=[common])
    commands.add_parser("fix", parents=[common])
    commands.add_parser("schemas", parents=[common])
    row = commands.add_parser("row", parents=[common])
    row.add_argument("form", nargs="?", default="-", help=FORM_HELP)
    row.add_argument("--answer", default="", help=ANSWER_HELP)
    options = parser.parse_args(arguments)
    if options.command == "row":
        return make_row(options.root, options.form, options.answer)
    return {"check": check, "fix": fix, "schemas": write_schemas}[options.command](options.root)


def check(root: Path) -> int:
    """Prints all problems at once."""
    problems = check_everything(root).problems
    if not problems:
        print("Data and pages: no problems.")
        return 0
    if os.environ.get("GITHUB_ACTIONS") == "true":
        # On one stream, since two streams may be interleaved.
        print("\n".join([*workflow_commands(problems), inert_for_github(report(problems))]))
    else:
        print(report(problems), file=sys.stderr)
    return 1


def fix(root: Path) -> int:
    """Repairs what is mechanical in data and pages, then writes the generated files."""
    for path in autofix(root):
        print(f"fixed {path.relative_to(root).as_posix()}")
    return write_schemas(root)


def write_schemas(root: Path) -> int:
    """Writes the generated files, those that changed only."""
    for path, text in (schema_files(root) | form_files(root)).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(root).as_posix()}")
    return 0


def make_row(root: Path, form: str, answer: str) -> int:
    """Answers a filled issue form: rows that can be pasted, or all that is missing."""
    try:
        filled = received(form)
        said = reply(filled.body, root, filled.sent, filled.edit_address)
    except (NotReceived, ProblemsFound) as error:
        print(error, file=sys.stderr)
        return 1
    if answer:
        Path(answer).parent.mkdir(parents=True, exist_ok=True)
        Path(answer).write_text(said.text, encoding="utf-8")
        return 0
    if said.text:
        print(said.text)
        return 0 if said.is_ready else 1
    form_is_known = form_of(filled.body) is not None
    print(NO_ROW if form_is_known else NO_FORM)
    return 0 if form_is_known else 1


if __name__ == "__main__":
    sys.exit(main())
