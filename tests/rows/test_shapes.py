"""Each shape of a text has an example that fits and words for people: nobody has to read a pattern."""

from __future__ import annotations

import re

import pytest
from guide.rows.models.shapes import SHAPES, Shape

from tests.guides import PROJECT

MODELS = PROJECT / "hooks/guide/rows/models"


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)
def test_the_example_fits_and_the_words_hold_no_pattern(shape: Shape) -> None:
    for example in shape.example.split(" or "):
        assert re.fullmatch(shape.pattern, example)
    assert not re.search(r"[\^$\\]|\[a-z", f"{shape.name} {shape.example} {shape.rule}")


def test_a_model_holds_no_pattern_of_its_own() -> None:
    modules = [path for path in MODELS.rglob("*.py") if path.name != "shapes.py"]
    assert modules
    assert [path.name for path in modules if re.search(r"pattern=r?f?\"", path.read_text())] == []


def test_the_dictionary_shows_no_pattern() -> None:
    assert "text like" not in (PROJECT / "data/README.md").read_text(encoding="utf-8")
