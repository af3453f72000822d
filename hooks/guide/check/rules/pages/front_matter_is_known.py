"""Front matter holds only keys that the guide uses; others could shadow macros or switch them off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from ....pages.page import Page, unquoted
from ....rows.loading import Guide
from ....rows.problems import Problem, allowed
from ....rows.readers.settings import LOADER, read_settings

ALLOWED = ("title", "description", "tags", "template", "hide")
TAGS = ("roles", "loops", "pay", "prepare", "mistakes", "reference", "contribute", "pm", "pmm")
TEMPLATES = ("home.html",)
# The theme writes titles and descriptions into the head of a page as they are.
NOT_PLAIN = re.compile(r"""\[\[|[<>"\\]""")
LENGTH = {"title": (5, 70), "description": (50, 160)}


def check(_guide: Guide, pages: Sequence[Page]) -> Iterator[Problem]:
    """Every page has a title and a description in plain text."""
    for page in pages:
        if page.text:
            keys = page.front_matter
            yield from _yaml_faults(page)
            yield from _unknown_keys(page, keys)
            yield from _tag_faults(page)
            for key in ("title", "description"):
                yield from _text_faults(page, key, keys.get(key, ""))


def _yaml_faults(page: Page) -> Iterator[Problem]:
    """MkDocs treats front matter that it cannot parse as text, and publishes it without a warning."""
    if not page.front_matter:
        return
    head = "\n".join(page.text.split("\n")[1 : page.body_line - 2])
    try:
        if line := _line_of_reference(head):
            message = "front matter may hold no anchor, alias or tag. Write each value out."
            yield page.problem(line + 1, message)
            return
        values = read_settings(head)
    # A date that does not exist is a ValueError.
    except (yaml.YAMLError, ValueError, RecursionError):
        message = "the front matter is not valid YAML. Quote text that contains ': ' or ' #'."
        yield page.problem(min(_line_of_fault(head), page.body_line - 1), message)
        return
    # Anything but a mapping lacks a title, which is reported already.
    values = values if isinstance(values, dict) else {}
    for key in ("title", "description"):
        if key in values and not isinstance(values[key], str | None):
            yield page.problem(_line(page, key), f"the {key} must be text. Put it in quotes.")


def _line_of_fault(head: str) -> int:
    """The line of the page with the fault. PyYAML's own parser is slower than libyaml, but reports it exactly."""
    try:
        yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line + 2 if mark else 1
    return 1


def _line_of_reference(head: str) -> int:
    """The line of the first anchor, alias or tag, or 0. Nested aliases could take forever to expand."""
    for event in yaml.parse(head, Loader=LOADER):
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            mark = event.start_mark
            return mark.line + 1 if mark else 1
    return 0


def _unknown_keys(page: Page, keys: dict[str, str]) -> Iterator[Problem]:
    for key in keys:
        if key not in ALLOWED:
            yield page.problem(
                _line(page, key), f"unknown front matter key '{key}'. {allowed(key, ALLOWED)}"
            )
    template = keys.get("template", TEMPLATES[0])
    if template not in TEMPLATES:
        yield page.problem(
            _line(page, "template"),
            f"unknown template '{template}'. {allowed(template, TEMPLATES)}",
        )


def _tag_faults(page: Page) -> Iterator[Problem]:
    if not page.tags:
        yield page.problem(
            1, f"the front matter needs tags. Allowed: {', '.join(TAGS)}.", "tags: [roles]"
        )
    written = page.front_matter.get("tags", "")
    if written.startswith("- "):
        message = "the tags are on several lines. Write them on one, in brackets."
        listed = ", ".join(written.removeprefix("- ").split(" - "))
        yield page.problem(_line(page, "tags"), message, f"tags: [{listed}]")
        return
    for name in page.tags:
        if name not in TAGS:
            yield page.problem(_line(page, "tags"), f"unknown tag '{name}'. {allowed(name, TAGS)}")


def _text_faults(page: Page, key: str, text: str) -> Iterator[Problem]:
    if not text:
        yield page.problem(1, f"the front matter needs a {key}.", f"{key}: ...")
    elif found := NOT_PLAIN.search(unquoted(text)):
        message = (
            f"the {key} holds '{found[0]}'. Write plain text: no macro, no HTML, no double quotes."
        )
        yield page.problem(_line(page, key), message)
    elif not LENGTH[key][0] <= len(unquoted(text)) <= LENGTH[key][1]:
        shortest, longest = LENGTH[key]
        message = (
            f"the {key} has {len(unquoted(text))} characters; {shortest} to {longest} are allowed."
        )
        yield page.problem(_line(page, key), message)


def _line(page: Page, key: str) -> int:
    lines = page.text.split("\n")
    return next(
        (number for number, text in enumerate(lines, start=1) if text.startswith(f"{key}:")), 1
    )
