"""The driver of Chrome 112 notices what its window loses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.engines.chrome_112 import chrome_112

pytestmark = pytest.mark.long

PAGE = """<!doctype html><title>Page</title>
<style>button { display: block; height: 100px }</style>
<button>One</button><button>Other</button><input>
<script>
window.pressed = [];
addEventListener("click", (event) => window.pressed.push(event.target.textContent));
</script>"""


def test_a_click_and_a_key_that_did_not_come_are_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    calls: list[str] = []
    with chrome_112(tmp_path) as browser:
        do = browser._do

        def losing(name: str, *arguments: Any) -> Any:
            calls.append(name)
            if name in ("click", "key") and calls.count(name) == 1:
                return None  # lost
            if name == "click" and calls.count(name) == 2:
                x, y = arguments
                return do("click", x, y + 100)  # the page moved meanwhile
            return do(name, *arguments)

        monkeypatch.setattr(browser, "_do", losing)
        browser.load(page.as_uri())
        browser.click("document.querySelector('button')")
        browser.type("document.querySelector('input')", "ab")
        seen = browser.run("return [window.pressed, document.querySelector('input').value]")
    assert seen == [["One"], "ab"]
    assert (calls.count("click"), calls.count("key")) == (3, 3)
