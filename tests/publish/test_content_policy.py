"""The policy names what may run: the theme's scripts as they are, and nothing that nobody has read."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from guide.publish.content_policy import (
    APPROVED,
    CHARSET,
    PolicyBroken,
    also_allowing,
    fingerprint,
    found_in,
    inline_scripts,
    policy_of,
    with_policy,
)

THEME = Path(material.__file__).parent / "templates"
PLACED = re.compile(r"\{\{.*?\}\}")


def theme_scripts() -> dict[str, str]:
    """The inline scripts of the theme's templates by fingerprint, without the place of the site."""
    found = {}
    for path in sorted(THEME.joinpath("partials/javascripts").glob("*.html")):
        for script in inline_scripts(path.read_text(encoding="utf-8")):
            text = PLACED.sub("", script)
            found[fingerprint(text)] = text
    return found


def page(*parts: str) -> str:
    return f"<!doctype html><html><head>{CHARSET}{''.join(parts)}</head><body>x</body></html>"


def with_policies(pages: dict[str, str]) -> dict[str, str]:
    """The pages, by their path, each with the policy that covers all of them."""
    policy = policy_of({path: found_in(html) for path, html in pages.items()})
    return {path: with_policy(html, policy) for path, html in pages.items()}


def scope(place: str) -> str:
    """The theme's first script, as it is on a page of a site at `place`."""
    text = next(text for text in theme_scripts().values() if text.startswith("__md_scope"))
    return text.replace('new URL("",', f'new URL("{place}",', 1)


def test_every_approved_script_is_one_that_the_theme_writes() -> None:
    assert set(APPROVED) <= set(theme_scripts())


def test_the_hash_is_the_one_that_browsers_take() -> None:
    # The example of the Content Security Policy specification.
    assert fingerprint("doSomething();") == "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc="


def test_all_pages_get_the_same_policy_before_anything_else() -> None:
    pages = {"a.html": page(f"<script>{scope('/x/')}</script>"), "b.html": page("<title>b</title>")}
    answer = with_policies(pages)
    heads = {
        re.match(r".*<meta charset=[^>]*>(<meta http-equiv=[^>]*>)", h)[1] for h in answer.values()
    }
    assert len(heads) == 1
    assert f"'{fingerprint(scope('/x/'))}'" in heads.pop()


def test_the_place_of_a_fork_changes_its_hash_and_needs_no_approval() -> None:
    pages = [
        {"a.html": page(f"<script>{scope(place)}</script>")} for place in ("/", "/guide/", "../..")
    ]
    assert len({with_policies(each)["a.html"] for each in pages}) == 3


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        'var palette=__md_get("__palette")',
        '__md_scope=new URL("x",alert(1),location)',
        '__md_scope=new URL("x");alert(1)//",location)',
    ],
)
def test_an_unapproved_script_is_named_with_its_page_and_the_way_out(script: str) -> None:
    pages = {f"{n}.html": page(f"<script>{script}</script>") for n in "abcde"}
    with pytest.raises(PolicyBroken) as broken:
        with_policies({**pages, "fine.html": page()})
    answer = str(broken.value)
    assert answer.startswith(
        "a.html, b.html, c.html and 2 more pages: an inline script that no one"
    )
    assert repr(script) in answer
    assert "overrides/assets/" in answer
    assert "hooks/guide/publish/content_policy.py" in answer


def test_all_faults_come_at_once() -> None:
    pages = {
        "a.html": page("<script>alert(1)</script>"),
        "b.html": page("<STYLE>p{}</STYLE>"),
        "c.html": "<p>x</p>",
        "d.html": page(CHARSET),
    }
    with pytest.raises(PolicyBroken) as broken:
        with_policies(pages)
    answer = str(broken.value).splitlines()
    assert [line.split(":")[0] for line in answer if line[:1] != " "] == [
        "a.html", "b.html", "c.html, d.html",
    ]  # fmt: skip


@pytest.mark.parametrize("html", ["<script>1", "<script>1</script><script>", "<script><script>"])
def test_scripts_that_cannot_be_distinguished_are_refused(html: str) -> None:
    with pytest.raises(PolicyBroken, match="not closed"):
        inline_scripts(html)


def test_files_and_data_are_no_inline_scripts() -> None:
    html = (
        '<script src="x.js"></script><script type="application/ld+json">{}</script>'
        '<script id="c" type="application/json">{}</script><script type="module">1</script>'
        "<SCRIPT>2</SCRIPT>"
    )
    assert inline_scripts(html) == ["1", "2"]


def test_a_server_may_let_one_more_script_run() -> None:
    answer = with_policies({"a.html": page()})["a.html"]
    assert f"script-src 'self' '{fingerprint('reload()')}';" in also_allowing(answer, "reload()")
    assert also_allowing("<p>no policy</p>", "reload()") == "<p>no policy</p>"
