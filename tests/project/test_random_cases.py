"""Random cases are the same on every run: what passed here does not fail elsewhere. `make fuzz` draws others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st


@given(st.integers())
def a_property(number: int) -> None:
    assert isinstance(number, int)


def test_a_property_without_settings_of_its_own_has_no_luck_and_no_clock() -> None:
    used = a_property._hypothesis_internal_use_settings
    assert (used.derandomize, used.deadline) == (True, None)
    assert settings().derandomize
