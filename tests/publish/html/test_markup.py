"""What Markdown made of a page is searched for anything that could run, whatever its spelling."""

from __future__ import annotations

import pytest
from guide.publish.html.markup import active_markup, unwrap_blocks, without_echoes
from guide.publish.html.trees import Node, NotPlain, parse, parse_any, parse_plain


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT SRC=//x></SCRIPT>", "<script>"),
        ("<style>*{}</style>", "<style>"),
        ('<iframe src="x"></iframe>', "<iframe>"),
        ("<object data=x></object>", "<object>"),
        ("<embed src=x>", "<embed>"),
        ("<base href=//x>", "<base>"),
        ("<meta http-equiv=refresh>", "<meta>"),
        ("<link rel=stylesheet>", "<link>"),
        ("<form action=x></form>", "<form>"),
        ("<input>", "<input>"),
        ("<button>x</button>", "<button>"),
        ("<svg><set attributeName=href to=javascript:1></svg>", "<set>"),
        ('<noscript><p title="</noscript><img src=x onerror=1>"></noscript>', "<noscript>"),
        ('<xmp><p title="</xmp><img src=x onerror=1>"></xmp>', "<xmp>"),
        ("<img src=x onerror=alert(1)>", "onerror= in <img>"),
        ("<p ONCLICK=alert(1)>x</p>", "onclick= in <p>"),
        ('<p style="color:red">x</p>', "style= in <p>"),
        ('<a href="javascript:alert(1)">x</a>', "href=javascript:alert(1) in <a>"),
        ('<a href="&#106;avascript:alert(1)">x</a>', "href=javascript:alert(1) in <a>"),
        ('<a href="&#x6A;avascript&colon;alert(1)">x</a>', "href=javascript:alert(1) in <a>"),
        ('<a href=" \x01JaVa\tscr\nipt:1">x</a>', "href= \x01JaVa\tscr\nipt:1 in <a>"),
        ('<a href="javascript:1" href="fine">x</a>', "href=javascript:1 in <a>"),
        ('<a href="vbscript:1">x</a>', "href=vbscript:1 in <a>"),
        ('<img src="data:text/html,x">', "src=data:text/html,x in <img>"),
        ('<svg><a xlink:href="javascript:1">x</a></svg>', "xlink:href=javascript:1 in <a>"),
        ('<img src="https://example.org/a.png">', "src=https://example.org/a.png in <img>"),
        ('<img src="//example.org/a">', "src=//example.org/a in <img>"),
        ('<img src="/\\example.org/a">', "src=/\\example.org/a in <img>"),
        ('<img src=" ht\ntps:example.org/a">', "src= ht\ntps:example.org/a in <img>"),
        ("<!--><script>alert(1)</script>-->", "<!--"),
        ("<!-- note -->", "<!--"),
        ("<p>a&#x202e;b</p>", "U+202E"),
        ("<p>a&#8203;b</p>", "U+200B"),
        ("<![CDATA[><script>1</script>]]>", "<!["),
        ("<?php x ?>", "<?"),
    ],
)
def test_active_markup_is_found(html: str, found: str) -> None:
    assert found in active_markup(f"<p>before</p>{html}<p>after</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>a &lt;script&gt; on a page, style= and javascript: in words</p>",
        '<a href="https://example.org/?q=javascript:1" title="onclick=1">x</a>',
        '<a href="../page/#javascript">x</a>',
        '<img src="../assets/a.png" alt="x"><img src="/a//b.png" alt="https://example.org/">',
        '<div class="tabbed-set"><input type="radio" id="t" name="t"><label for="t">x</label></div>',
        '<svg role="img"><title id="t">x</title><path d="M0 0"/></svg>',
    ],
)
def test_plain_markup_passes(html: str) -> None:
    assert active_markup(html) == []


def test_paragraphs_around_blocks_are_dropped() -> None:
    assert unwrap_blocks('<li><p><div class="a"><p>x</p></div></p></li>') == (
        '<li><div class="a"><p>x</p></div></li>'
    )
    assert unwrap_blocks("<p> <table></table> </p>") == "<table></table>"


def test_paragraphs_of_text_stay() -> None:
    html = "<p>x <strong>y</strong></p><p><a>z</a></p><p><sub>1</sub></p>"
    assert unwrap_blocks(html) == html


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a b" hidden>x &amp; y<br>z</p><svg><path d="M0"/><title>t</title></svg>',
        "<ul><li>a<li>b</ul></div>stray",
        '<P TITLE="&lt;b&gt; &quot;">x</P> <a href="?a=1&amp;b=2">l</a>',
        "<table><tr><td>1</td></tr></table>\n",
        "",
    ],
)
def test_plain_markup_is_read_like_any_other(html: str) -> None:
    assert shape(parse_plain(html)) == shape(parse_any(html))


@pytest.mark.parametrize(
    "html",
    [
        "<p class=a>x</p>",
        "<p class='a'>x</p>",
        '<p id="a" id="b">x</p>',
        "<p>a < b</p>",
        "<!-- x --><p>y</p>",
        "<script>1</script>",
        '<a href="x"title="y">z</a>',
        "<p",
    ],
)
def test_markup_in_another_spelling_is_not_read_as_plain(html: str) -> None:
    with pytest.raises(NotPlain):
        parse_plain(html)
    assert shape(parse(html)) == shape(parse_any(html))


def shape(node: Node | str) -> object:
    """A tree that can be compared."""
    return node if isinstance(node, str) else (node.tag, node.attrs, *map(shape, node.children))


def test_what_is_for_the_eye_only_is_not_heard() -> None:
    heading = (
        '<h2 id="a">Pay<a class="headerlink" href="#a" title="Link to this section">¶</a></h2>'
    )
    picture = '<svg role="img"><title>Pay</title><text class="chart__tick" x="0">$0</text><text>$9</text></svg>'
    silent = without_echoes(heading + picture)
    assert '<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a"' in silent
    assert silent.count('<text aria-hidden="true"') == 2
    assert without_echoes(silent) == silent
    assert without_echoes("<textarea>") == "<textarea>"
