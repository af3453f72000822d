"""Publishing to a folder: whole or not at all, and back again in one step."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
from pathlib import Path

import brotli
import pytest

from maintaining.publishing import releases
from maintaining.publishing.__main__ import main
from maintaining.publishing.checksums import Damaged, check_checksums, write_checksums
from maintaining.publishing.compressing import compress_files
from maintaining.publishing.releases import Host, Refused

PAGE = "<p>A page that says a lot.</p>" * 100


def site_of(folder: Path, text: str = PAGE, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text)
    for name, content in {"404.html": "Not here", **files}.items():
        (folder / name.replace("_", ".")).write_text(content)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of(tmp_path / "site")


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path / "host")


def live(host: Host) -> str:
    return (host.current / "index.html").read_text()


def test_each_publication_is_a_release_that_the_link_leads_to(host: Host, site: Path) -> None:
    assert host.publish(site).name == "000001"
    assert live(host) == PAGE
    assert host.publish(site_of(site, "two")).name == "000002"
    assert live(host) == "two"
    assert (host.releases / "000001/index.html").read_text() == PAGE
    # Relative, so that the folder may be mounted elsewhere.
    assert str(host.current.readlink()) == "releases/000002"


def test_going_back_and_forth(host: Host, site: Path) -> None:
    for text in ("one", "two", "three"):
        host.publish(site_of(site, text))
    host.roll_back()
    assert live(host) == "two"
    host.roll_back()
    assert live(host) == "one"
    with pytest.raises(Refused, match="Releases here: 000001, 000002, 000003"):
        host.roll_back()
    assert live(host) == "one"
    host.roll_back(3)
    assert live(host) == "three"
    with pytest.raises(Refused):
        host.roll_back(9)
    assert live(host) == "three"


def test_a_publication_after_a_rollback_takes_a_new_number(host: Host, site: Path) -> None:
    for text in ("one", "two"):
        host.publish(site_of(site, text))
    host.roll_back()
    assert host.publish(site_of(site, "three")).name == "000003"
    assert live(host) == "three"
    # "two" was rolled back for a reason: the next way back does not lead there.
    host.roll_back()
    assert live(host) == "one"


def test_the_last_few_are_kept_and_the_current_one_always(host: Host, site: Path) -> None:
    for number in range(4):
        host.publish(site_of(site, str(number)), keep=2)
    assert host.numbers() == [3, 4]
    host.roll_back()
    host.publish(site_of(site, "5"), keep=1)
    assert host.numbers() == [5]
    assert live(host) == "5"


@pytest.mark.parametrize("step", ["copytree", "check_checksums", "compress_files", "sync"])
def test_whatever_fails_before_the_switch_leaves_the_old_site(
    host: Host, site: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    host.publish(site)
    owner = {"copytree": releases.shutil, "sync": releases.os}.get(step, releases)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(owner, step, fail)
        with pytest.raises(KeyboardInterrupt):
            host.publish(site_of(site, "two"))
    assert live(host) == PAGE
    assert host.numbers() == [1]
    host.publish(site)  # what was left over is in nobody's way
    assert live(host) == "two"
    assert sorted(path.name for path in host.releases.iterdir()) == ["000001", "000002"]


def test_a_copy_that_lost_a_byte_is_not_published(
    host: Host, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.publish(site)
    copy = releases.shutil.copytree

    def copy_badly(source: Path, target: Path) -> None:
        copy(source, target)
        (target / "index.html").write_text("tw")

    monkeypatch.setattr(releases.shutil, "copytree", copy_badly)
    with pytest.raises(Damaged, match=r"1 files are not as they were built: \['index.html'\]"):
        host.publish(site_of(site, "two"))
    assert live(host) == PAGE


def test_a_killed_publication_leaves_the_old_site(host: Host, site: Path) -> None:
    """A real process, killed while it compresses."""
    host.publish(site)
    site_of(site, "two")
    code = (
        "import os, signal, sys, pathlib; from maintaining.publishing import releases; "
        "releases.compress_files = lambda _: os.kill(os.getpid(), signal.SIGKILL); "
        "releases.Host(pathlib.Path(sys.argv[1])).publish(pathlib.Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(host.folder), str(site)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -9
    assert live(host) == PAGE
    assert host.publish(site).name == "000002"


def test_a_visitor_never_meets_a_gap(host: Host, site: Path) -> None:
    host.publish(site)
    seen, stop = set(), threading.Event()

    def visit() -> None:
        while not stop.is_set():
            seen.add((host.current / "index.html").exists())

    visitor = threading.Thread(target=visit)
    visitor.start()
    for number in range(20):
        host.publish(site_of(site, str(number)))
    stop.set()
    visitor.join()
    assert seen == {True}


def test_two_publications_wait_for_each_other(host: Host, site: Path) -> None:
    """Each has a lock of its own file, so threads wait as processes do."""
    threads = [threading.Thread(target=host.publish, args=(site,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert host.numbers() == [1, 2, 3]


def test_unchanged_files_keep_their_time_so_that_browsers_keep_them(host: Host, site: Path) -> None:
    site_of(site, same_css="a {}" * 500)
    first = host.publish(site)
    for name in ("same.css", "same.css.gz", "index.html"):
        os.utime(first / name, (1_000_000_000, 1_000_000_000))
    site_of(site, "two" * 500, same_css="a {}" * 500)
    second = host.publish(site)
    assert (second / "same.css").stat().st_mtime == 1_000_000_000
    assert (second / "same.css.gz").stat().st_mtime == 1_000_000_000
    assert (second / "index.html").stat().st_mtime > 1_000_000_000


def test_a_web_server_may_read_what_a_careful_user_publishes(host: Host, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        release = host.publish(site_of(tmp_path / "private"))
    finally:
        os.umask(before)
    for path in (host.folder, host.releases, release, *release.rglob("*")):
        wanted = 0o005 if path.is_dir() else 0o004
        assert path.stat().st_mode & 0o007 == wanted, path


def test_compressed_copies_hold_the_same_and_are_the_same_each_time(site: Path) -> None:
    assert compress_files(site) == 2
    small = (site / "index.html.gz").read_bytes()
    assert gzip.decompress(small).decode() == PAGE
    assert brotli.decompress((site / "index.html.br").read_bytes()).decode() == PAGE
    assert len(small) < len(PAGE)
    assert small[4:8] == bytes(4)  # no time
    assert not (site / "404.html.gz").exists()  # one packet either way
    assert compress_files(site) == 2
    assert (site / "index.html.gz").read_bytes() == small


def test_what_does_not_shrink_has_no_copy(site: Path) -> None:
    (site / "noise.txt").write_bytes(os.urandom(5000))
    compress_files(site)
    assert not (site / "noise.txt.gz").exists()


def test_the_list_of_checksums_is_one_that_sha256sum_reads(site: Path) -> None:
    listed = write_checksums(site)
    command = ["sha256sum", "--check", "--strict", "--quiet", listed.name]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    check_checksums(site)
    (site / "404.html").unlink()
    with pytest.raises(Damaged, match=r"404\.html"):
        check_checksums(site)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_refusals_say_what_to_do(
    tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = ("--site", str(site))
    assert "make publish TO=/srv/guide" in refusal(capsys, "publish", *built)
    empty = str(tmp_path / "empty")
    assert "make build" in refusal(capsys, "publish", "--to", empty, "--site", empty)
    assert "Nothing was published" in refusal(capsys, "rollback", "--to", empty)
    assert "is inside the site" in refusal(capsys, "publish", "--to", str(site / "x"), *built)
    assert "KEEP is 0" in refusal(capsys, "publish", "--to", empty, "--keep", "0", *built)
    assert "must be a number" in refusal(capsys, "rollback", "--to", empty, "--release", "two")
    assert not (tmp_path / "empty").exists()


def test_a_folder_that_cannot_be_made_is_reported(
    tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    said = refusal(capsys, "publish", "--to", f"{tmp_path}/file/host", "--site", str(site))
    assert f"{tmp_path}/file/host" in said
    assert "What visitors get is whole" in said


@pytest.mark.parametrize("thing", ["photos", "current"])
def test_a_folder_that_holds_something_else_is_left_alone(
    tmp_path: Path, site: Path, thing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine" / thing
    mine.mkdir(parents=True)
    said = refusal(capsys, "publish", "--to", str(tmp_path / "mine"), "--site", str(site))
    assert thing in said
    assert [path.name for path in (tmp_path / "mine").iterdir()] == [thing]


def test_the_command_says_how_to_go_back(
    tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = str(tmp_path / "host")
    assert main(["publish", "--to", to, "--site", str(site)]) == 0
    assert f"is now release 000001. To go back: make rollback TO={to}" in capsys.readouterr().out
