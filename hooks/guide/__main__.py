"""`python -m guide check` reports every problem in data and pages; `python -m guide schemas` writes generated files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .checking import check_everything
from .problems import report
from .schemas import schema_files

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if there are problems."""
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("command", choices=("check", "schemas"))
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    return {"check": check, "schemas": write_schemas}[options.command](options.root)


def check(root: Path) -> int:
    """Prints all problems at once."""
    problems = check_everything(root).problems
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print("Data and pages: no problems.")
    return 0


def write_schemas(root: Path) -> int:
    """Writes the generated files, those that changed only."""
    for path, text in schema_files(root).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(root).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
