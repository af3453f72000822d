"""Front matter holds only keys that the guide uses; others could shadow macros or switch them off."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading import Guide
from ..pages import Page
from ..problems import Problem, allowed

ALLOWED = ("title", "description", "template", "hide")
TEMPLATES = ("home.html",)
LONGEST_DESCRIPTION = 200


def check(_guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Every page has a title and a description in plain text."""
    for page in pages:
        if not page.text:
            continue
        keys = page.front_matter
        for key in keys:
            if key not in ALLOWED:
                yield page.problem(_line(page, key), f"unknown front matter key '{key}'. {allowed(key, ALLOWED)}")
        for key in ("title", "description"):
            if not keys.get(key):
                yield page.problem(1, f"the front matter needs a {key}.", f"{key}: ...")
            elif "[[" in keys[key]:
                yield page.problem(_line(page, key), f"the {key} holds a macro. Titles and descriptions are plain text.")
        if keys.get("template", TEMPLATES[0]) not in TEMPLATES:
            message = f"unknown template. {allowed(keys['template'], TEMPLATES)}"
            yield page.problem(_line(page, "template"), message)
        if len(keys.get("description", "")) > LONGEST_DESCRIPTION:
            message = f"the description is longer than {LONGEST_DESCRIPTION} characters."
            yield page.problem(_line(page, "description"), message)


def _line(page: Page, key: str) -> int:
    lines = page.text.split("\n")
    return next((number for number, text in enumerate(lines, start=1) if text.startswith(f"{key}:")), 1)
