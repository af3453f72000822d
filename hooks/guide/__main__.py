"""`check` reports problems, `fix` repairs, `schemas` writes generated files, `row` turns a filled form into rows.

`settings` says why mkdocs.yml cannot be read, after a builder has failed to. `finish` turns the folder that another
builder made into the site that readers get; under MkDocs a hook does that.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from .check.autofix import autofix
from .check.github_annotations import inert_for_github, workflow_commands
from .check.linter import check_everything, checked_pages
from .pages.repository import Repository
from .pages.settings import settings_problems, site_settings
from .publish.memory import memory_of
from .rows.problems import ProblemsFound, report
from .rows.readers.files import shown_path
from .rows.schemas import schema_files
from .view.render import Setting

ROOT = Path(__file__).resolve().parents[2]
FORM_HELP = "the text of an issue, or a GitHub event (.json); - reads standard input"
NO_ROW = "That form needs no row: a maintainer reads it."
NO_FORM = (
    "No form of this guide was found in that text. It needs the '### ' headings that GitHub writes."
)
ANSWER_HELP = (
    "write the reply to this file, for a comment; missing answers then do not fail the command"
)

TO_HELP = "replace this folder with the finished site, all or nothing (default: finish in place)"


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 if there are problems."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", parents=[common])
    commands.add_parser("fix", parents=[common])
    commands.add_parser("schemas", parents=[common])
    commands.add_parser("settings", parents=[common])
    row = commands.add_parser("row", parents=[common])
    row.add_argument("form", nargs="?", default="-", help=FORM_HELP)
    row.add_argument("--answer", default="", help=ANSWER_HELP)
    finish = commands.add_parser("finish", parents=[common])
    finish.add_argument("site", type=Path, help="the folder that the site builder wrote")
    finish.add_argument("--to", type=Path, help=TO_HELP)
    options = parser.parse_args(arguments)
    try:
        return run(options)
    except PermissionError as error:
        print(no_permission(error, options.root), file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """The exit code of the command that was asked for."""
    if options.command == "row":
        return make_row(options.root, options.form, options.answer)
    if options.command == "finish":
        return finish_site(options.root, options.site, options.to or options.site)
    whole = {"check": check, "fix": fix, "schemas": write_schemas, "settings": check_settings}
    return whole[options.command](options.root)


def no_permission(error: PermissionError, root: Path) -> str:
    """What may not be read or written, and how to fix it."""
    path = shown_path(Path(error.filename), root)
    return (
        f"{path} cannot be read or written: {error.strerror}.\n"
        f"    Allow it (chmod u+rw {path}), or work in a copy of the project that is yours."
    )


def check(root: Path) -> int:
    """Prints all problems at once."""
    memory = memory_of(root)
    problems = check_everything(root, recall=memory.recall).problems
    memory.save()
    if not problems:
        print("Data and pages: no problems.")
        return 0
    if os.environ.get("GITHUB_ACTIONS") == "true":
        # One stream, since two may be interleaved.
        print("\n".join([*workflow_commands(problems), inert_for_github(report(problems))]))
    else:
        print(report(problems), file=sys.stderr)
    return 1


def fix(root: Path) -> int:
    """Fixes data and pages mechanically, then writes the generated files."""
    for path in autofix(root):
        print(f"fixed {path.relative_to(root).as_posix()}")
    return write_schemas(root)


def write_schemas(root: Path) -> int:
    """Writes the generated files that changed."""
    from .forms.form_files import form_files  # no check needs forms, and loading them takes time

    for path, text in (schema_files(root) | form_files(root)).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(root).as_posix()}")
    return 0


def check_settings(root: Path) -> int:
    """Prints what is wrong with mkdocs.yml, or nothing."""
    if problems := settings_problems(root):
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


def finish_site(root: Path, built: Path, to: Path) -> int:
    """Finishes a built site, or says why it cannot and leaves `to` as it was."""
    # Imported here, since a check needs none of the libraries that finish a site.
    from .publish.finish import expect_built_site, finish_folder
    from .publish.site import NotFinished

    if check_settings(root):
        return 1
    settings = site_settings(root, os.environ)
    repository = Repository.of(settings.repo_url, settings.edit_uri)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        expect_built_site(built)
        checked = checked_pages(root, Setting(repository, epoch=epoch))
        finish_folder(built, to, checked, settings)
    except (ProblemsFound, NotFinished, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{to} is finished.")
    return 0


def make_row(root: Path, form: str, answer: str) -> int:
    """Answers a filled issue form: rows that can be pasted, or all that is missing."""
    # As in write_schemas: no check needs forms.
    from .forms.answers import form_of
    from .forms.incoming import NotReceived, received
    from .forms.replies import reply

    try:
        filled = received(form)
        answered = reply(filled.body, root, filled.sent, filled.edit_address)
    except (NotReceived, ProblemsFound) as error:
        print(error, file=sys.stderr)
        return 1
    if answer:
        Path(answer).parent.mkdir(parents=True, exist_ok=True)
        Path(answer).write_text(answered.text, encoding="utf-8")
        return 0
    if answered.text:
        print(answered.text)
        return 0 if answered.is_ready else 1
    form_is_known = form_of(filled.body) is not None
    print(NO_ROW if form_is_known else NO_FORM)
    return 0 if form_is_known else 1


if __name__ == "__main__":
    # Nearly every object lives until the end: garbage collection would take a tenth of a check.
    gc.disable()
    code = main()
    gc.freeze()  # else the interpreter looks through all of it once more before it ends
    sys.exit(code)
