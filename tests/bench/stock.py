"""What stock Material for MkDocs takes for the same pages: their Markdown with every macro call written out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from guide.check.linter import check_everything
from guide.pages.page import Page
from guide.view.render import RenderedPages

from tests.bench.generating import PROJECT

CALL = re.compile(r"\[\[=.*?=\]\]", re.S)
OURS = ("hooks", "watch", "extra", "extra_css", "extra_javascript", "copyright")


def write_stock_project(folder: Path, root: Path = PROJECT) -> Path:
    """Write the pages of `root` and a configuration without anything of ours into `folder`; returns that."""
    pages = check_everything(root).pages
    for page in pages:
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written_out(page, pages), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(stock_settings(root), sort_keys=False), encoding="utf-8")
    return config


def written_out(page: Page, pages: RenderedPages) -> str:
    """The Markdown of a page with the HTML of each call in its place; a template of ours is left to the theme."""
    html = iter(pages.calls(page))
    text = CALL.sub(lambda _: next(html).html, page.text)
    return re.sub(r"^template: .*\n", "", text, flags=re.M)


def stock_settings(root: Path) -> dict[str, Any]:
    """Our settings without hooks, macros, overrides, styles and scripts: theme, extensions, menu, search and tags."""
    settings: dict[str, Any] = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Plain)
    for name in OURS:
        settings.pop(name, None)
    theme = settings["theme"]
    for name in ("custom_dir", "static_templates", "favicon", "logo"):
        theme.pop(name, None)
    return {
        **settings,
        "site_url": "https://example.org/",
        "strict": False,
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
        "plugins": ["search", "tags"],
    }


class _Plain(yaml.SafeLoader):
    """Reads mkdocs.yml without knowing what its tags, such as `!ENV`, stand for."""


_Plain.add_multi_constructor("!", lambda *_: None)
