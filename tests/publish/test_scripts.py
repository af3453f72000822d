"""The modules of a page become one file; what is needed later stays apart, and names tell what is inside."""

from __future__ import annotations

import re

import pytest
from guide.publish.scripts.bundling import at_once, bundled, with_fingerprints
from guide.publish.scripts.pages import EARLY, WORKER, with_bundles

SOURCES = {
    "assets/a.js": 'import { b } from "./b.js";\nconsole.log("a", b);',
    "assets/b.js": 'export const b = "of b";',
    "assets/tools/x/x-tool.js": (
        'import { s } from "../shared/s.js";\n'
        'console.log("x", s);\nconst later = () => import("./later.js");\nlater();'
    ),
    "assets/tools/x/later.js": 'import { s } from "../shared/s.js";\nconsole.log("later", s);',
    "assets/tools/shared/s.js": "export const s = import.meta.url;",
}


def page(*modules: str) -> str:
    core = '<script src="../assets/a.js" type="module"></script>'
    tools = "".join(f'\n<script type="module" src="../{each}"></script>' for each in modules)
    return f'<p>x</p>\n<script src="../assets/bundle.js"></script>\n{core}{tools}</body>'


def scripts(html: str) -> list[str]:
    return re.findall(r'<script type="module" fetchpriority="low" src="\.\./([^"]+)">', html)


def test_what_a_module_imports_is_in_its_file() -> None:
    files = bundled("core", ["assets/a.js"], SOURCES)
    assert list(files) == ["core.js"]
    assert "of b" in files["core.js"]


def test_what_is_imported_when_needed_stays_a_file_of_its_own() -> None:
    files = bundled("x-tool", ["assets/tools/x/x-tool.js"], SOURCES)
    later = [name for name, text in files.items() if '"later"' in text]
    shared = at_once(files, "x-tool.js")
    assert len(files) == 3
    assert len(later) == 1
    assert later[0] not in ("x-tool.js", *shared)
    assert len(shared) == 1
    assert shared[0] not in ("x-tool.js", *later)


@pytest.mark.parametrize(
    "written",
    [
        'import { b } from "./b.js"; console.log(b);',
        "import{b}from'./b.js';console.log(b);",
        'import "./b.js";',
        'import"./b.js";',
        'import {\n  b,\n} from\n  "./b.js";\nconsole.log(b);',
        'export * from "./b.js";',
        'import("./b.js").then(console.log);',
        'import(\n  "./b.js"\n).then(console.log);',
    ],
)
def test_a_module_is_found_however_its_import_is_written(written: str) -> None:
    sources = {"a.js": written, "b.js": 'export const b = "of b";\nconsole.log("ran");'}
    files = bundled("core", ["a.js"], sources)
    assert "ran" in "".join(files.values())


def test_two_builds_give_the_same_bytes() -> None:
    one, other = (bundled("x-tool", ["assets/tools/x/x-tool.js"], SOURCES) for _ in range(2))
    assert one == other


def test_a_name_changes_with_any_file_of_the_graph() -> None:
    changed = SOURCES | {"assets/tools/x/later.js": 'console.log("other")'}
    names = [
        set(with_fingerprints(bundled("x-tool", ["assets/tools/x/x-tool.js"], sources)))
        for sources in (SOURCES, SOURCES, changed)
    ]
    assert names[0] == names[1]
    assert not names[0] & names[2]


def test_files_import_each_other_under_their_new_names() -> None:
    files = with_fingerprints(bundled("x-tool", ["assets/tools/x/x-tool.js"], SOURCES))
    imported = {name for text in files.values() for name in re.findall(r'"\./([^"]+\.js)"', text)}
    assert imported
    assert imported <= files.keys()


def test_pages_run_one_script_and_one_for_their_tools() -> None:
    pages = {"one/index.html": page("assets/tools/x/x-tool.js"), "two/index.html": page()}
    made = with_bundles(pages, SOURCES)
    one, two = (scripts(html) for html in made.pages.values())
    assert len(one) == 2
    assert one[:1] == two
    assert {*one, *two} <= made.files.keys()
    assert all(re.search(r"\.[0-9a-f]{8}\.min\.js$", path) for path in made.files)
    assert made.replaced == SOURCES.keys()
    assert (
        '<script fetchpriority="low" src="../assets/bundle.js"></script>'
        in made.pages["one/index.html"]
    )


def test_what_a_script_waits_for_is_fetched_beside_it() -> None:
    made = with_bundles({"one/index.html": page("assets/tools/x/x-tool.js")}, SOURCES)
    html = made.pages["one/index.html"]
    preloads = re.findall(
        r'<link rel="modulepreload" fetchpriority="low" href="\.\./([^"]+)">', html
    )
    wanted = [
        p for path in scripts(html) for p in re.findall(r'from"\./([^"]+)"', made.files[path])
    ]
    assert wanted
    assert set(wanted) <= {path.rpartition("/")[2] for path in preloads}
    assert set(scripts(html)) <= set(preloads)
    assert '<link rel="preload" fetchpriority="low" as="script" href="../assets/bundle.js">' in html
    assert html.rindex("preload") < html.index("<script")


def test_a_page_without_a_tool_asks_for_nothing_early() -> None:
    made = with_bundles(
        {"one/index.html": page("assets/tools/x/x-tool.js"), "two/index.html": page()}, SOURCES
    )
    assert "preload" not in made.pages["two/index.html"]


def test_a_module_that_is_named_twice_is_run_once() -> None:
    twice = page("assets/tools/x/x-tool.js", "assets/tools/x/x-tool.js")
    made = with_bundles({"one/index.html": twice, "two/index.html": page()}, SOURCES)
    assert len(scripts(made.pages["one/index.html"])) == 2


def test_the_worker_keeps_its_name_and_what_it_loads_has_a_fingerprint() -> None:
    sources = SOURCES | {
        WORKER: 'onmessage = () => import("./engine.js");',
        "assets/search/engine.js": 'export { b as makeEngine } from "../b.js";',
    }
    made = with_bundles({"one/index.html": page()}, sources)
    assert WORKER not in made.replaced
    engine = re.findall(r'import\("\./([^"]+)"\)', made.files[WORKER])
    assert len(engine) == 1
    assert f"assets/search/{engine[0]}" in made.files
    assert re.search(r"\.[0-9a-f]{8}\.min\.js$", engine[0])
    assert "of b" in made.files[f"assets/search/{engine[0]}"]
    assert "makeEngine" in made.files[f"assets/search/{engine[0]}"]
    assert "import.meta" not in made.files[WORKER], "only modules know it, and a worker is none"


def test_what_tools_are_made_of_is_one_file_for_all_of_them() -> None:
    tool = (
        'import { html } from "../vendor/lit.js";\nimport { Tool } from "../shared/element.js";\n'
        "console.log(Tool, html);"
    )
    sources = SOURCES | {
        "assets/tools/vendor/lit.js": 'export const html = "of lit";',
        "assets/tools/shared/element.js": (
            'import { html } from "../vendor/lit.js";\nexport class Tool { text = html; }'
        ),
        "assets/tools/one/one-tool.js": tool,
        "assets/tools/two/two-tool.js": tool,
        "assets/tools/x/x-tool.js": 'console.log("draws nothing");',
    }
    names = ("one", "two", "x")
    pages = {f"{n}/index.html": page(f"assets/tools/{n}/{n}-tool.js") for n in names}
    made = with_bundles(pages | {"index.html": page()}, sources)
    (holder,) = [path for path, text in made.files.items() if "of lit" in text]
    name = holder.rpartition("/")[2]
    assert [name in made.pages[path] for path in pages] == [True, True, False]
    own = {path: text for path, text in made.files.items() if re.search(r"/(one|two)-tool\.", path)}
    assert len(own) == 2
    assert all(f'from"./{name}"' in text and "elsewhere" not in text for text in own.values())


DRAWING = {
    "assets/tools/vendor/lit.js": 'export const html = "of lit";',
    "assets/tools/shared/element.js": 'export { html as drawn } from "../vendor/lit.js";',
    "assets/tools/one/second.js": 'import { html } from "../vendor/lit.js";\nexport const two = html;',
}


def test_a_tool_takes_what_it_is_made_of_with_one_import_of_short_names() -> None:
    tool = (
        'import { html } from "../vendor/lit.js";\nimport { drawn } from "../shared/element.js";\n'
        'import { two } from "./second.js";\nconsole.log(html, drawn, two);'
    )
    sources = SOURCES | DRAWING | {"assets/tools/one/one-tool.js": tool}
    pages = {"one/index.html": page("assets/tools/one/one-tool.js"), "index.html": page()}
    made = with_bundles(pages, sources)
    (own,) = [text for path, text in made.files.items() if "/one-tool." in path]
    (shared,) = [text for path, text in made.files.items() if "of lit" in text]
    (taken,) = re.findall(r'import\{([^}]*)\}from"\./tools\.', own)
    (given,) = re.findall(r"export\{([^}]*)\}", shared)
    names = {each.partition(" as ")[0] for each in taken.split(",")}
    assert names == {each.partition(" as ")[2] for each in given.split(",")}
    assert all(len(name) == 1 for name in names)


@pytest.mark.parametrize(
    ("tool", "fault"),
    [
        ('import { gone } from "../vendor/lit.js"; console.log(gone);', "gone: no module"),
        ('import("../vendor/lit.js").then(console.log);', r"import\(\) of a module"),
    ],
)
def test_a_tool_that_takes_what_is_not_there_or_takes_it_later_is_refused(
    tool: str, fault: str
) -> None:
    sources = SOURCES | DRAWING | {"assets/tools/one/one-tool.js": tool}
    with pytest.raises(ValueError, match=fault):
        with_bundles({"one/index.html": page("assets/tools/one/one-tool.js")}, sources)


def test_what_runs_before_the_theme_stays_where_it_is_and_leaves_no_name_behind() -> None:
    sources = SOURCES | {EARLY: "{ const open = 1; console.log(open, open); }"}
    early = f'<script src="../{EARLY}"></script>'
    made = with_bundles({"one/index.html": early + page()}, sources)
    html = made.pages["one/index.html"]
    path = re.findall(r'^<script src="\.\./([^"]+)"></script>', html)[0]
    assert re.search(r"\.[0-9a-f]{8}\.min\.js$", path)
    assert not re.match(r"(?:const|let|var|function|class)\b", made.files[path])


@pytest.mark.parametrize("text", ["const = 1;", 'import "./no-such-file.js";'])
def test_a_module_that_cannot_be_joined_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"core: [\s\S]*assets/a\.js"):
        bundled("core", ["assets/a.js"], {"assets/a.js": text})


def test_a_module_that_does_not_exist_is_named_with_its_page() -> None:
    with pytest.raises(ValueError, match=r"^a/index\.html loads assets/gone\.js, which does not"):
        with_bundles({"a/index.html": page("../assets/gone.js")}, {"assets/a.js": "1;"})
