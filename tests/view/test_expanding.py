"""A page's text is put together with what its calls return; nothing in it is evaluated."""

from __future__ import annotations

import pytest
from guide.pages.calls import DELIMITERS
from guide.view.expanding import Expander
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from tests.guides import page_of

# What readers write around calls: text of other template languages, spaces that a call takes away, line ends.
PIECES = [
    "[[= one() =]]",
    "[[=- one() -=]]",
    "[[= two('a', b=2) =]]",
    "Paid {{ x }}",
    "\n",
    "\n\n",
    " ",
    "]]",
]
MACROS = {"one": lambda: "<b>1</b>", "two": lambda a, b: f"{a}{b}"}


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_page_reads_as_jinja_would_write_it(body: str) -> None:
    jinja = Environment(**DELIMITERS)  # type: ignore[arg-type]
    jinja.globals.update(MACROS)
    written = body.lstrip("\n")  # as the builder hands it on, without the head
    expander = Expander(MACROS, page_of(body))
    assert expander.from_string(written).render(page=1) == jinja.from_string(written).render()


def test_a_text_that_is_not_the_pages_own_is_read_by_itself() -> None:
    expander = Expander(MACROS, page_of("A page.\n"))
    assert expander.expanded("Another: [[= one() =]]") == "Another: <b>1</b>"
    assert expander.expanded("") == ""


@pytest.mark.parametrize("text", ["[[= one =]]", "[[= one(", "[[# hidden #]]", "[[= three() =]]"])
def test_a_text_that_the_check_would_refuse_is_not_expanded(text: str) -> None:
    with pytest.raises(ValueError, match=r"refused|unknown macro|cannot be read"):
        Expander(MACROS, page_of("A page.\n")).expanded(text)
