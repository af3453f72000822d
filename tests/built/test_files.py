"""The files beside the pages: sitemap, robots.txt, search index; and that a second build gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from xml.etree import ElementTree

from guide.pages.navigation import parts
from guide.rows.loading import load_guide

from tests.built.site import PROJECT, SITE_URL, BuiltSite

SITEMAP_NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_a_strict_build_warns_of_nothing(site: BuiltSite) -> None:
    assert [line for line in site.log.splitlines() if re.search("WARNING|ERROR", line)] == []


def test_the_sitemap_holds_the_navigation_and_nothing_else(site: BuiltSite) -> None:
    root = ElementTree.parse(site.root / "sitemap.xml").getroot()
    listed = [element.text for element in root.iter(SITEMAP_NAME + "loc")]
    paths = [path for part in parts(PROJECT).values() for _, path in part]
    assert sorted(listed) == sorted(_url(path) for path in paths)


def _url(source: str) -> str:
    stem = source.removesuffix(".md")
    return SITE_URL + ("" if stem == "index" else stem.removesuffix("/index") + "/")


def test_robots_may_read_everything_and_learn_of_the_sitemap(site: BuiltSite) -> None:
    path = site.root / "robots.txt"
    assert path.is_file(), "robots.txt is not published"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "User-agent: *" in lines
    assert f"Sitemap: {SITE_URL}sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_the_search_index_holds_every_mistake_and_term(site: BuiltSite) -> None:
    files = (json.loads(p.read_text(encoding="utf-8")) for p in site.root.glob("search/texts/*"))
    found = "\n".join(title for places in files for _, title, _ in places)
    guide = load_guide(PROJECT)
    wanted = [row.title for row in guide["mistakes"].values()]
    wanted += [row.term for row in guide["glossary"].values()]
    assert [text for text in wanted if " ".join(text.split()).rstrip(".") not in found] == []


def test_nothing_is_published_that_a_reader_does_not_need(site: BuiltSite) -> None:
    sources = (".md", ".py", ".yml", ".yaml", ".j2", ".log", ".bak", ".orig")
    texts = ("page.md", "guide-pm.md", "guide-pmm.md")
    published = [name for name in site.files() if not name.startswith("prompts/")]
    assert [name for name in published if name.endswith(sources) and not name.endswith(texts)] == []


def test_each_script_sheet_and_picture_is_named_by_something(site: BuiltSite) -> None:
    """A file that no page, script, sheet or list names is carried along for nobody."""
    kinds = {".html", ".js", ".css", ".json"}
    texts = {
        name: (site.root / name).read_text(encoding="utf-8")
        for name in site.files()
        if Path(name).suffix in kinds and name != "offline.json" and "/data/" not in name
    }
    assets = [n for n in site.files() if n.startswith("assets/") and "/data/" not in n]
    named = [
        n for n in assets if any(n.rpartition("/")[2] in t for k, t in texts.items() if k != n)
    ]
    assert named
    left = set(assets) - set(named)
    assert [name for name in sorted(left) if "/LICENSE-" not in name] == []


def test_every_page_has_its_text_with_its_sources_and_the_index_names_it(site: BuiltSite) -> None:
    index = (site.root / "llms.txt").read_text(encoding="utf-8")
    for page in site.content_pages:
        text = (site.root / page.url / "page.md").read_text(encoding="utf-8")
        assert text.startswith("# "), page.url
        assert text.count("\n# ") == 0, page.url
        assert "[[=" not in text and "<div" not in text, page.url
        assert f"({SITE_URL}{page.url}page.md)" in index
        for number in range(1, page.html.count('class="source__number') + 1):
            # Sources of one statement are one mark: `[1, 4, Microsoft says, secondary]`.
            assert re.search(rf"\[(\d+, )*{number}, ", text), f"{page.url} lost source {number}"


def test_the_text_of_the_downloads_gives_their_sizes_too(site: BuiltSite) -> None:
    text = (site.root / "reference/downloads/page.md").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith("- [")]
    assert len(entries) > 5
    assert [line for line in entries if not re.search(r"\d (?:kB|MB), SHA-256 \w+", line)] == []


def test_the_downloads_are_there_with_their_checksums(site: BuiltSite) -> None:
    lines = (site.root / "downloads.sha256").read_text(encoding="utf-8").splitlines()
    html = (site.root / "reference/downloads/index.html").read_text(encoding="utf-8")
    assert len(lines) > 5
    for line in lines:
        checksum, path = line.split("  ")
        assert hashlib.sha256((site.root / path).read_bytes()).hexdigest() == checksum, path
        assert f"SHA-256 {checksum[:12]}" in html


def test_the_whole_guide_holds_each_page_of_its_track_once(site: BuiltSite) -> None:
    whole = (site.root / "guide-pm.md").read_text(encoding="utf-8")
    for url, is_in in (("loops/pm/", True), ("pay/negotiate/", True), ("loops/pmm/", False)):
        assert whole.count((site.root / url / "page.md").read_text(encoding="utf-8")) == is_in


def test_every_prompt_pack_is_published_as_text(site: BuiltSite) -> None:
    for row in load_guide(PROJECT)["prompt-packs"].values():
        text = (site.root / "prompts" / f"{row.id}.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {row.title}\n")
