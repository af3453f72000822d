"""Finished pages hold no byte that says nothing, and read the same."""

from __future__ import annotations

import html5lib
import pytest
from guide.publish.steps.pages.minify import minified


def tree(html: str) -> list[tuple[str, dict[str, str], str, str]]:
    """What a browser makes of it, with runs of spaces as one space."""
    found = []
    for each in html5lib.parse(html, namespaceHTMLElements=False).iter():
        exact = each.tag in ("pre", "textarea", "script")
        words = [each.text or "", each.tail or ""]
        text, tail = (part if exact else " ".join(part.split()) for part in words)
        found.append((each.tag, dict(each.attrib), text, tail))
    return found


def test_indentation_and_numbered_signs_go() -> None:
    html = '<div>\n\n    <a href="x&#46;html&#35;a&#45;b"  title="1&#47;2">\n      a&#58; b\n    </a>\n  </div>'
    assert minified(html) == '<div>\n<a href="x.html#a-b"  title="1/2">\na: b\n</a>\n</div>'


def test_marks_for_the_search_go_and_those_for_scripts_stay() -> None:
    html = '<p data-search-exclude id="a" data-title>a data-title b</p><p data-mark="x">b</p>'
    assert minified(html) == '<p id="a">a data-title b</p><p data-mark="x">b</p>'


@pytest.mark.parametrize(("sign", "quote"), [("&#34;", '"'), ("&#39;", "'")])
def test_quotes_are_written_out_in_text_and_not_in_tags(sign: str, quote: str) -> None:
    html = f'<p title="{sign}b">a {sign}b</p>'
    assert minified(html) == f'<p title="{sign}b">a {quote}b</p>'
    assert tree(minified(html)) == tree(html)


@pytest.mark.parametrize("value", ['"a > &#34; onclick=x"', "'a > &#39; onclick=x'", '"<a &#34;"'])
def test_no_quote_ends_a_value_that_holds_the_end_of_a_tag(value: str) -> None:
    html = f"<p title={value}>a &#34;b</p>"
    assert minified(html) == html


@pytest.mark.parametrize("sign", ["&#60;", "&#62;", "&#38;", "&lt;", "&amp;"])
def test_what_html_would_read_stays_as_it_is(sign: str) -> None:
    html = f'<p title="{sign}b">a {sign}b</p>'
    assert minified(html) == html


@pytest.mark.parametrize("tag", ["pre", "textarea", "script"])
def test_where_each_space_counts_none_goes(tag: str) -> None:
    html = f"<p>a\n  b</p><{tag}>x\n    y\n\n  z</{tag}>\n  <p>c</p>"
    assert minified(html) == f"<p>a\nb</p><{tag}>x\n    y\n\n  z</{tag}>\n<p>c</p>"


OPENS_A_TAB = '<script>var target=x;target.name.startsWith("__tabbed_")</script>'


def test_the_script_for_tabs_stays_beside_tabs_and_goes_elsewhere() -> None:
    tabs = f'<div class="tabbed-set tabbed-alternate"></div>{OPENS_A_TAB}'
    assert minified(tabs) == tabs
    assert minified(f"<p>__tabbed_</p>{OPENS_A_TAB}") == "<p>__tabbed_</p>"


def test_what_the_theme_writes_for_nothing_goes_and_charts_keep_their_namespace() -> None:
    name = 'xmlns="http://www.w3.org/2000/svg"'
    icon = f'<svg {name} viewBox="0 0 24 24"><path d="M0 0"/></svg>'
    chart = f'<svg {name} viewBox="0 0 24 24" class="chart"><path d="M0 0"/></svg>'
    html = f'<meta name="generator" content="mkdocs-1.6.1">\n<p>{icon}{chart}</p>'
    assert minified(html) == f"<p>{icon.replace(f' {name}', '')}{chart}</p>"
    assert tree(icon) != tree("") and tree(minified(icon))[-1] == tree(icon)[-1]


def test_a_browser_makes_the_same_of_it() -> None:
    html = "<!doctype html><p>one&#46; two\n   <b>three</b>\n <pre><b>a</b>\n   b&#60;</pre>\n<p>&#8217;</p>"
    assert tree(minified(html)) == tree(html)
