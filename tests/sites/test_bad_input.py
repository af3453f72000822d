"""The whole way from a data file to `mkdocs build`: bad rows stop it with every problem, hostile texts stay texts."""

from __future__ import annotations

import json
import re
from typing import Any

import html5lib
import pytest
from guide.publish.schema_org import DATASET_FILES

from tests.sites.tiny_site import Site, copy_of_guide
from tests.view.spoiling import SHOWN

OLD = {"index.html": b"the last good site"}


def last_line(guide: Site, path: str) -> int:
    return (guide.root / path).read_bytes().count(b"\n")


def spoil(guide: Site) -> list[str]:
    """One fault of each kind, and what the build has to say of it."""
    glossary, end = "data/glossary.yml", last_line(guide, "data/glossary.yml")
    guide.append(
        glossary,
        b"- id: Bad Id\n  term: A\n  track: pm\n  definition: D\n"
        b"- id: twice\n  term: A\n  term: B\n  track: neither\n  definition: D\n",
    )
    guide.append("data/levels.csv", b'80,"open\n')
    guide.append("data/questions.yml", b"# \xff\n")
    tracks = guide.root / "data/tracks.yml"
    tracks.unlink()
    tracks.symlink_to("/etc/hostname")
    guide.write("docs/pay/levels.md", b"---\ntitle: x\ndescription: \xff\n---\n")
    return [
        f"{glossary}:{end + 1}: Bad Id / id\n    'Bad Id' must look like ",
        f"{glossary}:{end + 7}: twice / term\n    'term' appears twice in one row; first on line {end + 6}.",
        f"{glossary}:{end + 8}: twice / track\n    'neither' is not allowed. Allowed: both, pm, pmm.",
        f"data/levels.csv:{last_line(guide, 'data/levels.csv')}\n    is not valid CSV: ",
        f"data/questions.yml:{last_line(guide, 'data/questions.yml')}\n    byte 0xff is not UTF-8.",
        "data/tracks.yml:1\n    is a symbolic link.",
        "docs/pay/levels.md:3\n    byte 0xff is not UTF-8.",
    ]


def test_every_kind_of_bad_row_is_reported_in_one_build_that_harms_nothing(
    guide_copy: Site,
) -> None:
    guide_copy.write("site/index.html", OLD["index.html"])
    reports = spoil(guide_copy)
    run = guide_copy.build("-q")
    assert run.code == 1
    assert "Traceback" not in run.output
    for report in reports:
        assert report in run.output
    assert guide_copy.published() == OLD


@pytest.mark.long
def test_rows_that_contradict_each_other_stop_the_build(guide_copy: Site) -> None:
    """Rows that are right one by one: what only a rule over several of them can see."""
    guide_copy.write("site/index.html", OLD["index.html"])
    guide_copy.replace("data/compensation.csv", "total,average,274000,", "total,average,474000,")
    guide_copy.replace("data/glossary.yml", "- id: activation\n", "- id: a-b-test\n")
    guide_copy.replace(
        "data/article-figures.csv", "article-pm-64-stock,455000,", "article-pm-64-stock,770000,"
    )
    run = guide_copy.build("-q")
    assert run.code == 1
    assert "474000 is not the sum of base, stock and bonus, which is 274245." in run.output
    assert "'a-b-test' is already used on line 3." in run.output
    assert "770000 is not one year of base plus a quarter of the grant." in run.output
    assert "try:  restated_per_year: 455000" in run.output
    assert guide_copy.published() == OLD


@pytest.fixture(scope="module")
def hostile_guide(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The guide, built with hostile texts in the first row of some tables."""
    site = copy_of_guide(tmp_path_factory.mktemp("hostile"))
    for name, field in (("mistakes", "title"), ("glossary", "term"), ("faq", "answer")):
        file = f"data/{name}.yml"
        text = (site.root / file).read_text(encoding="utf-8")
        quoted = "'" + SHOWN.replace("'", "''") + "'"
        spoilt = re.sub(
            rf"^  {field}: .*$",
            lambda _, f=field, q=quoted: f"  {f}: {q}",
            text,
            count=1,
            flags=re.M,
        )
        site.write(file, spoilt)
    run = site.build("-q")
    assert run.code == 0, run.output
    return site


@pytest.mark.long
def test_a_hostile_text_of_a_data_file_is_only_text_on_the_page(hostile_guide: Site) -> None:
    """Through the file, the loader, the component, Markdown, the hooks and the theme."""
    guide_copy = hostile_guide
    heading = _texts(guide_copy, "mistakes/index.html", "h3")
    assert any(text.startswith(SHOWN) for text in heading)
    assert SHOWN in _texts(guide_copy, "reference/glossary/index.html", "dt", own=True)
    for path in ("mistakes/index.html", "reference/glossary/index.html"):
        page = guide_copy.published()[path]
        assert b"alert(1)</script>" not in page
        assert "alert(1)" not in "".join(_scripts(guide_copy, path))
        # The table of contents included. What the other track's rows are folded behind is ours.
        assert set(_texts(guide_copy, path, "b")) <= {"Show", "Hide"}


@pytest.mark.long
def test_descriptions_lead_to_what_is_published(hostile_guide: Site) -> None:
    published = hostile_guide.published()
    address = next(
        step["item"]
        for found in _descriptions(hostile_guide, "pay/levels/index.html")
        for step in found["itemListElement"]
    )
    files = _descriptions(hostile_guide, "pay/method/index.html")[1]["distribution"]
    assert {file["contentUrl"].removeprefix(address) for file in files} <= set(published)
    assert _descriptions(hostile_guide, "index.html") == []


@pytest.mark.long
def test_the_pay_tables_are_published_byte_for_byte(hostile_guide: Site) -> None:
    found = {
        path: content
        for path, content in hostile_guide.published().items()
        if path.startswith("data/")
    }
    assert {f"data/{name}.csv": found[f"data/{name}.csv"] for name in DATASET_FILES} == {
        f"data/{name}.csv": (hostile_guide.root / f"data/{name}.csv").read_bytes()
        for name in DATASET_FILES
    }


JSON = "application/ld+json"


def _descriptions(site: Site, path: str) -> list[dict[str, Any]]:
    root = html5lib.parse((site.root / "site" / path).read_bytes(), namespaceHTMLElements=False)
    return [json.loads(e.text or "") for e in root.iter("script") if e.get("type") == JSON]


def _scripts(site: Site, path: str) -> list[str]:
    """The scripts that a browser runs."""
    root = html5lib.parse((site.root / "site" / path).read_bytes(), namespaceHTMLElements=False)
    return [e.text or "" for e in root.iter("script") if e.get("type") != JSON]


def _texts(site: Site, path: str, tag: str, *, own: bool = False) -> list[str]:
    """The texts of all elements with this tag, whitespace collapsed; `own` leaves out those of children."""
    root = html5lib.parse((site.root / "site" / path).read_bytes(), namespaceHTMLElements=False)
    found = root.iter(tag)
    return [" ".join(((e.text or "") if own else "".join(e.itertext())).split()) for e in found]
