"""A page reaches nothing but our macros with constant arguments: the grammar refuses all else, and evaluates nothing.

`mkdocs build` is run on the pages that say most; the others are checked in process by the same function that it calls.
"""

# ruff: noqa: E501 -- a case is one line
from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from guide.check.linter import check_everything
from guide.view.macros import MACROS

from tests.guides import PROJECT, page_of
from tests.sites.tiny_site import Site, copy_of_guide

GRAMMAR = "A page holds text and calls of our macros with constant arguments, nothing else."
HEAD = "---\ntitle: Hostile\ndescription: A page\n---\n\n"
TAIL = "\n\n[[= page_sources() =]]\n"
# What a page tries -> what its writer reads, after the line. The text starts on line 6.
HOSTILE = {
    "attribute of a text": ("[[= ''.__class__ =]]", 6, GRAMMAR),
    "subclasses": ("x\n\n[[= ''.__class__.__mro__[1].__subclasses__() =]]", 8, GRAMMAR),
    "context": ("[[= context() =]]", 6, "unknown macro 'context'."),
    "environment": ("[[= environment =]]", 6, GRAMMAR),
    "git": ("[[= git.author_email =]]", 6, GRAMMAR),
    "config": ("[[= config.hooks =]]", 6, GRAMMAR),
    "self": ("[[= self.__init__.__globals__ =]]", 6, GRAMMAR),
    "include": ("[[% include 'index.md' %]]", 6, GRAMMAR),
    "import": ("[[% import 'index.md' as x %]]", 6, GRAMMAR),
    "globals as an argument": ("[[= cite(lipsum.__globals__) =]]", 6, GRAMMAR),
    "filter": ("[[= cite('reviewed-article')|upper =]]", 6, GRAMMAR),
    "loop": ("[[% for i in range(10**9) %]]x[[% endfor %]]", 6, GRAMMAR),
    "condition": ("[[% if 1 %]]x[[% endif %]]", 6, GRAMMAR),
    "assignment": ("[[% set cite = 1 %]]", 6, GRAMMAR),
    "block macro": ("[[% macro cite(x) %]]x[[% endmacro %]]", 6, GRAMMAR),
    "raw block": ("[[% raw %]][[= x =]][[% endraw %]]", 6, GRAMMAR),
    "comment": ("a\n\n[[# hidden #]]", 8, GRAMMAR),
    "macros_info": ("[[= macros_info() =]]", 6, "unknown macro 'macros_info'."),
    "range": ("[[= range(10) =]]", 6, "unknown macro 'range'."),
    "unclosed call": ("[[= cite('reviewed-article'", 8, "the macro call cannot be read:"),
    "unclosed text": ("[[= cite('reviewed-article) =]]", 6, "the macro call cannot be read:"),
    "misspelt macro": ("[[= loop_stage(track='pm') =]]", 6, "Did you mean 'loop_stages'?"),
    "variable argument": ("[[= cite(source) =]]", 6, GRAMMAR),
    "computed argument": ("[[= cite('reviewed-' ~ 'article') =]]", 6, GRAMMAR),
    "nested call": ("[[= cite(cite('reviewed-article')) =]]", 6, GRAMMAR),
    "list argument": ("[[= cite(['reviewed-article']) =]]", 6, GRAMMAR),
    "unpacked arguments": ("[[= cite(*'ab') =]]", 6, GRAMMAR),
    "two calls in one": ("[[= cite('reviewed-article'), cite('bi-2023') =]]", 6, GRAMMAR),
    "two values for one name": ("[[= figure('x', statistic='p10', statistic='p25') =]]", 6, GRAMMAR),
    "conditional call": ("[[= cite('reviewed-article') if 1 else 2 =]]", 6, GRAMMAR),
    "a power": ("[[= 9**9**9 =]]", 6, GRAMMAR),
    "thousands of brackets": ("[[= " + "(" * 5000 + "1" + ")" * 5000 + " =]]", 1, GRAMMAR),
    "thousands of digits": ("[[= cite(" + "9" * 5000 + ") =]]", 1, GRAMMAR),
    "unknown keyword": ("[[= cite('reviewed-article', page=3) =]]", 6, "unexpected keyword argument 'page'"),
    "unknown id": ("[[= cite('reviewed-artcle') =]]", 6, "Did you mean 'reviewed-article'?"),
    "number as id": ("[[= cite(5) =]]", 6, "unknown id in data/sources.yml: '5'."),
    "unknown statistic": (
        "[[= figure('pm-64-us-2017-2021-total', statistic='p57') =]]",
        6,
        "Allowed: median, p10, p25, p75, p90. Did you mean 'p75'?",
    ),
    "raw HTML": ("<script>alert(1)</script>", 6, "raw HTML is not allowed in pages."),
    "raw HTML behind a backtick": ("`\n\n<!--><script>alert(1)</script>-->\n\n`", 8, "raw HTML is not allowed"),
    "attribute list": ("Text\n{: onclick=alert(1) }", 7, "an attribute list may hold classes and an anchor only"),
    "script address": ("[x](javascript:alert(1))", 6, "only web addresses and pages may be linked."),
    "picture on another host": ("x\n\n![x](https://example.org/x.png)", 8, "a picture on another host is not allowed."),
    "typed figure": ("Pay is $350,000 now.", 6, "'$350,000' is typed by hand."),
}  # fmt: skip


HOSTILE_HEADS = {
    "macro in the title": ("title: '[[= cite(\"bi-2023\") =]]'\ndescription: x", 2, "the title holds '[['."),
    "macros switched off": ("title: x\ndescription: y\nrender_macros: false", 4, "unknown front matter key 'render_macros'."),
    "shadowed macro": ("title: x\ndescription: y\ncite: z", 4, "unknown front matter key 'cite'."),
    "script in the description": ("title: x\ndescription: 'y\"><script>alert(1)</script>'", 3, "the description holds '\"'."),
}  # fmt: skip


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one check of the guide says with all these pages in it, a page a case."""
    root = tmp_path_factory.mktemp("grammar")
    site = copy_of_guide(root)
    for number, (body, *_) in enumerate(HOSTILE.values()):
        site.write(f"docs/{number}.md", HEAD + body + TAIL)
    for name, (head, *_) in HOSTILE_HEADS.items():
        site.write(f"docs/{name}.md", f"---\n{head}\n---\n\nText{TAIL}")
    site.write("docs/x.html", "<script>alert(1)</script>")
    site.write("docs/y.markdown", "[[= ''.__class__ =]]")
    (root / "docs/z.md").symlink_to("/etc/hostname")
    (root / "docs/folder").symlink_to("/etc")
    return [str(problem) for problem in check_everything(root).problems]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_refused_with_file_and_line(messages: list[str], name: str) -> None:
    _, line, message = HOSTILE[name]
    place = f"docs/{list(HOSTILE).index(name)}.md:{line}\n"
    assert any(problem.startswith(place) and message in problem for problem in messages)


@pytest.mark.parametrize("name", HOSTILE_HEADS)
def test_hostile_front_matter_is_refused(messages: list[str], name: str) -> None:
    _, line, message = HOSTILE_HEADS[name]
    place = f"docs/{name}.md:{line}\n"
    assert any(problem.startswith(place) and message in problem for problem in messages)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.html", "is not a page. docs/ holds files that end in .md"),
        ("y.markdown", "is not a page."),
        ("z.md", "is a symbolic link."),
        ("folder", "is a symbolic link."),
    ],
)
def test_other_files_in_docs_are_refused(messages: list[str], name: str, message: str) -> None:
    assert any(problem.startswith(f"docs/{name}:1\n    {message}") for problem in messages)


@pytest.mark.long
def test_the_build_stops_at_hostile_pages_and_names_them_all(guide_copy: Site) -> None:
    guide_copy.write("site/index.html", "the last good site")
    names = ["attribute of a text", "include", "misspelt macro", "unknown id", "raw HTML"]
    body = "\n\n".join(HOSTILE[name][0] for name in names)
    guide_copy.write("docs/pay/levels.md", HEAD + body + TAIL)
    run = guide_copy.build("-q")
    assert run.code == 1
    assert "Traceback" not in run.output
    for line, name in zip((6, 8, 10, 12, 14), names, strict=True):
        assert f"docs/pay/levels.md:{line}\n" in run.output
        assert HOSTILE[name][2] in run.output
    assert run.output.rstrip().endswith(" problems; nothing was published.")
    assert guide_copy.published() == {"index.html": b"the last good site"}


def _add_to_levels(site: Site, text: str) -> None:
    """Put a paragraph into a page that keeps every rule without it."""
    site.replace("docs/pay/levels.md", "\n# Level map\n", f"\n# Level map\n\n{text}\n")


# Two builds that get far: that nothing is evaluated is proved below, and what HTML may hold in tests/publish.
@pytest.mark.long
def test_without_its_refusals_the_grammar_still_evaluates_nothing(guide_copy: Site) -> None:
    with (guide_copy.root / "hooks/guide/pages/calls.py").open("a") as module:
        module.write("\n\ndef _refuse(page, line):\n    pass\n")
    _add_to_levels(guide_copy, "Here: [[= ''.__class__.__mro__ =]].")
    run = guide_copy.build("-q")
    assert run.code == 0, run.output
    assert b"<p>Here: .</p>" in guide_copy.published()["pay/levels/index.html"]


@pytest.mark.long
def test_an_address_that_hides_its_scheme_is_stopped_after_markdown(guide_copy: Site) -> None:
    guide_copy.write("site/index.html", "the last good site")
    _add_to_levels(guide_copy, "[x](&#106;avascript:alert(1))")
    run = guide_copy.build("-q")
    assert run.code == 1
    assert (
        "docs/pay/levels.md: content that could run is refused: href=javascript:alert(1) in <a>."
        in run.output
    )
    assert guide_copy.published() == {"index.html": b"the last good site"}


@pytest.fixture
def expander() -> Any:
    """What hooks/macros.py gives to each page in place of Jinja's environment."""
    sys.path.insert(0, str(PROJECT / "hooks"))
    try:
        import macros
    finally:
        sys.path.remove(str(PROJECT / "hooks"))
    known = {name: (lambda *_, **__: "ours") for name in MACROS}
    env = SimpleNamespace(
        macros={**known, "context": print},
        variables={"config": 1, "git": 2},
        page=SimpleNamespace(path="index.md"),
        runner=SimpleNamespace(pages={"index.md": page_of("A page.", path="index.md")}),
        _env=None,
    )
    macros.on_pre_page_macros(env)
    assert set(env.variables) == {"page"}
    return env._env


def test_a_page_reaches_our_macros_and_nothing_else(expander: Any) -> None:
    assert set(expander.macros) == set(MACROS)
    assert expander.from_string("[[= cite('x') =]] {{ x }}").render() == "ours {{ x }}"


@pytest.mark.parametrize(
    "text",
    [
        "[[= ''.__class__.__mro__ =]]",
        "[[= cite.__globals__['os'] =]]",
        "[[= ''['__class__'].x =]]",
        "[[= self.__init__.__globals__.x =]]",
        "[[= [].append(1) =]]",
        "[[= config =]]",
        "[[= range(9) =]]",
        "[[= context() =]]",
        "[[= 'x'|upper =]]",
        "[[= 1 is defined =]]",
        "[[% include 'index.md' %]]",
    ],
)
def test_what_is_no_call_of_ours_is_never_evaluated(expander: Any, text: str) -> None:
    with pytest.raises(ValueError, match=r"refused|unknown macro|cannot be read"):
        expander.from_string(text).render()
