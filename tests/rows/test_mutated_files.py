"""Whatever happens to a file, it loads, or each of its problems has a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules import RULES
from guide.check.voice import Voice
from guide.pages.calls import parse_calls
from guide.pages.page import Page
from guide.rows.loading import Guide, load_guide
from guide.rows.readers.files import Unreadable, read_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.guides import PROJECT, write_tables

ABOUT_PAGES = ("pages_", "page_", "macro", "front", "terms", "pictures")
STABLE = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def mutated(draw: st.DrawFn, text: bytes) -> bytes:
    """A file after a few of the accidents that editors and mergers cause."""
    data = bytearray(text)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data) - 1))
        how = draw(st.sampled_from(["flip", "cut", "insert", "double", "line"]))
        if how == "flip":
            data[at] = draw(st.integers(0, 255))
        elif how == "cut":
            del data[at : at + draw(st.integers(1, 40))]
        elif how == "insert":
            piece = draw(st.sampled_from(PIECES) | st.binary(min_size=1, max_size=4))
            data[at:at] = piece
        elif how == "double":
            data[at:at] = data[at : at + draw(st.integers(1, 120))]
        else:
            start = data.rfind(b"\n", 0, at) + 1
            data[start:start] = draw(st.sampled_from(PIECES)) + b"\n"
        data = data or bytearray(b"\n")
    return bytes(data)


PIECES = [
    b"- ", b": ", b"&a ", b"*a", b"!!int ", b"'", b'"', b"\t", b"{", b"[", b"[[[[[[[[", b"---", b"|", b">", b"#", b"%",
    b"\0", b"\xff", b"\r", b"\r\n", b"\xef\xbb\xbf", "\u202e".encode(), "\u2028".encode(), b"\x85", b",", b";", b"? ",
    b"[[=", b"=]]", b"[[%", b"[[#", b"[[= cite(", b"[[= x.y =]]", b"[[= cite(5) =]]", b"<script>", b"```", b"<!--",
    "٢".encode(), b"id", b"null", b"  id: x", b"  a[b: x", b"  none: 1",
]  # fmt: skip


def located(found: list, file: str, length: int) -> None:
    """Every problem names the file and a line that it has."""
    for problem in found:
        assert problem.file == file
        assert 1 <= problem.line <= length + 1
        assert problem.message


@pytest.fixture(scope="module")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mutated")
    write_tables(root)
    return root


def start_of(file: str, lines: int) -> bytes:
    text = (PROJECT / file).read_text(encoding="utf-8")
    return "".join(text.splitlines(keepends=True)[:lines]).encode()


# Without the call that renders twenty other pages, to say how long they take to read.
PAGE = start_of("docs/index.md", 30).replace(b"[[= reader_paths() =]]\n", b"")


@STABLE
@given(content=mutated(start_of("data/sources.yml", 40)))
def test_a_mutated_yaml_file_loads_or_has_located_problems(
    small_root: Path, content: bytes
) -> None:
    check_mutation(small_root, "data/sources.yml", content)


@pytest.mark.long
@STABLE
@given(content=mutated(start_of("data/offer-facts.yml", 60)))
def test_a_mutated_file_with_groups_loads_or_has_located_problems(
    small_root: Path, content: bytes
) -> None:
    check_mutation(small_root, "data/offer-facts.yml", content)


@STABLE
@given(content=mutated(start_of("data/levels.csv", 16)))
def test_a_mutated_csv_file_loads_or_has_located_problems(small_root: Path, content: bytes) -> None:
    check_mutation(small_root, "data/levels.csv", content)


def check_mutation(root: Path, file: str, content: bytes) -> None:
    """Loads the guide with one file replaced and applies every rule to what is left of it."""
    path = root / file
    good = path.read_bytes()
    path.write_bytes(content)
    try:
        guide = load_guide(root)
    finally:
        path.write_bytes(good)
    located(list(guide.problems), file, content.count(b"\n") + 1)
    for rule in RULES:
        for problem in rule(guide, []):
            assert problem.file.startswith("data/") and problem.line >= 1


@STABLE
@given(content=mutated(PAGE))
def test_a_mutated_page_is_fine_or_has_located_problems(
    real_guide: Guide, small_root: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(Voice, "tables", ())  # what rows say is the same each time
    path = small_root / "page.md"
    path.write_bytes(content)
    try:
        page = Page("index.md", "page.md", read_text(path, small_root))
    except Unreadable as fault:
        located([fault.problem], "page.md", content.count(b"\n") + 1)
        return
    parse_calls(page)
    found = [*page.problems]
    for rule in RULES:
        about = rule.__module__
        # What is wrong with a page that a row names is reported at the row, and all but one page are missing here.
        if ".rows." not in about and any(word in about for word in ABOUT_PAGES):
            found += rule(real_guide, [page])
    located(found, "page.md", content.count(b"\n") + 1)
