"""A page that is remembered is the page that Markdown makes, and each kind of edit reaches the next build."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from hooks import remember_markdown
from tests.sites.tiny_site import copy_of_guide, snapshot

PAGES = {
    "index.md": "# Home\n\n[One](one.md#part)\n\n[None](none.md)\n\n[Below](#nowhere)\n",
    "one.md": "# *One* & only\n\n## Part\n\n### Under it\n\nText[^1].\n\n[^1]: Note\n\n## Part\n",
    "plain.md": "No heading.\n",
}
SETTINGS = {
    "site_name": "Tiny",
    "theme": "mkdocs",
    "validation": {"links": {"anchors": "warn"}},
    "markdown_extensions": ["footnotes", {"toc": {"permalink": True}}],
}
MARK = "Marked-by-the-test"


class Pages:
    """The pages of a tiny site, as often as they are made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.answers: dict[tuple[str, ...], Any] = {}
        self.made: list[str] = []
        (root / "docs").mkdir()
        for name, text in PAGES.items():
            (root / "docs" / name).write_text(text, encoding="utf-8")
        (root / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), encoding="utf-8")

    def recall(self, made_of: tuple[str, ...], make: Any) -> Any:
        """A memory that never forgets."""
        if made_of not in self.answers:
            self.made.append(made_of[1])
            self.answers[made_of] = make()
        return self.answers[made_of]

    def build(self, *, remembering: bool) -> dict[str, Any]:
        """What a build knows of each page once it is made."""
        config = load_config(str(self.root / "mkdocs.yml"))
        files = get_files(config)
        nav = get_navigation(files, config)
        remember_markdown.on_nav(nav, config=config, files=files)
        found = {}
        for page in nav.pages:
            page.read_source(config)
            if remembering:
                remember_markdown.with_cached_render(page, self.recall)
            page.render(config, files)
            linked = {to.src_uri: names for to, names in (page.links_to_anchors or {}).items()}
            found[page.file.src_uri] = (
                *(page.content, page.title, str(page.toc), page.present_anchor_ids, linked),
                [getattr(link, "active", False) for link in page.toc],
            )
        return found


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def test_a_remembered_page_is_the_same(pages: Pages) -> None:
    plain = pages.build(remembering=False)
    assert [pages.build(remembering=True) for _ in range(2)] == [plain, plain]
    assert sorted(pages.made) == sorted(PAGES)


def test_a_link_that_leads_nowhere_is_reported_by_every_build(
    pages: Pages, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")
    for _ in range(2):
        caplog.clear()
        pages.build(remembering=True)
        [record] = [each for each in caplog.records if "none.md" in each.getMessage()]
        assert record.levelno == logging.WARNING


def test_an_edited_page_is_made_again_and_no_other(pages: Pages) -> None:
    pages.build(remembering=True)
    pages.made.clear()
    (pages.root / "docs/plain.md").write_text("Other words.\n", encoding="utf-8")
    assert "Other words." in pages.build(remembering=True)["plain.md"][0]
    assert pages.made == ["plain.md"]


def test_pages_are_made_again_when_another_file_may_be_linked_to(pages: Pages) -> None:
    pages.build(remembering=True)
    pages.made.clear()
    (pages.root / "docs/none.md").write_text("# Here\n", encoding="utf-8")
    assert 'href="none/"' in pages.build(remembering=True)["index.md"][0]
    assert len(pages.made) == len(PAGES) + 1


def test_what_a_page_is_found_by_does_not_grow_with_the_number_of_files(pages: Pages) -> None:
    def lengths() -> dict[str, int]:
        pages.answers.clear()
        pages.build(remembering=True)
        return {made_of[1]: sum(map(len, made_of)) for made_of in pages.answers}

    before = lengths()
    for number in range(50):
        (pages.root / "docs" / f"more-{number}.md").write_text("# More\n", encoding="utf-8")
    assert lengths().items() >= before.items()


def test_pages_are_made_again_when_markdown_is_set_up_otherwise(pages: Pages) -> None:
    pages.build(remembering=True)
    changed = {**SETTINGS, "markdown_extensions": ["footnotes"]}
    (pages.root / "mkdocs.yml").write_text(yaml.safe_dump(changed), encoding="utf-8")
    assert "headerlink" not in pages.build(remembering=True)["one.md"][0]


# A file of the guide, what is replaced in it, and by what; then a file of the site that must show it.
EDITS = [
    ("docs/loops/after.md", "\n## ", f"\nWords {MARK}.\n\n## ", "loops/after/index.html"),
    ("data/glossary.yml", "definition: ", f"definition: {MARK} ", "reference/glossary/index.html"),
    ("hooks/guide/facts/labels.py", '"Microsoft says"', f'"{MARK}"', "loops/pm/index.html"),
    (
        "overrides/components/page_sources.html",
        *("What the grades mean", MARK, "roles/pm/index.html"),
    ),
    ("overrides/main.html", ">Topics</a>", f">{MARK}</a>", "404.html"),
    ("mkdocs.yml", "permalink_title: Link", f"permalink_title: {MARK}", "mistakes/index.html"),
    ("mkdocs.yml", "- Choose a track: roles", f"- {MARK}: roles", "roles/move/index.html"),
    ("hooks/guide/publish/page_texts.py", "CC BY 4.0.", f"CC BY 4.0 {MARK}.", "mistakes/page.md"),
]
SECONDS = 1_200


@pytest.mark.long
def test_each_kind_of_edit_reaches_the_site_as_if_nothing_had_been_remembered(
    tmp_path: Path,
) -> None:
    guide = copy_of_guide(tmp_path)
    assert guide.build(timeout=SECONDS).code == 0
    for path, old, new, _ in EDITS:
        text = (tmp_path / path).read_text(encoding="utf-8")
        guide.write(path, text.replace(old, new, 1))
    run = guide.build(timeout=SECONDS)
    assert run.code == 0, run.output
    edited = snapshot(tmp_path / "site")
    shutil.rmtree(tmp_path / ".cache")
    assert guide.build(timeout=SECONDS).code == 0
    anew = snapshot(tmp_path / "site")
    assert [path for path in {**edited, **anew} if edited.get(path) != anew.get(path)] == []
    assert [path for *_, path in EDITS if MARK.encode() not in edited[path]] == []
