"""The search for a browser, on made-up folders: no test here installs or starts a real one."""

import subprocess
from pathlib import Path

import pytest

from maintaining.distribution import apt_commands
from tests.browser import chromium

WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


@pytest.fixture(autouse=True)
def no_applications(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Mac's own Chrome must not decide these tests."""
    monkeypatch.setattr(chromium, "MAC_APPS", ())


@pytest.fixture(autouse=True)
def unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a headless shell would be fetched to; nor must the one of this machine decide these tests."""
    monkeypatch.setattr(chromium, "UNPACKED", tmp_path / "unpacked")
    return tmp_path / "unpacked"


@pytest.fixture(autouse=True)
def playwright_is_not_asked(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each question starts Python with Playwright, a second of CPU: only tests of the answer ask it."""
    if "playwrights_own" not in request.node.name:
        monkeypatch.setattr(chromium, "playwrights_own", lambda _: iter(()))


def program(path: Path, *, exit_code: int = 0) -> Path:
    """An executable that ends with `exit_code`, whatever it is asked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path / "home"), **more}


@pytest.mark.parametrize("name", chromium.NAMES)
def test_each_usual_name_is_found(tmp_path: Path, name: str) -> None:
    browser = program(tmp_path / "bin" / name)
    assert chromium.find_chromium(environment(tmp_path)) == browser


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert chromium.find_chromium(environment(tmp_path)) is None
    assert chromium.find_chromium({}) is None


def test_the_variable_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium")
    wanted = program(tmp_path / "elsewhere" / "my-chrome")
    assert chromium.find_chromium(environment(tmp_path, CHROMIUM=str(wanted))) == wanted


@pytest.mark.parametrize("wanted", ["no-such-browser", "broken"])
def test_a_wrong_variable_is_an_error_although_another_browser_is_there(
    tmp_path: Path, wanted: str
) -> None:
    program(tmp_path / "bin" / "chromium")
    program(tmp_path / "bin" / "broken", exit_code=1)
    with pytest.raises(chromium.ChromiumError, match=f"CHROMIUM is '{wanted}'"):
        chromium.find_chromium(environment(tmp_path, CHROMIUM=wanted))


def test_a_stub_that_does_not_start_is_skipped(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium-browser", exit_code=1)
    browser = program(tmp_path / "bin" / "google-chrome")
    assert chromium.find_chromium(environment(tmp_path)) == browser


def test_a_file_that_may_not_be_executed_is_skipped(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium").chmod(0o644)
    assert chromium.find_chromium(environment(tmp_path)) is None


@pytest.mark.long
def test_playwrights_own_is_where_playwright_says(tmp_path: Path) -> None:
    moved = environment(tmp_path, PLAYWRIGHT_BROWSERS_PATH=str(tmp_path / "store"))
    assert chromium.find_chromium(moved) is None
    question = [chromium.sys.executable, "-c", WHERE]
    said = subprocess.run(question, env=moved, capture_output=True, text=True, check=True).stdout
    browser = program(Path(said.strip()))
    assert tmp_path / "store" in browser.parents
    assert chromium.find_chromium(moved) == browser


def test_a_headless_shell_on_the_path_comes_first(tmp_path: Path, unpacked: Path) -> None:
    there = program(unpacked / "usr/lib/chromium/chromium-headless-shell")
    assert chromium.find_shell(environment(tmp_path)) == there
    shell = program(tmp_path / "bin" / "chromium-headless-shell")
    assert chromium.find_shell(environment(tmp_path)) == shell


def test_a_headless_shell_that_opens_no_page_is_skipped(tmp_path: Path, unpacked: Path) -> None:
    shell = program(unpacked / "usr/lib/chromium/chromium-headless-shell")
    shell.write_text('#!/bin/sh\ntest "$1" = --version\n', encoding="utf-8")
    assert chromium.find_shell(environment(tmp_path)) is None


@pytest.mark.long
def test_playwrights_own_headless_shell_is_beside_its_browser(tmp_path: Path) -> None:
    store = tmp_path / "store"
    moved = environment(tmp_path, PLAYWRIGHT_BROWSERS_PATH=str(store))
    question = [chromium.sys.executable, "-c", WHERE]
    said = subprocess.run(question, env=moved, capture_output=True, text=True, check=True).stdout
    browser = program(Path(said.strip()))
    revision = browser.relative_to(store).parts[0].rpartition("-")[2]
    folder = store / f"chromium_headless_shell-{revision}" / "chrome-headless-shell-linux64"
    shell = program(folder / "chrome-headless-shell")
    assert chromium.find_shell(moved) == shell


def test_the_variable_names_what_is_used_instead_of_a_headless_shell(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium-headless-shell")
    wanted = program(tmp_path / "bin" / "chromium")
    assert chromium.find_shell(environment(tmp_path, CHROMIUM=str(wanted))) is None


def use_environment(monkeypatch: pytest.MonkeyPatch, env: dict[str, str]) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("PLAYWRIGHT_BROWSERS_PATH", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)


def test_installs_stop_at_the_first_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_environment(monkeypatch, environment(tmp_path))
    browser = tmp_path / "bin" / "chromium"
    tried: list[str] = []
    monkeypatch.setattr(
        chromium, "install_with_playwright", lambda: (tried.append("playwright"), program(browser))
    )
    monkeypatch.setattr(chromium, "install_with_apt", lambda: tried.append("apt"))
    assert chromium.ensure() == browser
    assert tried == ["playwright"]


def test_a_browser_that_is_there_installs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_environment(monkeypatch, environment(tmp_path))
    monkeypatch.setattr(
        chromium, "install_with_playwright", lambda: pytest.fail("installed without need")
    )
    browser = program(tmp_path / "bin" / "chromium")
    assert chromium.ensure() == browser


def test_a_headless_shell_is_fetched_once_and_its_want_is_no_fault(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    unpacked: Path,
) -> None:
    use_environment(monkeypatch, environment(tmp_path))
    program(tmp_path / "bin" / "apt-get", exit_code=1)
    program(tmp_path / "bin" / "apt-cache")
    browser = program(tmp_path / "bin" / "chromium")
    for fetches in (1, 0):
        assert chromium.main(["ensure"]) == 0
        said = capsys.readouterr().out
        assert said.count("Fetching") == fetches
        assert f"Chromium for the tests: {browser}" in said
    assert list(unpacked.iterdir()) == []


def test_the_command_says_what_helps_when_nothing_worked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_environment(monkeypatch, environment(tmp_path))
    monkeypatch.setattr(chromium, "install_with_playwright", lambda: None)
    assert chromium.main(["ensure"]) == 1  # the real apt step: there is no apt-get on this PATH
    said = capsys.readouterr()
    assert "There is no apt-get here" in said.out
    assert "CHROMIUM=/path/to/chrome make test" in said.err


def test_the_command_names_a_wrong_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_environment(monkeypatch, environment(tmp_path, CHROMIUM="no-such-browser"))
    assert chromium.main(["ensure"]) == 1
    assert "CHROMIUM is 'no-such-browser'" in capsys.readouterr().err


def test_a_download_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = program(tmp_path / "slow-python")
    slow.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    monkeypatch.setattr(chromium.sys, "executable", str(slow))
    chromium.install_with_playwright(seconds=0.2)
    assert "had not finished" in capsys.readouterr().out


def test_a_download_that_fails_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = program(tmp_path / "broken-python")
    broken.write_text("#!/bin/sh\necho Error: no such host\necho bye\nexit 1\n", encoding="utf-8")
    monkeypatch.setattr(chromium.sys, "executable", str(broken))
    chromium.install_with_playwright()
    assert "Playwright could not: Error: no such host" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("is_root", "can_ask", "start"),
    [
        (True, False, ["apt-get"]),
        (False, True, ["sudo", "apt-get"]),
        (False, False, ["sudo", "-n", "apt-get"]),
    ],
)
def test_sudo_asks_for_a_password_only_where_someone_can_answer(
    is_root: bool, can_ask: bool, start: list[str]
) -> None:
    commands = apt_commands("chromium", is_root=is_root, can_ask=can_ask)
    assert [command[: len(start)] for command in commands] == [start, start]
    assert commands[-1][-1] == "chromium"
