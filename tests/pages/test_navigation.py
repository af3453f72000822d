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


def test_no_list_of_the_menu_is_longer_than_a_phone() -> None:
    """Prepare had thirty rows below each other; the menu of a phone shows one group at a time."""
    rows: dict[tuple[str, ...], set[str]] = {}
    for entry in menu(PROJECT):
        path = (*entry.groups, entry.title)
        for depth in range(len(path)):
            rows.setdefault(path[:depth], set()).add(path[depth])
    assert len(rows) > 10
    assert {group: len(names) for group, names in rows.items() if len(names) > 13} == {}
