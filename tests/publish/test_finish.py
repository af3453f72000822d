"""A folder of pages, as any builder makes them, becomes the site that readers get, whole or not at all."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from guide.__main__ import main
from guide.check.linter import Checked
from guide.pages.links import file_below_site
from guide.pages.settings import SiteSettings, site_settings
from guide.publish.finish import finish_folder
from guide.publish.html import markup
from guide.publish.html.trees import Pieces, split_plain
from guide.publish.search.documents import documents
from guide.publish.search.files import tracks_of
from guide.publish.site import NotFinished, Site
from guide.publish.steps.files.contents import read_contents
from guide.publish.steps.files.page_texts import write_page_texts
from guide.publish.steps.files.search import rendered, with_our_worker, write_search
from guide.publish.steps.files.unused import remove_unused
from guide.publish.steps.pages.build_info import add_build_info
from guide.publish.steps.pages.links import with_file_links
from guide.publish.steps.pages.markup import check_markup
from guide.publish.steps.pages.schema_org import add_descriptions
from guide.rows.loading import Guide
from guide.view.render import RenderedPages

from tests.guides import PROJECT

ADDRESS = "https://example.org/guide/"
SETTINGS = SiteSettings("Guide", ADDRESS, "https://example.org/project")
TAGS = '<nav class="md-tags" ><a href="../topics/#tag:pay" class="md-tag">pay</a></nav>'
EDIT = '<a href="edit" class="md-content__button md-icon" rel="edit"><svg></svg></a>'
MARK = '<p class="mark-page" data-search-exclude><a href="#read">Mark this page as read</a></p>'
CONTENT = '<h1 id="a">A page</h1>\n<p>Text <em>of</em> it.</p><div class="page-sources"></div>'
WORKER = '"search": "../assets/javascripts/workers/search.0a1b2c.min.js"'


def html_of(inside: str, hero: str = "") -> str:
    """A finished page as a theme by Material's authors writes it."""
    return (
        f'<html>\n<head>\n<meta charset="utf-8">\n<title>T</title>\n\n  </head>\n<body>{hero}\n<main>\n'
        f'<article class="md-content__inner md-typeset">\n{inside}\n\n    </article>\n</main>\n'
        f'<footer><div class="md-copyright">C</div></footer><script id="__config" type="application/json">'
        f"{{{WORKER}}}</script></body>\n</html>\n"
    )


@pytest.fixture
def checked(real_guide: Guide, real_pages: RenderedPages) -> Checked:
    return Checked(real_guide, real_pages, ())


@pytest.fixture
def built(tmp_path: Path, checked: Checked) -> Path:
    """A folder with every page of the guide, all of one content, and the project's scripts and styles."""
    for page in checked.pages:
        path = tmp_path / "built" / file_below_site(page.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html_of(f"{TAGS}{EDIT}\n{CONTENT}\n{MARK}"), encoding="utf-8")
    return tmp_path / "built"


@pytest.fixture
def site(built: Path, checked: Checked) -> Site:
    return Site(built, checked, SETTINGS)


def page_file(site: Site, source: str) -> str:
    return next(page.file for page in site.pages if page.source == source)


@pytest.mark.parametrize(
    "inside",
    [
        f"{TAGS}{EDIT}\n{CONTENT}\n{MARK}",  # as MkDocs with Material
        f'<a id="__skip" tabindex="-1"></a>{EDIT}\n{CONTENT}\n{TAGS}\n{MARK}',  # as Zensical
    ],
)
def test_content_is_what_the_author_wrote_and_nothing_of_the_theme(site: Site, inside: str) -> None:
    page = next(page for page in site.pages if page.source == "pay/levels.md")
    site.html[page.file] = html_of(inside)
    assert site.content(page) == CONTENT


def test_each_page_is_parsed_once_for_the_search_and_its_text(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def split(html: str) -> Pieces:
        parsed.append(html)
        return split_plain(html)

    monkeypatch.setattr(markup, "split_plain", split)
    # As on a site with more pages than are held as trees.
    monkeypatch.setattr(markup, "_parsed", lru_cache(maxsize=1)(markup._parsed.__wrapped__))
    for page in site.pages:
        site.html[page.file] = html_of(f"<h1>Of its own</h1>\n<p>Parsed {page.source}</p>")
    read_contents(site)
    list(documents(rendered(site), tracks_of(site.guide), site.memory.recall))
    write_page_texts(site)
    assert len(parsed) == len(site.pages)


def test_the_hero_of_the_home_page_is_content_too(site: Site) -> None:
    hero = '<section><div class="hero__inner md-grid"> <h1>Hello</h1> </div></section>'
    (home,) = [page for page in site.pages if not page.url]
    site.html[home.file] = html_of("<p>More</p>", hero)
    assert site.content(home) == "<h1>Hello</h1>\n<p>More</p>"
    site.edit_content(home, str.upper)
    assert "<H1>HELLO</H1>" in site.html[home.file] and "<P>MORE</P>" in site.html[home.file]


def test_a_theme_without_our_article_is_reported_where_to_say_so(site: Site) -> None:
    page = site.pages[1]
    site.html[page.file] = "<html><main><div>Text</div></main></html>"
    with pytest.raises(NotFinished, match=r"has no <article .*publish/site\.py"):
        site.content(page)


def test_pages_that_were_not_built_are_named(built: Path, checked: Checked) -> None:
    (built / "pay" / "levels" / "index.html").unlink()
    with pytest.raises(NotFinished, match=r"lacks 1 pages: pay/levels/index.html \(of docs/pay"):
        _ = Site(built, checked, SETTINGS).pages


def test_each_page_says_in_its_head_where_it_is(site: Site) -> None:
    add_descriptions(site)
    head = site.html[page_file(site, "pay/levels.md")].partition("</head>")[0]
    assert head.endswith("</script>\n\n  ") and f'"item": "{ADDRESS}pay/levels/"' in head
    assert '"name": "Level map"' in head
    assert "ld+json" not in site.html["index.html"]


def test_a_name_cannot_end_the_script_that_describes_it(built: Path, checked: Checked) -> None:
    site = Site(built, checked, SiteSettings("A </script><b>", ADDRESS))
    add_descriptions(site)
    assert r"A \u003c/script\u003e\u003cb\u003e" in site.html[page_file(site, "pay/levels.md")]


def test_a_site_without_an_address_describes_nothing(built: Path, checked: Checked) -> None:
    site = Site(built, checked, SiteSettings("Guide"))
    before = dict(site.html)
    add_descriptions(site)
    assert site.html == before


def test_the_page_of_downloads_names_the_commit_and_no_other_page_does(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_COMMIT", "0123456789" * 4)
    place = '<p>Edition: May 1<span class="edition-commit"></span>.</p>'
    site.html = {name: f"{html}{place}" for name, html in site.html.items()}
    add_build_info(site)
    named = [name for name, html in site.html.items() if "0123456" in html]
    assert named == ["reference/downloads/index.html"]
    assert "built from commit" in site.html[named[0]]


def test_a_commit_that_is_none_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_COMMIT", "main")
    with pytest.raises(NotFinished, match="SOURCE_COMMIT is 'main'"):
        add_build_info(site)


def test_what_could_run_is_reported_with_its_page_all_at_once(site: Site) -> None:
    for source in ("pay/levels.md", "mistakes.md"):
        site.html[page_file(site, source)] = html_of("<script>x</script>")
    with pytest.raises(NotFinished) as caught:
        check_markup(site)
    assert sorted(str(caught.value).splitlines()) == [
        "docs/mistakes.md: content that could run is refused: <script>.",
        "docs/pay/levels.md: content that could run is refused: <script>.",
    ]


def test_each_page_leads_to_its_text(site: Site) -> None:
    write_page_texts(site)
    html = site.html[page_file(site, "pay/levels.md")]
    assert f'{MARK}\n  <p class="page-text"' in html and 'download="pay-levels.md"' in html
    text = (site.folder / "pay" / "levels" / "page.md").read_text(encoding="utf-8")
    assert text.startswith(f"# A page\n\nFrom {ADDRESS}pay/levels/") and "Mark this" not in text


def test_a_preview_leads_to_no_text(built: Path, checked: Checked) -> None:
    site = Site(built, checked, SETTINGS, is_preview=True)
    write_page_texts(site)
    assert "page-text" not in site.html[page_file(site, "pay/levels.md")]
    assert not (built / "llms.txt").exists()


def test_a_worker_that_the_theme_names_otherwise_stops_it() -> None:
    assert with_our_worker(f"x {WORKER}") == 'x "search": "../assets/search/worker.js"'
    for html in ("no worker", f"{WORKER} {WORKER}"):
        with pytest.raises(NotFinished, match="names its search worker"):
            with_our_worker(html)


def test_a_builder_with_a_search_of_its_own_keeps_it(site: Site) -> None:
    before = dict(site.html)
    write_search(site)
    assert site.html == before and not (site.folder / "search").exists()


def test_a_folder_that_cannot_be_finished_stays_as_it_was(built: Path, checked: Checked) -> None:
    (built / "pay" / "levels" / "index.html").write_text("<html></html>", encoding="utf-8")
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    with pytest.raises((NotFinished, OSError)):
        finish_folder(built, built, checked, SETTINGS)
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before
    assert [path.name for path in built.parent.iterdir()] == ["built"]


@pytest.mark.parametrize(
    "home, message",
    [
        ("", "index.html is not there"),
        ('<meta http-equiv="Content-Security-Policy" content="">', "is already finished"),
    ],
)
def test_only_a_built_site_is_finished_and_only_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], home: str, message: str
) -> None:
    if home:
        (tmp_path / "index.html").write_text(home, encoding="utf-8")
    assert main(["finish", str(tmp_path)]) == 1
    assert message in capsys.readouterr().err


def test_problems_in_the_data_come_first(
    project_copy: Path, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project_copy / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write("- id: bad-row\n  term: Bad\n  track: nonsense\n  definition: None.\n")
    assert main(["finish", "--root", str(project_copy), str(built)]) == 1
    assert "data/glossary.yml" in capsys.readouterr().err
    assert not (built / "feed.xml").exists()


def test_settings_are_those_of_mkdocs_yml_and_of_the_environment() -> None:
    plain = site_settings(PROJECT, {})
    assert plain.name.startswith("Microsoft PM") and plain.url.startswith("https://")
    assert plain.url.endswith("/") and plain.edit_uri == "edit/main/docs/"
    fork = site_settings(PROJECT, {"SITE_URL": "https://fork.example", "REPO_URL": "https://r"})
    assert (fork.url, fork.repo_url) == ("https://fork.example/", "https://r")


def test_a_link_to_a_file_is_not_one_to_a_page() -> None:
    files = {"guide-pm.md", "prompts/a.md"}
    html = '<a href="../../guide-pm/">1</a> <a href="../../prompts/a/#x">2</a> <a href="../levels/">3</a>'
    wanted = html.replace("../../guide-pm/", "../../guide-pm.md")
    assert with_file_links(html, "reference/downloads/", files) == wanted
    assert with_file_links(wanted, "reference/downloads/", files) == wanted


def test_what_the_theme_brings_and_nothing_names_is_left_out(site: Site) -> None:
    script = "load('chunk.1.js')\n//# sourceMappingURL=bundle.js.map\n"
    files = {
        "bundle.js": script,
        "chunk.1.js": "",
        "bundle.js.map": "",
        "lunr/min/lunr.de.min.js": "",
    }
    for name, text in files.items():
        site.write(f"assets/javascripts/{name}", text)
    site.html["index.html"] += '<script src="assets/javascripts/bundle.js"></script>'
    remove_unused(site)
    folder = site.folder / "assets/javascripts"
    assert sorted(path.name for path in folder.rglob("*")) == ["bundle.js", "chunk.1.js"]
    assert (folder / "bundle.js").read_text(encoding="utf-8") == "load('chunk.1.js')\n"
