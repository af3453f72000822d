"""What a contributor's machine adds or lacks: locks of an editor, a taken port, empty settings, a renamed folder."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import yaml
from guide.check.linter import check_everything
from guide.pages.reading import read_pages
from guide.rows.dictionary import about
from guide.rows.loading import load_guide
from guide.rows.tables import TABLE_BY_NAME
from mkdocs.structure.files import File, Files, set_exclusions
from pathspec.gitignore import GitIgnoreSpec

from tests.guides import PROJECT
from tests.sites.tiny_site import Site, copy_of_guide, tiny_site

PR_CAPBSET_DROP = 24  # of linux/prctl.h
EDIT = 'rel="edit"'


def test_locks_that_emacs_leaves_beside_open_files_are_no_problem(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text("---\ntitle: A\n---\n# A\n", encoding="utf-8")
    for path in (docs / ".#page.md", tmp_path / "data/.#claims.yml"):
        path.symlink_to("editor@machine.1234:1700000000")
    assert [page.path for page in read_pages(tmp_path)] == ["page.md"]
    assert not [p for p in load_guide(tmp_path).problems if "#" in p.file]


def test_a_link_that_leads_to_a_file_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / ".#page.md").symlink_to("/etc/hostname")
    [page] = read_pages(tmp_path)
    assert "symbolic link" in page.problems[0].message


def test_a_taken_port_is_a_sentence_with_the_way_out_before_anything_is_built(
    tmp_path: Path,
) -> None:
    site = tiny_site(tmp_path, {"index.md": "# Hello"}, hooks=["show_problems_while_serving"])
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = site.run("serve", "-a", f"127.0.0.1:{port}", timeout=60)
    assert run.code == 1
    assert "Traceback" not in run.output
    assert "Documentation built" not in run.output
    assert f"127.0.0.1:{port} cannot be used: Address already in use" in run.output
    assert f"make serve ADDRESS=127.0.0.1:{port + 1}" in run.output


@pytest.mark.long
def test_empty_addresses_and_a_python_without_docstrings_build_a_clean_site(
    guide_copy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("SITE_URL", ""), ("REPO_URL", ""), ("PYTHONOPTIMIZE", "2")):
        monkeypatch.setenv(name, value)
    run = guide_copy.build("--strict")
    assert run.code == 0, run.output
    assert "WARNING -" not in run.output
    home = (guide_copy.root / "site/pay/levels/index.html").read_text(encoding="utf-8")
    assert EDIT not in home
    assert "issues/new" not in home
    dictionary = guide_copy.root / "site/contribute/data-dictionary/index.html"
    said = unescape(dictionary.read_text(encoding="utf-8"))
    assert about(TABLE_BY_NAME["levels"]) in said


def test_a_renamed_project_folder_is_a_sentence_with_the_way_out(tmp_path: Path) -> None:
    shutil.copy2(PROJECT / "Makefile", tmp_path)
    (tmp_path / ".venv").mkdir()
    stamp = tmp_path / ".venv/.created"

    def printed(target: str) -> str:
        command = ["make", "-n", "-C", str(tmp_path), target]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    stamp.write_text("/somewhere/else/.venv\n", encoding="utf-8")
    assert (
        'was made in /somewhere/else/.venv, and its programs work there only. Run "make clean"'
        in printed("build")
    )
    assert "rm -rf .venv" in printed("clean")
    stamp.write_text(f"{(tmp_path / '.venv').resolve()}\n", encoding="utf-8")
    assert "was made in" not in printed("build")


LEFT_BY_EDITORS = (".page.md.swp", "page.md~", "#page.md#", "4913", ".DS_Store")


@pytest.mark.long
def test_what_editors_put_beside_a_file_is_neither_read_nor_published(project_copy: Path) -> None:
    for name in LEFT_BY_EDITORS:
        for folder in ("docs", "docs/pay", "data"):
            (project_copy / folder / name).write_text("# A draft\n", encoding="utf-8")
    assert [str(problem) for problem in check_everything(project_copy).problems] == []
    settings = yaml.load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    files = Files(
        [File(f"pay/{name}", str(project_copy / "docs"), "", False) for name in LEFT_BY_EDITORS]
    )
    left_out = GitIgnoreSpec.from_lines(settings["exclude_docs"].splitlines())
    set_exclusions(files, {"exclude_docs": left_out, "draft_docs": None, "not_in_nav": None})
    assert [file.src_uri for file in files if not file.inclusion.is_excluded()] == []


@pytest.mark.long
def test_pages_with_line_ends_of_windows_are_read_as_the_others(project_copy: Path) -> None:
    for path in (project_copy / "docs").rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [str(problem) for problem in check_everything(project_copy).problems] == []


MERGED = "<<<<<<< HEAD\n{0}\n=======\n{0}\n>>>>>>> theirs\n"
PUBLISHED_OR_READ = (
    "README.md",
    "CONTRIBUTING.md",
    "MAINTAINING.md",
    "overrides/main.html",
    "overrides/assets/styles/theme.css",
    "overrides/assets/citations.js",
    "overrides/manifest.json",
    "docs/pay/levels.md",
    "data/levels.csv",
)


@pytest.mark.long
def test_marks_of_an_unfinished_merge_are_refused_wherever_they_are(guide_copy: Site) -> None:
    for name in PUBLISHED_OR_READ:
        if not (guide_copy.root / name).exists():
            guide_copy.write(name, (PROJECT / name).read_text(encoding="utf-8"))
        text = (guide_copy.root / name).read_text(encoding="utf-8")
        first, _, rest = text.partition("\n")
        guide_copy.write(name, f"{first}\n{MERGED.format('one')}{rest}")
    run = guide_copy.build("--strict", "-q")
    assert run.code == 1
    assert "Traceback" not in run.output
    for name in PUBLISHED_OR_READ:
        assert (
            f"{name}:2\n    holds '<<<<<<<', a conflict marker of an unfinished merge."
            in run.output
        )
    assert "delete every line with a marker: 2, 4, 6." in run.output


def test_marks_in_files_that_no_build_reads_are_refused_with_their_line(tmp_path: Path) -> None:
    """A form, a schema or a list beside the code ended in a traceback, or in nothing."""
    make = ["make", "--file", str(PROJECT / "Makefile"), "merges"]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    file = tmp_path / ".github" / "ISSUE_TEMPLATE" / "question.yml"
    file.parent.mkdir(parents=True)
    for text, code in (("name: A\n", 0), (f"name: A\n{MERGED.format('body: []')}", 2)):
        file.write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
        done = subprocess.run(make, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
    assert ".github/ISSUE_TEMPLATE/question.yml:2:<<<<<<< " in done.stdout
    assert "delete each of these lines" in done.stdout


def test_one_run_of_the_check_names_all_that_is_wrong(tmp_path: Path) -> None:
    """It stopped at the first tool that found something, so a contributor learned of the next one run later."""
    shutil.copy2(PROJECT / "Makefile", tmp_path)
    tools = ("python", "ruff", "mypy", "node", "codespell", "check-jsonschema")
    for name in tools:
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\necho {name} found something; exit 1\n", encoding="utf-8")
        tool.chmod(0o755)
    done = ("-o", ".venv/.dev-ready", "-o", "node_modules/.ready")
    make = ["make", "-C", str(tmp_path), *done, "check", f"BIN={tmp_path}"]
    run = subprocess.run(make, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert [name for name in tools if f"{name} found something" not in run.stdout] == []


@pytest.mark.long
def test_settings_that_cannot_be_read_are_a_sentence_with_the_way_out(project_copy: Path) -> None:
    settings = (project_copy / "mkdocs.yml").read_text(encoding="utf-8")

    def printed(command: str, text: str) -> str:
        (project_copy / "mkdocs.yml").write_text(text, encoding="utf-8")
        done = guide(command, project_copy)
        assert (done.returncode == 0) == (text == settings), done.stderr
        return done.stdout + done.stderr

    marked = settings.replace("\nsite_url:", f"\n{MERGED.format('a: 1')}site_url:")
    line = settings.partition("\nsite_url:")[0].count("\n") + 2
    for command in ("check", "settings"):
        said = printed(command, marked)
        assert f"mkdocs.yml:{line}\n    holds '<<<<<<<'" in said
        assert f"delete every line with a marker: {line}, {line + 2}, {line + 4}." in said
        assert "Traceback" not in said
        said = printed(command, f"{settings}\nextra: 'open\n")
        assert "    is not valid YAML: " in said and "Traceback" not in said
    assert printed("settings", settings) == ""


def test_a_build_that_cannot_read_its_settings_says_how_to_repair_them() -> None:
    for target in ("build", "serve"):
        command = ["make", "-n", "-C", str(PROJECT), target]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "|| { PYTHONPATH=hooks .venv/bin/python -m guide settings; exit 1; }" in said


@pytest.mark.long
def test_a_python_without_docstrings_writes_the_same_schemas(project_copy: Path) -> None:
    schemas = {path.name: path.read_bytes() for path in (PROJECT / "data/schemas").iterdir()}
    run = guide("schemas", project_copy, PYTHONOPTIMIZE="2")
    assert run.returncode == 0, run.stderr
    written = {path.name: path.read_bytes() for path in (project_copy / "data/schemas").iterdir()}
    assert {name for name in schemas if written[name] != schemas[name]} == set()


@pytest.mark.long
def test_files_that_may_not_be_changed_are_read_and_named_where_they_must_be(
    project_copy: Path,
) -> None:
    glossary = project_copy / "data/glossary.yml"
    glossary.write_bytes(glossary.read_bytes().replace(b"\n", b"\r\n"))
    everything = [project_copy, *project_copy.rglob("*")]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        assert guide("check", project_copy).returncode == 0
        fixing = guide("fix", project_copy)
        glossary.chmod(0)
        checking = guide("check", project_copy)
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
    for run in (fixing, checking):
        assert run.returncode == 1
        assert "Traceback" not in run.stderr
    assert "data/glossary.yml cannot be read or written: Permission denied.\n" in fixing.stderr
    assert "Allow it (chmod u+rw data/glossary.yml), or work in a copy" in fixing.stderr
    assert "data/glossary.yml:1\n    cannot be read: " in checking.stderr
    assert "chmod u+r data/glossary.yml" in checking.stderr


@pytest.mark.long
def test_a_download_without_history_builds_in_a_folder_of_any_name_anywhere(tmp_path: Path) -> None:
    """A zip of the project, read-only, below a name with a space and letters beyond ASCII, far from UTC."""
    site = copy_of_guide(tmp_path / "Gäste 日本 guide")
    everything = [site.root, *site.root.rglob("*")]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    built = tmp_path / "built"
    places = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    try:
        run = without_rights(
            "mkdocs", "build", "--strict", "-d", str(built), cwd=site.root, **places
        )
        at_home = without_rights("mkdocs", "build", "--strict", cwd=site.root, **places)
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert run.returncode == 0, run.stdout
    assert "WARNING -" not in run.stdout + run.stderr
    assert "日本" not in (built / "index.html").read_text(encoding="utf-8")
    assert at_home.returncode == 1
    assert "Traceback" not in at_home.stdout + at_home.stderr
    assert "Allow it, or name another folder: mkdocs build -d FOLDER" in at_home.stdout


def guide(command: str, root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of the guide on the project below `root`."""
    return without_rights("guide", command, "--root", str(root), cwd=PROJECT, **env)


def without_rights(
    module: str, *arguments: str, cwd: Path, **env: str
) -> subprocess.CompletedProcess[str]:
    """Runs a Python module as an account to which the rights of files apply, also where the tests run as root."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), "NO_COLOR": "1", **env},
        preexec_fn=_heed_rights if os.geteuid() == 0 else None,
    )


def _heed_rights() -> None:
    """Gives up what lets root read and write any file: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of Linux."""
    for capability in (1, 2):
        if ctypes.CDLL(None, use_errno=True).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "rights of root cannot be given up")
