"""The search for a web server, on made-up folders."""

from pathlib import Path

import pytest

from tests.browser.test_chromium import environment, program
from tests.servers import finding
from tests.servers.finding import CADDY, NGINX


@pytest.fixture(autouse=True)
def nothing_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(finding, "UNPACKED", tmp_path / "unpacked")


def test_the_variable_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "caddy")
    wanted = program(tmp_path / "mine")
    assert CADDY.find(environment(tmp_path, CADDY=str(wanted))) == wanted


def test_a_wrong_variable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="NGINX is 'no-such-server'"):
        NGINX.find(environment(tmp_path, NGINX="no-such-server"))


def test_an_unpacked_package_is_found_where_nothing_is_installed(tmp_path: Path) -> None:
    odd = finding.Server("odd-server", ("odd",), "-v")
    assert odd.find(environment(tmp_path)) is None
    unpacked = program(tmp_path / "unpacked" / "odd-server" / "usr" / "sbin" / "odd-server")
    assert odd.find(environment(tmp_path)) == unpacked
    program(unpacked, exit_code=1)
    assert odd.find(environment(tmp_path)) is None


def test_a_missing_server_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = finding.Server("odd-server", ("odd",), "-v")
    monkeypatch.setattr(finding, "NGINX", odd)
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt-get here
    monkeypatch.setattr(finding, "CADDY", odd)
    assert finding.main() == 1
    said = capsys.readouterr()
    assert "There is no apt-get here" in said.out
    assert "ODD-SERVER=/path/to/odd-server make test" in said.err
