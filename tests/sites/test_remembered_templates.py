"""A page that a template is remembered to have made is the one it makes, and whatever it shows makes it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation

from hooks import remember_templates

SETTINGS = """\
site_name: Tiny
site_url: https://example.org/
theme: {name: null, custom_dir: theme}
nav:
  - First: index.md
  - Second: [{"Below": second.md}, {"Alone": third.md}]
"""
# All that the theme's templates ask of a page: themselves, its neighbors, and each entry of the menu.
MAIN = """\
{{ config.site_name }} {{ config.extra.word }} {{ base_url }} {{ build_date_utc }}
{% for tag in tags %}{{ tag.links[0].url }}{% endfor %}
{{ page.title }} {{ page.meta.hide }} {{ page.canonical_url }} {{ page.edit_url }} {{ page.content }}
{% for link in page.toc %}{{ link.title }} {{ link.url }}
{% for each in link.children %}{{ each.id }}{% endfor %}{% endfor %}
{{ page.previous_page.title }} {{ page.next_page.url }} {% for each in page.ancestors %}{{ each.title }}{% endfor %}
{% for item in nav recursive %}{{ item.title }} {{ item.url }} {{ item.meta.icon if item.is_page }} {{ item.active }}
{% if item.children %}{{ loop(item.children) }}{% endif %}{% endfor %}
{% include "part.html" %}
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "theme/main.html": MAIN,
    "theme/part.html": "A part",
    "docs/index.md": "# First\n\n## Part\n\n### Under it\n",
    "docs/second.md": "# Second\n\nText.\n",
    "docs/third.md": "# Third\n",
}


class Pages:
    """The pages of a tiny site, as often as they are made."""

    def __init__(self, root: Path) -> None:
        self.root, self.made = root, 0
        self.answers: dict[tuple[str, ...], str] = {}
        for path, text in FILES.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")

    def recall(self, made_of: tuple[str, ...], make: Callable[[], str]) -> str:
        """A memory that never forgets."""
        if made_of not in self.answers:
            self.made += 1
            self.answers[made_of] = make()
        return self.answers[made_of]

    def build(self, *, remembering: bool = True, to: str = "site", **given: Any) -> list[str]:
        """Each page as the template makes it, with what else it is given."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / to))
        files = get_files(config)
        nav = get_navigation(files, config)
        for page in nav.pages:
            page.read_source(config)
            page.render(config, files)
        env: Any = config.theme.get_env()
        if remembering:
            env.template_class = remember_templates.RememberingTemplate
            env.recall, env.shaped_by = self.recall, ""
        return list(self._made(config, files, nav, env, given))

    def _made(self, config: Any, files: Any, nav: Any, env: Any, given: Any) -> Iterator[str]:
        for page in nav.pages:
            page.active = True
            context = {**get_context(nav, files, config, page), **given}
            yield env.get_template("main.html").render(context)
            page.active = False

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces a text of a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pages:
    monkeypatch.setenv(
        "SOURCE_DATE_EPOCH", "0"
    )  # as hooks/macros.py does: a page names no other day
    return Pages(tmp_path)


def test_remembered_pages_are_the_same_and_made_once(pages: Pages) -> None:
    plain = pages.build(remembering=False)
    assert [pages.build() for _ in range(2)] == [plain, plain]
    assert pages.made == len(plain)


def test_a_build_to_another_folder_remembers_them_as_the_rebuild_of_a_server_does(
    pages: Pages,
) -> None:
    assert pages.build() == pages.build(to="site.next")
    assert pages.made == 3


# What is edited, and how many of the three pages are other ones then.
EDITS = {
    "the page": ("docs/second.md", "Text.", "Words.", 1),
    "its contents": ("docs/index.md", "### Under it", "### Below it", 1),
    "what it says of itself": ("docs/second.md", "# Second", "---\nhide: [toc]\n---\n# Second", 1),
    "what a page says to the menu": (
        "docs/second.md",
        "# Second",
        "---\nicon: a\n---\n# Second",
        3,
    ),
    "the title of another page": ("mkdocs.yml", "Alone", "By itself", 3),
    "the order": (
        "mkdocs.yml",
        '{"Below": second.md}, {"Alone": third.md}',
        '{"Alone": third.md}, {"Below": second.md}',
        3,
    ),
    "the name of the site": ("mkdocs.yml", "Tiny", "Small", 3),
    "its address": ("mkdocs.yml", "example.org", "example.com", 3),
    "a setting": ("mkdocs.yml", "nav:", "extra: {word: x}\nnav:", 3),
    "the template": ("theme/main.html", "{{ page.content }}", "<p>{{ page.content }}</p>", 3),
    "a part of it": ("theme/part.html", "A part", "Another", 3),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_an_edit_makes_each_page_anew_that_shows_it(
    pages: Pages, edit: tuple[str, str, str, int]
) -> None:
    before = pages.build()
    *replaced, changed = edit
    pages.edit(*replaced)
    after = pages.build()
    assert after == pages.build(remembering=False)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == changed


def test_what_a_plugin_gives_a_template_makes_pages_anew(pages: Pages) -> None:
    def tagged(url: str) -> list[str]:
        tag = SimpleNamespace(name="pm", links=[SimpleNamespace(url=url)])
        return pages.build(tags=[tag])

    assert tagged("a/") == tagged("a/")
    assert pages.made == 3
    assert tagged("a/") != tagged("b/")
