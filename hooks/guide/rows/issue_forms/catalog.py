"""The forms of `catalog.yml`, in the order in which GitHub lists them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..readers.settings import read_settings
from .form import Ask, Form

_CATALOG: dict[str, Any] = read_settings(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
PRIVACY: str = _CATALOG["privacy"]
SOURCE_ASKS = tuple(Ask(**ask) for ask in _CATALOG["source_asks"])


def _form(texts: dict[str, Any]) -> Form:
    asks = tuple(Ask(**ask) for ask in texts["asks"])
    if texts.get("rests_on_a_source"):
        asks += SOURCE_ASKS
    return Form(**{**texts, "asks": asks})


FORMS = tuple(_form(texts) for texts in _CATALOG["forms"])
