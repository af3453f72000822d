"""Our templates leave alone what the theme's read.

Jinja keeps a name that is set in a block to that block. Zensical's engine hands it on to the templates that the block
includes: a list named `tags` there once cost every page the links of its topics.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
import pytest
import zensical
from jinja2 import meta, nodes

from tests.guides import PROJECT

THEME = Path(zensical.__file__).parent / "templates"
OURS = sorted((PROJECT / "overrides").glob("*.html"))
ENVIRONMENT = jinja2.Environment()


def parsed(template: str) -> nodes.Template:
    tree = ENVIRONMENT.parse(template)
    # Builders add filters of their own, and a name cannot be looked up beside an unknown one.
    ENVIRONMENT.filters |= {one.name: str for one in tree.find_all(nodes.Filter)}
    return tree


def names_set(template: str) -> set[str]:
    targets = [one.target for one in parsed(template).find_all((nodes.Assign, nodes.AssignBlock))]
    return {target.name for target in targets if isinstance(target, nodes.Name)}


@cache
def names_read_by_theme() -> frozenset[str]:
    partials = (THEME / "partials").rglob("*.html")
    trees = (parsed(path.read_text(encoding="utf-8")) for path in partials)
    return frozenset().union(*map(meta.find_undeclared_variables, trees))


@pytest.mark.parametrize("template", OURS, ids=lambda path: path.name)
def test_a_template_sets_no_name_that_the_theme_reads(template: Path) -> None:
    assert names_set(template.read_text(encoding="utf-8")) & names_read_by_theme() == set()


def test_a_list_named_tags_would_be_found() -> None:
    assert names_set("{% set tags = [] %}") & names_read_by_theme() == {"tags"}
