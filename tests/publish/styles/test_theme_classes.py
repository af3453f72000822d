"""Each class that a script of the theme or of ours adds is known where unused rules are left out."""

from __future__ import annotations

import re
from pathlib import Path

import material
from guide.publish.styles.seen import ADDED_BESIDE, ADDED_BY_THEME, Seen, seen_on, tags_on

from tests.guides import PROJECT

TEMPLATES = Path(material.__file__).parent / "templates"
# Classes that the theme's script could add if mkdocs.yml switched the feature on, or pages held such a thing.
NOT_HERE = re.compile(
    r"md-(version|tooltip|source|status|code__|annotation|tag-icon)|mermaid|(?:c[m1]?|k|n|o|s|hll|no|com|code|js)$"
    r"|(note|success|inline|result|footnote)$"
)


def theme_names() -> set[str]:
    """The classes that the theme's script names and the theme's sheets style."""
    script = next(TEMPLATES.glob("assets/javascripts/bundle.*.min.js")).read_text(encoding="utf-8")
    words = set(re.findall(r"[\w-]+", " ".join(re.findall(r'"([^"\\\n]*)"', script))))
    sheets = "".join(
        path.read_text(encoding="utf-8") for path in TEMPLATES.glob("assets/stylesheets/*.min.css")
    )
    return words & set(re.findall(r"\.([_a-zA-Z-][\w-]*)", sheets))


def test_every_class_of_the_theme_s_script_is_known() -> None:
    """A new version of the theme that adds one fails here: read what it is for, and put it where it belongs."""
    templates = "".join(p.read_text(encoding="utf-8") for p in TEMPLATES.rglob("*.html"))
    known = ADDED_BY_THEME.union(*ADDED_BESIDE.values(), ADDED_BESIDE)
    in_templates = {name for name in theme_names() if name in templates}
    unknown = {n for n in theme_names() - known - in_templates if not NOT_HERE.match(n)}
    assert unknown == set()


def test_own_scripts_use_classes_of_the_theme_by_their_prefix() -> None:
    """Only such classes are looked for in the theme's sheets."""
    sheets = "".join(
        p.read_text(encoding="utf-8") for p in TEMPLATES.glob("assets/stylesheets/*.min.css")
    )
    own = "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "overrides/assets/styles").glob("*.css")
    )
    own += "".join(
        p.read_text(encoding="utf-8") for p in (PROJECT / "overrides/assets/tools").rglob("*.css")
    )
    scripts = [
        p.read_text(encoding="utf-8")
        for p in (PROJECT / "overrides/assets").rglob("*.js")
        if "vendor" not in p.parts
    ]
    given = {
        c
        for text in scripts
        for group in re.findall(r'class="([\w -]+)"|className = "([\w -]+)"', text)
        for c in " ".join(group).split()
    }
    in_theme, in_own = (set(re.findall(r"\.([_a-zA-Z-][\w-]*)", text)) for text in (sheets, own))
    assert {name for name in given & in_theme if not name.startswith("md-")} - in_own == set()


def test_seen_reads_tags_over_lines_and_without_quotes() -> None:
    seen = seen_on([tags_on('<input class="a\n b" type=radio\n hidden>')], [])
    assert seen.has_element("input", ["a", "b"], frozenset())
    assert seen.has_attribute("type", "radio")
    assert seen.has_attribute("hidden", None)
    assert not seen.has_attribute("type", "text")
    assert isinstance(seen, Seen)
