"""The menu: what it calls each page."""

from __future__ import annotations

from collections import Counter

from guide.pages.navigation import menu

from tests.guides import PROJECT


def test_no_two_pages_have_one_name_in_the_menu() -> None:
    """The comparisons of roles and of loops were both "Side by side": the button for the next page said no more."""
    named = Counter(entry.title for entry in menu(PROJECT))
    assert len(named) > 70
    assert [name for name, times in named.items() if times > 1] == []
