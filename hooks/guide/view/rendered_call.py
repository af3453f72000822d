"""One macro call, rendered: its HTML, or what is wrong with the call."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..pages.page import Call
from ..rows.problems import allowed
from .context import Context
from .reading_time import word_count

Macro = Callable[..., str]
LISTED = "hooks/guide/view/macros/__init__.py lists them."


@dataclass(frozen=True)
class RenderedCall:
    """A macro call with its HTML and word count, or with its fault."""

    call: Call
    html: str = ""
    words: int = 0
    fault: str = ""


def rendered_call(call: Call, macros: Mapping[str, Macro], context: Context) -> RenderedCall:
    """A call rendered in its page's context. If the guide has broken rows, only its name and arguments are checked."""
    macro = macros.get(call.name)
    if macro is None:
        fault = f"unknown macro '{call.name}'. {allowed(call.name, macros)} {LISTED}"
        return RenderedCall(call, fault=fault)
    try:
        _signature(macro).bind(context, *call.args, **call.kwargs)
    except TypeError as error:
        return RenderedCall(call, fault=f"{call.name}: {error}. It is written {_usage(macro)}.")
    # A broken table is reported by its own rules; rendering calls would only repeat that.
    if context.guide.problems:
        return RenderedCall(call)
    unread = context.unread_words
    try:
        html = str(macro(context, *call.args, **call.kwargs))
    except ValueError as error:
        return RenderedCall(call, fault=f"{call.name}: {error}")
    return RenderedCall(call, html, word_count(html) - (context.unread_words - unread))


_signature = lru_cache(maxsize=None)(inspect.signature)  # one for each macro


def _usage(macro: Macro) -> str:
    parameters = list(inspect.signature(macro).parameters.values())[1:]
    spoken = [
        f"{parameter.name}=..." if parameter.kind is parameter.KEYWORD_ONLY else '"..."'
        for parameter in parameters
    ]
    return f"{macro.__name__}({', '.join(spoken)})"
