"""What the guide says to contributors is true: sample rows pass, commands exist, owners and editors are set."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from guide.check.linter import check_everything
from guide.rows.readers.yaml_rows import yaml_rows
from guide.rows.tables import TABLE_BY_NAME, TABLES

from tests.guides import PROJECT

SAMPLE = re.compile(r"^ *```yaml\n(.*?)^ *```", re.M | re.S)
CONTRIBUTING = PROJECT / "CONTRIBUTING.md"
PAGES = PROJECT / "docs" / "contribute"
OWNERS = "@pm-pmm-guide/maintainers"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sample(path: Path) -> str:
    """The YAML sample of a page, without the indent of its list."""
    [found] = SAMPLE.findall(text(path))
    indent = len(found) - len(found.lstrip())
    return "".join(f"{line[indent:]}\n" for line in found.rstrip().split("\n"))


def test_the_row_to_copy_can_be_pasted(project_copy: Path) -> None:
    with (project_copy / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write(sample(CONTRIBUTING))
    assert check_everything(project_copy).problems == ()


def test_the_page_and_the_file_show_the_same_row() -> None:
    assert sample(PAGES / "five-minutes.md") == sample(CONTRIBUTING)


def test_the_sample_of_a_loop_report_is_a_row() -> None:
    rows, problems = yaml_rows(sample(PAGES / "adding-data.md"), "")
    assert not problems
    TABLE_BY_NAME["loop-reports"].model.model_validate(rows[0].values)


@pytest.mark.parametrize("path", [CONTRIBUTING, PAGES / "adding-data.md"], ids=lambda p: p.name)
def test_every_command_that_the_text_names_exists(path: Path) -> None:
    commands = set(re.findall(r"\bmake ([a-z][a-z-]+)\b", text(path))) - {"virtual"}
    help_text = subprocess.run(
        ["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    assert commands
    assert commands <= set(re.findall(r"^  make ([a-z-]+) ", help_text, re.M))


def test_every_table_is_on_the_page_of_the_dictionary(context: Any) -> None:
    from guide.view.macros.contributing import data_dictionary

    html = data_dictionary(context)
    assert re.findall(r"\{#file-([\w-]+) ", html) == [table.name for table in TABLES]
    for table in TABLES:
        part = html.partition(f"{{#file-{table.name} ")[2].partition("\n### ")[0]
        names = re.findall(r"<dt><code>(.*?)</code>", part)
        assert [name.replace("&#95;", "_") for name in names] == table.fields


def owners_of(path: str) -> str:
    """As GitHub reads it: the last line that matches; a line without a name takes the owner away."""
    owner = ""
    for line in text(PROJECT / ".github" / "CODEOWNERS").splitlines():
        if line and not line.startswith("#"):
            pattern, _, names = line.partition(" ")
            if pattern == "*" or path.startswith(pattern.lstrip("/")):
                owner = names.strip()
    return owner


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("data/faq.yml", ""),
        ("docs/pay/levels.md", ""),
        ("data/schemas/faq.schema.json", OWNERS),
        ("data/README.md", OWNERS),
        ("hooks/guide/pages/links.py", OWNERS),
        ("overrides/main.html", OWNERS),
        (".github/workflows/check.yml", OWNERS),
        ("Makefile", OWNERS),
        ("requirements.txt", OWNERS),
    ],
)
def test_facts_and_pages_are_open_and_code_is_not(path: str, owner: str) -> None:
    assert owners_of(path) == owner


def test_a_pull_request_is_asked_for_what_why_source_and_day() -> None:
    template = text(PROJECT / ".github" / "PULL_REQUEST_TEMPLATE.md")
    for heading in ("What changes for readers", "Why", "Source", "Checked on"):
        assert f"**{heading}" in template


def settings(path: str) -> Any:
    return json.loads(text(PROJECT / path))


def test_the_container_starts_the_site_where_make_serves_it() -> None:
    container = settings(".devcontainer/devcontainer.json")
    assert container["postCreateCommand"] == "make build"
    assert container["postAttachCommand"] == "make serve"
    [port] = container["forwardPorts"]
    assert f"ADDRESS ?= 127.0.0.1:{port}" in text(PROJECT / "Makefile")
    assert container["portsAttributes"][str(port)]["onAutoForward"] == "openPreview"
    # A version, never `latest`: the oldest Python that the guide promises.
    assert re.search(r":1-3\.11-\w+$", container["image"])


def test_editors_know_the_yaml_and_csv_files() -> None:
    wanted = set(settings(".vscode/extensions.json")["recommendations"])
    assert {"redhat.vscode-yaml", "mechatroner.rainbow-csv", "editorconfig.editorconfig"} <= wanted
    in_container = settings(".devcontainer/devcontainer.json")["customizations"]["vscode"][
        "extensions"
    ]
    assert set(in_container) <= wanted
    known = settings(".vscode/settings.json")["yaml.customTags"]
    tags = set(re.findall(r"!\w+", text(PROJECT / "mkdocs.yml")))
    assert tags <= {tag.split()[0] for tag in known}


def test_blank_issues_stay_possible() -> None:
    config = yaml.safe_load(text(PROJECT / ".github" / "ISSUE_TEMPLATE" / "config.yml"))
    assert config == {"blank_issues_enabled": True}
