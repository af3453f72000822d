"""What a workflow is told of the event that started it, in the environment: a stranger may have caused it."""

from __future__ import annotations

import re
from collections.abc import Mapping

REPOSITORY = r"[\w.-]+/[\w.-]+"


class BadEvent(ValueError):
    """A value in the event does not have the expected shape."""


def check_event(env: Mapping[str, str], shapes: Mapping[str, str]) -> None:
    """Raises BadEvent for a value without its shape: a pattern for each name."""
    for name, shape in shapes.items():
        if not re.fullmatch(shape, env.get(name, ""), re.ASCII):
            raise BadEvent(f"{name} is {env.get(name)!r}, and must look like {shape}.")
