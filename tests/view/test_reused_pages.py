"""In a server, the macros of a page are expanded again once its text or what they return has changed, and only then."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from guide.publish import between_builds
from guide.view.stand_ins import StandIns

from tests.guides import PROJECT

PATH = "index.md"
BOX = '<div class="box">{}</div>'


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    between_builds._made.clear()
    yield
    between_builds._made.clear()


@pytest.fixture
def macros(monkeypatch: pytest.MonkeyPatch) -> Any:
    """hooks/macros.py."""
    monkeypatch.syspath_prepend(str(PROJECT / "hooks"))
    import macros

    yield macros
    sys.modules.pop("macros", None)


class Server:
    """Builds of one page, one after the other, and how often its macros were expanded."""

    def __init__(self, macros: Any) -> None:
        self.macros, self.expanded = macros, 0

    def build(self, source: str, *returned: str) -> tuple[str, set[str]]:
        """The page's text with its components, and the anchors in these."""
        stand_ins = StandIns()
        calls = [SimpleNamespace(html=html) for html in returned]
        rendered = SimpleNamespace(calls=lambda _: iter(calls))
        runner = SimpleNamespace(stand_ins=stand_ins, rendered=rendered, pages={PATH: None})

        def render(*_: Any, **__: Any) -> str:
            self.expanded += 1
            return source + "".join(map(stand_ins.replace, returned))

        expander = SimpleNamespace(expanded=render)
        text = self.macros.Reused(expander, runner, PATH).from_string(source).render(meta=1)
        return stand_ins.put_back(text)


def test_an_unchanged_page_is_expanded_once_and_gets_its_components_back(macros: Any) -> None:
    server, box = Server(macros), BOX.format('<a id="here">x</a>')
    first = server.build("Text\n\n", box)
    assert first == (f"Text\n\n{box}", {"here"})
    assert server.build("Text\n\n", box) == first
    assert server.expanded == 1


def test_another_text_or_another_component_is_expanded(macros: Any) -> None:
    server = Server(macros)
    for text, number in (("Text\n\n", 1), ("Text\n\n", 2), ("Other\n\n", 2), ("Text\n\n", 1)):
        box = BOX.format(number)
        assert server.build(text, box) == (f"{text}{box}", set())
    assert server.expanded == 4
