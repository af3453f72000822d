"""What measures a built site says so if it is given none."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

# Each with what it takes beside a site.
MEASUREMENTS = {
    "lighthouse": [],
    "looks.__main__": ["no-site", "pay/by-level/"],
    "made_of": [],
    "presses": [],
    "slow_phone": [],
}


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_a_folder_without_a_site_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["measure", str(tmp_path), *MEASUREMENTS[name]]
    monkeypatch.setattr("sys.argv", arguments)
    with pytest.raises(SystemExit, match="2"):
        import_module(f"tests.bench.{name}").main()
    said = capsys.readouterr().err
    assert f"'{tmp_path}' holds no built site. `make build` writes one into site/" in said
