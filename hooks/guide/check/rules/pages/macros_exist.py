"""Every macro call names a macro, gives it arguments it takes, and finds the rows it asks for."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from ....facts.freshness import data_date
from ....pages.links import Links
from ....pages.page import Call, Page
from ....rows.loading import Guide
from ....rows.problems import Problem, allowed
from ....view.components import Components
from ....view.context import Context
from ....view.macros import MACROS


def check(guide: Guide, pages: list[Page]) -> Iterator[Problem]:
    """Tries every call once, so that a wrong id is known with its line before anything is built."""
    components = Components(guide.root / "overrides" / "components")
    for page in pages:
        links = Links(guide.root / "docs", page.path)
        context = Context(guide, components, links, data_date(guide), macros=MACROS)
        for call in page.calls:
            message = _fault(call, context)
            if message:
                yield page.problem(call.line, message)


def _fault(call: Call, context: Context) -> str:
    macro = MACROS.get(call.name)
    if macro is None:
        return f"unknown macro '{call.name}'. {allowed(call.name, MACROS)}"
    try:
        inspect.signature(macro).bind(context, *call.args, **call.kwargs)
    except TypeError as error:
        return f"{call.name}: {error}. It is written {_usage(macro)}."
    # A broken table is reported by its own rules; trying calls on top would only repeat that.
    if context.guide.problems:
        return ""
    try:
        macro(context, *call.args, **call.kwargs)
    except ValueError as error:
        return f"{call.name}: {error}"
    return ""


def _usage(macro: Callable[..., str]) -> str:
    parameters = list(inspect.signature(macro).parameters.values())[1:]
    spoken = [
        f"{parameter.name}=..." if parameter.kind is parameter.KEYWORD_ONLY else '"..."'
        for parameter in parameters
    ]
    return f"{macro.__name__}({', '.join(spoken)})"
