"""The sites that the search is measured on: ours, the same with the theme's own search, and ours with more content."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

from guide.publish.search.documents import Document, Rendered, documents
from guide.publish.search.files import extras
from guide.publish.search.inverted_index import index_files
from guide.publish.search.query_titles import query_titles
from guide.publish.search.synonyms import groups
from guide.rows.loading import load_guide

from maintaining.built_pages import built_pages
from tests.built.site import PROJECT, build

# Without our hook nothing is taken from the index, and nothing is at the end of links to data and feed, which a strict
# build refuses. The hook that publishes whole builds needs the command line.
STOCK = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
left_out = ("finish_site.py", "publish_whole_builds.py")
config = load_config(config_file=sys.argv[1], site_dir=sys.argv[2])
names = [name for name in config.hooks if not name.endswith(left_out)]
config = load_config(config_file=sys.argv[1], site_dir=sys.argv[2], hooks=names, strict=False)
config.plugins.on_startup(command="build", dirty=False)
build(config)
"""
SECONDS = 300
ARTICLE = re.compile(r'<article class="md-content__inner.*</article>', re.S)


def build_ours(folder: Path) -> None:
    """The guide as it is published."""
    build(folder)


def build_stock(folder: Path) -> None:
    """The guide with the theme's own search and its whole index."""
    command = [sys.executable, "-c", STOCK, str(PROJECT / "mkdocs.yml"), str(folder)]
    subprocess.run(command, check=True, cwd=PROJECT, timeout=SECONDS)


def multiply(site: Path, unfinished: Path, folder: Path, times: int) -> None:
    """A copy of a built site whose search knows `times` the documents: the real ones, and others of the same words.

    `unfinished` is the same site before its pages are finished, as `build_stock` leaves it.
    """
    shutil.copytree(site, folder)
    guide = load_guide(PROJECT)
    pages = rendered_pages(unfinished)
    real = list(documents(pages, {}))
    words = [word for document in real for word in document.text.split()]
    chance = random.Random(4)
    made = [_like(document, copy, words, chance) for copy in range(1, times) for document in real]
    shutil.rmtree(folder / "search" / "words")
    shutil.rmtree(folder / "search" / "texts")
    titles = query_titles(guide, real)
    packed = index_files([*real, *made], groups(guide), extras(guide, pages, ""), titles)
    for name, text in packed.items():
        path = folder / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def rendered_pages(unfinished: Path) -> list[Rendered]:
    """The pages of an unfinished site. Finished ones no longer say of which kind each place is."""
    return [
        Rendered(url, page.title, "", ARTICLE.search(page.html)[0])
        for url, page in built_pages(unfinished).items()
        if url != "404.html"
    ]


def _like(document: Document, copy: int, words: list[str], chance: random.Random) -> Document:
    """Another document of the same length, some of its words new to the guide."""
    text = " ".join(chance.choices(words, k=len(document.text.split())))
    title = " ".join(chance.choices(words, k=max(1, len(document.title.split()) - 1)))
    new = "".join(chance.choices("abcdefghilmnoprstuv", k=7)) if chance.random() < 0.1 else ""
    url = f"copy-{copy}/{document.url}"
    return Document(
        url, document.anchor, document.kind, f"{title} {new}", document.track, "", [text]
    )
