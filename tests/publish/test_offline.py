"""What a reader saves: every file that a page, a tool or the search needs, with its size shown first."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from pathlib import Path

import pytest
from guide.check.linter import Checked
from guide.pages.navigation import menu
from guide.pages.settings import SiteSettings, site_settings
from guide.publish.offline import OfflineCopy, is_saved, with_size
from guide.publish.site import Site
from guide.publish.steps.files.offline import list_offline_files, write_offline_worker
from guide.rows.loading import Guide
from guide.view.render import RenderedPages

from maintaining.offline.__main__ import REMOVING, WORKER, main
from tests.guides import PROJECT

PAGE = "reference/offline/index.html"
TOOL = '<offline-tool class="study-tool__body"></offline-tool>'
MANIFEST = json.loads((PROJECT / "overrides/manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def site(tmp_path: Path, real_guide: Guide, real_pages: RenderedPages) -> Site:
    for name, text in {
        "index.html": "home",
        PAGE: TOOL,
        "assets/a.js": "a",
        "cards/a.apkg": "b",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Site(tmp_path, Checked(real_guide, real_pages, ()), SiteSettings("Guide"))


def digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def test_every_file_is_listed_as_it_will_be_published(site: Site) -> None:
    write_offline_worker(site)
    list_offline_files(site)
    site.save()
    listed = json.loads((site.folder / "offline.json").read_text(encoding="utf-8"))
    paths = ["assets/a.js", "index.html", "manifest.json", PAGE]
    assert listed["files"] == [[p, digest((site.folder / p).read_bytes())] for p in paths]
    written = json.dumps(listed["files"], separators=(",", ":"))
    assert listed["release"] == digest(written.encode())
    assert listed["edition"] and listed["bytes"] > 0


@pytest.mark.parametrize(
    ("path", "saved"),
    [
        ("pay/levels/index.html", True),
        ("pay/levels/page.md", True),  # a button copies it
        ("prompts/mock-interviewer-pm.md", True),
        ("search/texts/a.json", True),
        ("sitemap.xml", True),  # the theme's script fetches it with every page
        ("assets/icons/icon-192.png", True),
        ("guide-pm.md", False),
        ("guide-pmm.md", False),
        ("cards/microsoft-pm.apkg", False),
        ("data/compensation.csv", False),
        ("assets/javascripts/bundle.1a2b3c4d.min.js", True),
        ("assets/javascripts/bundle.1a2b3c4d.min.js.map", False),
        ("offline-worker.js", False),
        ("offline.json", False),
    ],
)
def test_what_only_other_programs_open_is_left_out(path: str, saved: bool) -> None:
    assert is_saved(path) is saved


def test_the_size_is_what_a_host_sends_and_what_a_browser_keeps() -> None:
    copy = OfflineCopy({"a.html": b"word " * 400_000, "b.png": bytes(range(256)) * 4000}, "today")
    assert copy.stored == 3_024_000
    assert copy.sent < 1_100_000  # text is sent compressed, a picture as it is
    html = with_size(TOOL, copy)
    assert 'data-sent="1.0 MB" data-stored="3.0 MB" data-files="2"' in html


def test_where_saving_is_switched_off_no_size_is_shown(site: Site) -> None:
    site.write("offline-worker.js", REMOVING.read_bytes())
    list_offline_files(site)
    assert not (site.folder / "offline.json").exists()
    assert site.html[PAGE] == TOOL


def test_a_preview_offers_nothing_to_save(site: Site) -> None:
    site.is_preview = True
    write_offline_worker(site)
    list_offline_files(site)
    assert not (site.folder / "offline.json").exists()


def test_the_maintainer_switches_it_off_with_one_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "overrides").mkdir()
    assert main(tmp_path) == 0
    assert (tmp_path / WORKER).read_bytes() == REMOVING.read_bytes()
    assert "revert that commit" in capsys.readouterr().out


def test_the_app_has_the_name_of_the_guide_and_shortcuts_to_its_pages() -> None:
    assert MANIFEST["name"] == site_settings(PROJECT, {}).name
    pages = {entry.path.removesuffix(".md") + "/" for entry in menu(PROJECT)}
    shortcuts = {shortcut["url"] for shortcut in MANIFEST["shortcuts"]}
    assert shortcuts == {"prepare/practice/", "prepare/dated-plan/"}
    assert shortcuts <= pages


def test_each_icon_has_the_size_that_the_manifest_says() -> None:
    for icon in MANIFEST["icons"]:
        head = (PROJECT / "overrides" / icon["src"]).read_bytes()[:24]
        width, height = struct.unpack(">II", head[16:24])
        assert f"{width}x{height}" == icon["sizes"]
