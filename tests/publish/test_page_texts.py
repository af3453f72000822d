"""Pages as Markdown: sources keep their grade, links work from anywhere, and hostile text stays text."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from guide.publish.html.markdown import Writer, markdown_of
from guide.publish.html.trees import parse
from guide.publish.page_texts import PublishedPage, page_text, text_files
from guide.view.context import Context
from guide.view.macros import MACROS
from markdown_it import MarkdownIt
from markdownify import MarkdownConverter

SITE = "https://guide.example/sub/"
CITE = (
    '<a class="cite" href="#source-a" aria-label="Source 1, secondary, read on a copy">'
    '<i>[</i><span class="cite__number">1</span><i>]</i></a>'
)
CITES = (
    '<a class="cite" href="#source-a" aria-label="2 sources, microsoft says, secondary">'
    '<i>[1, 4]</i> <span class="cite__number">2 sources</span></a>'
)


def page(html: str, url: str = "pay/offer/", **others: object) -> PublishedPage:
    texts = {"title": "An offer", "description": "What it holds.", "part": "Pay", **others}
    return PublishedPage(url=url, html=f"<h1>An offer</h1>{html}", **texts)  # type: ignore[arg-type]


def text_of(html: str) -> str:
    return page_text(page(html), SITE)


def test_a_text_says_where_it_is_from() -> None:
    head = text_of("<p>Words.</p>").split("\n")
    assert head[0] == "# An offer"
    assert f"{SITE}pay/offer/" in head[2] and "CC BY 4.0" in head[2]


def test_only_the_whole_guide_says_of_which_edition_it_is() -> None:
    files = text_files([page("<p>Words.</p>", "a/", tags=("pm",))], "A guide", SITE, "May 1, 2026")
    assert "May 1, 2026" in files["guide-pm.md"].split("\n")[2]
    assert "May 1, 2026" not in files["a/page.md"]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (f"<p>It vests. {CITE}</p>", "It vests. [1, secondary, read on a copy]"),
        (f"<p>It vests.{CITE} Ask.</p>", "It vests. [1, secondary, read on a copy] Ask."),
        (f"<p>It vests. {CITES}</p>", "It vests. [1, 4, microsoft says, secondary]"),
        ('<p><a href="../levels/#a">Levels</a></p>', f"[Levels]({SITE}pay/levels/#a)"),
        ('<p><a href="#b">Below</a></p>', f"[Below]({SITE}pay/offer/#b)"),
        ("<details><summary>More</summary><p>Text</p></details>", "**More**\n\nText"),
        (
            "<details><summary><strong>Both</strong> agree</summary><p>Text</p></details>",
            "**Both agree**\n\nText",
        ),
        ('<p>Kept <span class="row-links"><a href="x">Edit</a></span></p>', "Kept"),
        (
            '<p><strong class="study-tool__label">Without scripts.</strong> Write it down.</p>',
            "Write it down.",
        ),
        ("<h2>Part<a class='headerlink' href='#p'>¶</a></h2>", "## Part"),
        ("<ol><li><p>a</p></li></ol><svg><text>no</text></svg>", "1. a"),
        (
            '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td><span class="guide-table__label">A</span>1</td>'
            "</tr></tbody></table>",
            "| A |\n| --- |\n| 1 |",
        ),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert text_of(html).split("CC BY 4.0.\n\n")[1].strip() == markdown


class ByTheLibrary(Writer):
    """The same conversions, walked by the library on a tree of its own."""

    convert_list = convert_ul = convert_ol = MarkdownConverter.convert_list


@pytest.mark.parametrize(
    "html",
    [
        "<h1>A <em> b </em></h1>\n\n<p>One\n  two\tthree <br> four</p> <p></p>\n<hr>",
        "<ul> <li>a</li> <li><p>b</p><ol start='3'><li>c</li>\n<li>d<ul><li>e</li></ul></li></ol></li> </ul>after",
        "<ul><li>a</li></ul><p>after</p><ol><li>b</li></ol> <ul><li></li></ul>",
        "<table><caption>C</caption><thead><tr><th>A</th><th colspan='2'>B</th></tr></thead>"
        "<tbody> <tr><th>1</th><td>2\n3</td></tr><tr><td><p>4</p></td></tr></tbody></table>",
        "<table><tr><td>1</td></tr><tr><td>2</td></tr></table> <table><tbody><tr><td>1</td></tr></tbody></table>",
        "<dl><dt>T \n t</dt><dd>D</dd><dd><p>E</p><p>F</p></dd></dl>",
        "<blockquote><p>a</p><p>b</p></blockquote>text <code>x `y` *</code> <kbd>k</kbd><sup>1</sup>",
        "<pre><code>  a\n\n  b_c  </code></pre><p><strong> x</strong><b></b><i>y </i><del>z</del></p>",
        "<p><img src='a.png' alt='A' title='T'><a href='b/'><span> c </span></a><a>d</a></p><h3><img alt='e'></h3>",
        "<details><summary>S <b>t</b></summary> u <section> v </section></details><div> </div><article>w</article>",
    ],
)
def test_our_walk_writes_what_the_library_writes(html: str) -> None:
    theirs = ByTheLibrary(SITE).convert_soup(BeautifulSoup(html, "html.parser"))
    assert markdown_of(parse(html), SITE, lambda _: True) == theirs.strip()


def test_hostile_text_stays_text() -> None:
    hostile = "&lt;script&gt;x&lt;/script&gt; *a* _b_ [x](y) ![x](y) `c` &lt;b&gt; [x][y]"
    tokens = MarkdownIt().parse(text_of(f"<p>{hostile}</p>"))
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inner} <= {"text", "text_special", "softbreak"}
    shown = "<script>x</script> *a* _b_ [x](y) ![x](y) `c` <b> [x][y]"
    assert shown in "".join(child.content for child in inner)


def test_a_track_gets_its_pages_in_order_and_not_those_of_the_other() -> None:
    pages = [
        page("<p>For all</p>", "b/", tags=("pay",)),
        page("<p>PM only</p>", "a/", tags=("pm",)),
        page("<p>PMM only</p>", "c/", tags=("pmm",)),
        page("<p>Two tracks</p>", "d/", tags=("pm", "pmm")),
        page("<p>How to edit</p>", "e/", part="Contribute"),
    ]
    files = text_files(pages, "A guide", SITE, "May 1, 2026")
    texts = ["For all", "PM only", "PMM only", "Two tracks", "How to edit"]
    assert [t for t in texts if t in files["guide-pm.md"]] == ["For all", "PM only", "Two tracks"]
    assert [t for t in texts if t in files["guide-pmm.md"]] == ["For all", "PMM only", "Two tracks"]
    at = [files["guide-pm.md"].index(t) for t in ("For all", "PM only", "Two tracks")]
    assert at == sorted(at)


def test_the_index_names_every_page_and_both_wholes() -> None:
    pages = [page("", "a/", title="One"), page("", "b/", title="Two", part="Loops")]
    index = text_files(pages, "A guide", SITE, "May 1, 2026")["llms.txt"]
    assert index.startswith("# A guide\n\n> ")
    assert f"- [One]({SITE}a/page.md): What it holds." in index
    assert "## Loops" in index and f"({SITE}b/page.md)" in index
    assert f"({SITE}guide-pm.md)" in index and f"({SITE}guide-pmm.md)" in index


def test_words_on_lines_of_their_own_are_not_joined(context: Context) -> None:
    listed = text_of(str(MACROS["case_list"](context, track="pmm")))
    assert "](" in listed
    assert not re.search(r"\]\([^)]*\)\w", listed)
    summed = text_of(str(MACROS["case_numbers"](context, "design-audit")))
    assert "| Notes a week: 100 × 8 × 5 | 4,000 |" in summed
