"""The lists that the calculator is given, once for all tests."""

from __future__ import annotations

import pytest
from guide.rows.loading import Guide

from tests.scripts.offers.offer_lists import Lists, lists_of


@pytest.fixture(scope="session")
def lists(real_guide: Guide) -> Lists:
    return lists_of(real_guide)
