"""Macro calls in the text of a page, parsed by Jinja without evaluating anything."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from .page import Call, Page

DELIMITERS = {
    "variable_start_string": "[[=",
    "variable_end_string": "=]]",
    "block_start_string": "[[%",
    "block_end_string": "%]]",
    "comment_start_string": "[[#",
    "comment_end_string": "#]]",
}
GRAMMAR = "A page holds text and calls of our macros with constant arguments, nothing else."
READER = Environment(**DELIMITERS, autoescape=True)  # type: ignore[arg-type]
OTHER_SYNTAX = re.compile(r"\[\[[%#]")


def parse_calls(page: Page) -> None:
    """Fills `page.parts` and `page.problems` from the page's text, by Jinja's own parser."""
    try:
        tree = READER.parse(page.text)
    except TemplateSyntaxError as error:
        page.problems.append(
            page.problem(error.lineno, f"the macro call cannot be read: {error.message}. {GRAMMAR}")
        )
        return
    except (RecursionError, ValueError) as error:  # thousands of brackets, or of digits
        page.problems.append(page.problem(1, f"a macro call cannot be read: {error}. {GRAMMAR}"))
        return
    for top in tree.body:
        for node in top.nodes if isinstance(top, nodes.Output) else [top]:
            _read_node(page, node)
    # Raw blocks and comments have no node in the tree.
    for found in () if page.problems else OTHER_SYNTAX.finditer(page.text):
        _refuse(page, page.text.count("\n", 0, found.start()) + 1)


def _read_node(page: Page, node: nodes.Node) -> None:
    if isinstance(node, nodes.TemplateData):
        page.parts.append(node.data)
        return
    call = _call(node)
    if call:
        page.parts.append(call)
    else:
        _refuse(page, node.lineno)


def _refuse(page: Page, line: int) -> None:
    found = page.line_text(line).strip()
    page.problems.append(page.problem(line, f"'{found}' is refused. {GRAMMAR}"))


def _call(node: nodes.Node) -> Call | None:
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
        return None
    names = [pair.key for pair in node.kwargs]
    if node.dyn_args or node.dyn_kwargs or len(names) != len(set(names)):
        return None
    try:
        args = tuple(_constant(value) for value in node.args)
        kwargs = {pair.key: _constant(pair.value) for pair in node.kwargs}
    except nodes.Impossible:
        return None
    return Call(node.node.name, args, kwargs, node.lineno)


def _constant(node: nodes.Expr) -> Any:
    """The value of a literal. Raises nodes.Impossible for anything that would have to be computed."""
    if not isinstance(node, nodes.Const):
        raise nodes.Impossible
    return node.value
