"""A public function that raises names the error in its docstring: who calls it need not read its body."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guides import PROJECT

Function = ast.FunctionDef | ast.AsyncFunctionDef
NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def public_functions(body: list[ast.stmt]) -> Iterator[Function]:
    """Functions of a module and methods of its public classes."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body)
        elif isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def raised(node: ast.AST) -> Iterator[str]:
    """The names of the errors that a body raises itself; a bare `raise` passes on another's."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Raise) and child.exc:
            error = child.exc.func if isinstance(child.exc, ast.Call) else child.exc
            yield ast.unparse(error).rpartition(".")[2]
        if not isinstance(child, NESTED):
            yield from raised(child)


def unnamed_errors(source: str) -> list[str]:
    """Each function with an error that its docstring does not name."""
    return [
        f"{function.name}() raises {error}"
        for function in public_functions(ast.parse(source).body)
        for error in dict.fromkeys(raised(function))
        if error not in (ast.get_docstring(function) or "")
    ]


@pytest.mark.parametrize("folder", ["hooks", "maintaining", ".ci"])
def test_a_docstring_names_what_its_function_raises(folder: str) -> None:
    modules: list[Path] = sorted((PROJECT / folder).rglob("*.py"))
    assert modules
    found = {path: unnamed_errors(path.read_text(encoding="utf-8")) for path in modules}
    assert [f"{path.name}: {'; '.join(errors)}" for path, errors in found.items() if errors] == []


def test_an_error_that_is_not_named_is_found() -> None:
    source = 'def half(n):\n    """Half of n."""\n    if n % 2:\n        raise ValueError(n)\n    return n // 2\n'
    assert unnamed_errors(source) == ["half() raises ValueError"]
    assert unnamed_errors(source.replace("of n.", "of n. Raises ValueError for an odd n.")) == []
