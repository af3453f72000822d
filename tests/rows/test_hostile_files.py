"""What a hostile pull request may put into the project's folders: each file is refused in words, in time, by its name.

Texts inside rows and pages are the matter of tests/view/test_hostile_text.py and
tests/sites/test_page_grammar.py; SECURITY.md lists all of it.
"""

from __future__ import annotations

import csv
import io
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from guide.check.linter import check_everything
from guide.check.rule_runner import MOST_OF_A_KIND
from guide.check.rules import questions_are_distinct
from guide.rows.loading import MOST_REFUSED
from guide.rows.readers.files import INVISIBLE
from guide.rows.readers.raw import MOST_ROWS
from guide.rows.tables import TABLE_BY_NAME

from tests.guides import (
    DESCRIPTION,
    PROJECT,
    guide_of,
    row,
    table_text,
    write_tables,
)

LINKED = "is a symbolic link. Links are refused, because they can publish files from outside the project."
HEAD = f"---\ntitle: A page\ndescription: {DESCRIPTION}\ntags: [pm]\n---\n\n# A page\n"
# Nothing that someone sends in may keep the check busy; a slow machine takes a fifth of this.
SECONDS = 60
MANY = 100_000


def messages(root: Path) -> list[str]:
    """All problems of the project in `root`, within the CPU allowed, however busy the machine is."""
    start = time.process_time()
    problems = [str(problem) for problem in check_everything(root).problems]
    assert time.process_time() - start < SECONDS
    return problems


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of empty tables and no pages."""
    write_tables(tmp_path)
    (tmp_path / "docs").mkdir()
    return tmp_path


# --- sizes ---


def sparse(path: Path, size: int) -> None:
    """A file of this many bytes that takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("data/claims.yml", "20,000,000"),
        ("data/levels.csv", "20,000,000"),
        ("docs/page.md", "300,000"),
        ("docs/picture.png", "1,000,000"),
    ],
)
def test_50_megabytes_are_refused_without_being_read(root: Path, file: str, most: str) -> None:
    sparse(root / file, 50_000_000)
    assert messages(root) == [
        f"{file}:1\n    has 50,000,000 bytes; at most {most} are allowed. "
        "Split it, or leave out what readers do not need."
    ]


@pytest.mark.long
@pytest.mark.parametrize("table", ["glossary", "pay-aggregates", "sources"])
def test_100_000_rows_are_refused_where_the_list_becomes_too_long(root: Path, table: str) -> None:
    rows = [row(table, id=f"row-{n}") for n in range(MANY)]
    file = TABLE_BY_NAME[table].file
    (root / "data" / file).write_text(table_text(table, rows), encoding="utf-8")
    line = MOST_ROWS + (2 if file.endswith(".csv") else 1)
    found = [text for text in messages(root) if f"has more than {MOST_ROWS:,} rows" in text]
    assert [text.split()[0].rstrip(":") for text in found] == [f"data/{file}:{line}"]


@pytest.mark.long
def test_rows_without_number_that_their_model_refuses_are_reported_in_time(root: Path) -> None:
    rows = [{"id": f"t-{n}", "term": "T", "track": "neither"} for n in range(MOST_ROWS)]
    (root / "data/glossary.yml").write_text(table_text("glossary", rows))
    found = messages(root)
    assert len(found) == 2 * MOST_REFUSED + 1
    assert f"{MOST_ROWS - MOST_REFUSED:,} more rows of this file have problems." in found[-1]


@pytest.mark.long
def test_references_without_number_that_lead_nowhere_are_reported_in_time(root: Path) -> None:
    sources = [row("sources", id=f"row-{n}") for n in range(500)]
    facts = [row("offer-facts", id=f"row-{n}", sources=[f"rwo-{n}"]) for n in range(20_000)]
    write_tables(root, sources=sources, offer_facts=facts)
    found = [text for text in messages(root) if "is not in data/sources.yml" in text]
    assert len(found) == MOST_OF_A_KIND
    assert "More problems of this kind are left out here." in found[-1]


def test_questions_in_nearly_the_same_words_are_compared_in_time(tmp_path: Path) -> None:
    words = ["market", "user", "price", "launch", "scale", "value", "risk", "team", "goal", "data"]
    texts = (
        " ".join([*words[: 5 + n % 3], *(f"{sign}{n}" for sign in "uvw")]) for n in range(3_000)
    )
    rows = [
        row("questions", id=f"Q{'ABC'[n // 1000]}{n % 1000:03}", question=text)
        for n, text in enumerate(texts)
    ]
    guide = guide_of(tmp_path, questions=rows)
    start = time.process_time()
    list(questions_are_distinct.check(guide, []))
    assert time.process_time() - start < SECONDS


# --- names ---


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('"><script>alert(1)<', '"><script>alert(1)<'),
        ("a b", "a b"),
        ("Page", "Page"),
        ("pa\nge", "pa\\u000age"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("page\u202egnp", "page\\u202egnp"),
        ("-rf", "-rf"),
        ("[[= x =]]", "[[= x =]]"),
        ("::error::x", "::error::x"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".png"])
def test_a_name_that_could_be_read_otherwise_is_refused(
    root: Path, name: str, shown: str, suffix: str
) -> None:
    (root / "docs" / f"{name}{suffix}").write_text(HEAD)
    wanted = f"docs/{shown}{suffix}:1\n    has a name that is not allowed."
    found = [text for text in messages(root) if text.startswith(wanted)]
    assert len(found) == 1
    found[0].encode()  # can be printed on any terminal


def test_a_folder_needs_a_plain_name_too(root: Path) -> None:
    (root / "docs/A folder").mkdir()
    assert [text.splitlines()[0] for text in messages(root)] == ["docs/A folder:1"]


def test_the_name_of_an_unknown_file_in_data_is_shown_in_printable_characters(root: Path) -> None:
    (root / "data/cla\x1b[2Jims.yml").write_text("")
    assert messages(root)[0].startswith(
        "data/cla\\u001b[2Jims.yml:1\n    is not a table of the guide."
    )


# --- links ---


@pytest.mark.parametrize(
    "place", ["docs/x.md", "docs/pay", "data/claims.yml", "data/schemas", "overrides/assets", "overrides/x.js"]
)  # fmt: skip
@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../no-such-file"])
def test_a_link_out_of_the_project_is_refused(root: Path, place: str, target: str) -> None:
    (root / "overrides").mkdir()
    link = root / place
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    assert [text for text in messages(root) if text.startswith(f"{place}:1")] == [
        f"{place}:1\n    {LINKED}"
    ]


def test_folders_that_are_links_are_refused_whole(root: Path) -> None:
    (root / "overrides").symlink_to("/etc")
    assert messages(root) == [f"overrides:1\n    {LINKED}"]


# --- characters ---

TURNED = {
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "zero width space": "\u200b",
    "line separator": "\u2028",
    "tag letter": "\U000e0041",
    "byte order mark": "\ufeff",
}
REFUSED = "holds the invisible character U+{:04X}, which changes how the text reads. Remove it."


@pytest.mark.parametrize("mark", TURNED.values(), ids=TURNED)
def test_invisible_characters_are_refused_in_every_kind_of_file(root: Path, mark: str) -> None:
    write_tables(root, glossary=[row("glossary"), row("glossary", id="b", term=f"a{mark}b")])
    rows = [row("levels"), row("levels", level=65, pm_title=f"a{mark}b")]
    (root / "data/levels.csv").write_text(table_text("levels", rows), encoding="utf-8")
    (root / "docs/page.md").write_text(f"{HEAD}\n\na{mark}b\n", encoding="utf-8")
    report = REFUSED.format(ord(mark))
    assert [text for text in messages(root) if report in text] == [
        f"data/glossary.yml:2\n    {report}",
        f"data/levels.csv:3\n    {report}",
        f"docs/page.md:10\n    {report}",
    ]


@pytest.mark.parametrize(
    ("escape", "report"),
    [
        (r"\u202e", REFUSED.format(0x202E)),
        (r"\U000E0041", REFUSED.format(0xE0041)),
        (r"\e[31m", "holds the control character U+001B. Remove it."),
        (r"\0", "holds the control character U+0000. Remove it."),
    ],
)
@pytest.mark.parametrize("line", ['term: "{}"', '"{}": x', 'sources: ["{}"]'])
def test_an_escape_does_not_bring_them_in(root: Path, escape: str, report: str, line: str) -> None:
    text = "- id: a\n  " + line.format(escape) + "\n"
    (root / "data/glossary.yml").write_text(text)
    assert [t for t in messages(root) if "data/glossary.yml:2" in t] == [
        f"data/glossary.yml:2\n    {report}"
    ]


@pytest.mark.parametrize("text", ["שלום", "العربية", "न्‍", "👩‍👩‍👧", "Zoë", "a\u00a0b"])
def test_other_scripts_are_welcome(tmp_path: Path, text: str) -> None:
    guide = guide_of(tmp_path, glossary=[row("glossary", term=text)])
    assert guide["glossary"]["a-term"].term == text


def test_no_file_of_the_project_holds_an_invisible_character() -> None:
    """Code and workflows too: what a reviewer reads is what runs."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    paths = [PROJECT / name for name in names.split("\0") if name]
    texts = {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.is_file() and path.suffix not in (".png", ".jpg", ".webp")
    }
    assert len(texts) > 100
    assert [name for name, text in texts.items() if INVISIBLE.search(text)] == []


# --- front matter ---


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("hide: &a [x]\ntags: [pm]", 4),
        ("tags: [pm]\nhide: *a", 5),
        ("tags: !!python/object/apply:os.system [id]", 4),
        ("tags: !!binary aGk=", 4),
    ],
)
def test_anchors_and_tags_in_front_matter_are_refused(root: Path, head: str, line: int) -> None:
    text = f"---\ntitle: A page\ndescription: {DESCRIPTION}\n{head}\n---\n"
    (root / "docs/page.md").write_text(text)
    report = f"docs/page.md:{line}\n    front matter may hold no anchor, alias or tag. Write each value out."
    assert report in messages(root)


def test_a_bomb_of_merged_keys_in_front_matter_ends_at_once(root: Path) -> None:
    """Ten keys merged ten times, nine times over: without the rule, PyYAML works on this for ever."""
    bomb = "hide:\n  a0: &a0 {x: 1}\n"
    bomb += "".join(
        f"  a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}\n" for n in range(1, 10)
    )
    (root / "docs/page.md").write_text(f"---\ntitle: A page\n{bomb}---\n")
    start = time.process_time()
    assert any("may hold no anchor" in text for text in messages(root))
    assert time.process_time() - start < 5


def test_the_other_end_of_front_matter_hides_nothing(root: Path) -> None:
    """MkDocs also takes `...` for the end, so what follows would be the page and not front matter."""
    head = HEAD.split("---\n")[1]
    (root / "docs/page.md").write_text(
        f"---\n{head}hide:\n  - toc\n...\n\n  <img src=x onerror=alert(1)>\n---\n"
    )
    assert any("the front matter is not valid YAML" in text for text in messages(root))


# --- every text field of every model: refused, or one of the texts that test_hostile_text.py renders ---

HOSTILE_VALUES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[[= x =]]",
    "https://example.org/\"onmouseover='alert(1)'",
    "https://example.org/\nx",
    "https://user@example.org/",
    "../../etc/passwd",
    "a\n",
)


def cells(table: str) -> list[str]:
    """The fields of a sample row whose value is a text."""
    return [name for name, value in row(table).items() if isinstance(value, str)]


@pytest.mark.parametrize("table", TABLE_BY_NAME)
def test_a_field_takes_hostile_text_as_free_text_or_refuses_it(
    tmp_path: Path, table: str, free_text: Callable[[str], set[str]]
) -> None:
    for field in set(cells(table)) - free_text(table):
        refused = refused_lines(tmp_path, table, field)
        accepted = [v for line, v in enumerate(HOSTILE_VALUES) if line not in refused]
        assert not accepted, f"{table}.{field} takes {accepted}"


def refused_lines(root: Path, table: str, field: str) -> set[int]:
    """Which of HOSTILE_VALUES are refused in a field, each tried in a row of its own, by their index."""
    rows = [{**row(table), field: value} for value in HOSTILE_VALUES]
    write_tables(root, **{table.replace("-", "_"): rows})
    found = check_everything(root).problems
    # An entry of a list is named by its number: `codes.1`.
    problems = [problem for problem in found if problem.field.split(".")[0] == field]
    assert all(problem.line >= 1 and problem.message for problem in problems)
    if not TABLE_BY_NAME[table].is_csv:
        return {problem.line - 1 for problem in problems}
    # A value with a newline takes two lines of a CSV file: each row is known by the line it starts on.
    text = table_text(table, rows)
    starts = {line: n for n, line in enumerate(_row_starts(text))}
    return {starts[problem.line] for problem in problems}


def _row_starts(text: str) -> list[int]:
    reader = csv.reader(io.StringIO(text))
    next(reader)
    starts = [reader.line_num + 1]
    starts += [reader.line_num + 1 for _ in reader]
    return starts[:-1]


@pytest.fixture
def free_text() -> Callable[[str], set[str]]:
    """The fields of a table that hold free text, as the test of the components knows them."""
    from tests.view.test_hostile_text import text_fields

    return lambda table: set(text_fields(TABLE_BY_NAME[table].model))


def test_published_tables_are_read_by_other_programs_as_they_are_here(tmp_path: Path) -> None:
    """A cell with a quote, a comma and a newline comes back whole, so that none can grow into two."""
    hostile = 'a "quoted", two\nlines'
    rows = [row("levels", pm_title=hostile)]
    (tmp_path / "levels.csv").write_text(table_text("levels", rows), encoding="utf-8")
    text = (tmp_path / "levels.csv").read_text(encoding="utf-8")
    assert next(csv.DictReader(io.StringIO(text)))["pm_title"] == hostile
