"""The examples in deploy/, run by a real nginx and a real Caddy with the real guide: at the root and below a path."""

from __future__ import annotations

import gzip
import http.client
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli
import pytest

from maintaining.publishing.releases import Host
from tests.built.site import built_once
from tests.servers.finding import CADDY
from tests.servers.running import DEPLOY, caddy, get, nginx, program

pytestmark = pytest.mark.long

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=()",
}
# The files of the site that tests ask for.
ASKED = (
    *("index.html", "404.html", "pay/by-level/index.html", "data/compensation.csv"),
    *("sitemap.xml", "search/search_index.json", "offline.json", "offline-worker.js"),
    *("assets/icon.svg", "assets/close-menu.js", "assets/search/worker.js"),
    *("assets/site.*.css", "assets/javascripts/bundle.*.js"),
)
IMMUTABLE = "public, max-age=31536000, immutable"
RUNNERS = {
    "nginx at the root": (partial(nginx, "at-root.conf"), "/"),
    "nginx below a path": (partial(nginx, "below-a-path.conf"), "/guide/"),
    "Caddy at the root": (partial(caddy, "guide.example.org"), "/"),
    "Caddy below a path": (partial(caddy, "www.example.org"), "/guide/"),
}


@dataclass(frozen=True)
class Served:
    """A published guide behind a server: its address with the path, and the folder of releases."""

    origin: str
    path: str
    host: Host

    @property
    def address(self) -> str:
        return self.origin + self.path

    def file(self, name: str) -> bytes:
        return (self.host.current / name).read_bytes()

    def named(self, pattern: str) -> str:
        """The path of the one file, below the site, that a pattern finds first."""
        return (
            next(iter(sorted(self.host.current.glob(pattern))))
            .relative_to(self.host.current)
            .as_posix()
        )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Host:
    host = Host(tmp_path_factory.mktemp("host"))
    # A copy: publishing adds a list of checksums, and other tests read the same site.
    site = tmp_path_factory.mktemp("finished") / "site"
    copy_asked(built_once(tmp_path_factory).root, site)
    host.publish(site)
    return host


def copy_asked(whole: Path, site: Path) -> None:
    """Copies what tests here ask for: to compress all files of the site takes a minute."""
    for path in (path for pattern in ASKED for path in whole.glob(pattern)):
        copied = site / path.relative_to(whole)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)


@pytest.fixture(scope="module", params=RUNNERS)
def served(
    request: pytest.FixtureRequest, published: Host, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    run, path = RUNNERS[request.param]
    with run(published.folder, tmp_path_factory.mktemp("server")) as origin:
        yield Served(origin, path, published)


def test_pages_are_sent_as_they_were_built(served: Served) -> None:
    for page in ("", "pay/by-level/"):
        answer = get(served.address + page)
        assert answer.status == 200
        assert answer.data == served.file(f"{page}index.html")
        assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "name", ["", "no/such/page", "data/compensation.csv", "assets/close-menu.js"]
)
def test_every_answer_has_the_security_headers(served: Served, name: str) -> None:
    answer = get(served.address + name)
    assert {header: answer.headers.get(header) for header in HEADERS} == HEADERS
    assert "/" not in answer.headers.get("Server", "")  # no version


def test_only_files_with_a_hash_in_their_name_are_cached_without_asking(served: Served) -> None:
    hashed = [
        served.named("assets/javascripts/bundle.*.min.js"),
        served.named("assets/site.*.min.css"),
    ]
    headers = {name: get(served.address + name).headers["Cache-Control"] for name in hashed}
    assert set(headers.values()) == {IMMUTABLE}
    picture = get(served.address + "assets/icon.svg")
    assert picture.headers["Cache-Control"] == "public, max-age=86400"
    revalidated = (
        "",
        "pay/by-level/",
        "sitemap.xml",
        "search/search_index.json",
        "assets/close-menu.js",
        "offline-worker.js",
        "offline.json",
    )
    assert {get(served.address + name).headers["Cache-Control"] for name in revalidated} == {
        "no-cache"
    }


@pytest.mark.parametrize(
    "name", ["no/such/page", "assets/javascripts/bundle.00000000.min.js", "x.png", "assets/"]
)
def test_a_missing_file_gets_our_page_and_is_not_cached(served: Served, name: str) -> None:
    answer = get(served.address + name)
    assert answer.status == 404
    assert answer.data == served.file("404.html")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_browser_that_has_the_page_gets_a_short_answer(served: Served) -> None:
    first = get(served.address + "pay/by-level/")
    again = get(served.address + "pay/by-level/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.data) == (304, b"")


def test_compressed_files_are_sent_as_they_were_made(served: Served) -> None:
    answer = get(served.address + "pay/by-level/", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["Vary"].lower()
    assert answer.data == served.file("pay/by-level/index.html.gz")
    assert gzip.decompress(answer.data) == served.file("pay/by-level/index.html")
    plain = get(served.address + "pay/by-level/")
    assert "Content-Encoding" not in plain.headers


def test_caddy_sends_brotli_to_who_takes_it(served: Served, request: pytest.FixtureRequest) -> None:
    answer = get(served.address, Accept_Encoding="gzip, br")
    if "Caddy" in request.node.callspec.id:
        assert answer.headers["Content-Encoding"] == "br"
        assert brotli.decompress(answer.data) == served.file("index.html")
    else:  # stock nginx has no brotli; it must not send .br without saying so
        assert answer.headers["Content-Encoding"] == "gzip"


def test_a_folder_without_its_slash_leads_to_the_page_on_any_host(served: Served) -> None:
    answer = get(served.address + "pay/by-level")
    assert answer.status in (301, 308)
    location = answer.headers["Location"]
    # Relative: a proxy in front may have another name and port.
    assert location == f"{served.path}pay/by-level/" or location == "by-level/"


def test_the_path_without_its_slash_leads_to_the_guide(served: Served) -> None:
    if served.path != "/":
        answer = get(served.origin + served.path.rstrip("/"))
        assert answer.status in (301, 302, 308)
        assert answer.headers["Location"] == served.path


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("data/compensation.csv", "text/csv"),
        ("assets/search/worker.js", "javascript"),
        ("assets/icon.svg", "image/svg+xml"),
        ("search/search_index.json", "application/json"),
        ("sitemap.xml", "xml"),
    ],
)
def test_files_say_what_they_are(served: Served, name: str, content_type: str) -> None:
    """With `nosniff` a browser runs no script, and shows no picture, that is called something else."""
    assert content_type in get(served.address + name).headers["Content-Type"]


@pytest.mark.parametrize(
    "name", ["..%2f.lock", "../.lock", "%2e%2e/releases/", "../releases/000001/index.html", ".lock"]
)
def test_nothing_beside_the_site_can_be_reached(served: Served, name: str) -> None:
    """Sent unchanged: a client that normalizes addresses would hide a hole."""
    connection = http.client.HTTPConnection(served.origin.removeprefix("http://"))
    connection.request("GET", served.path + name)
    answer = connection.getresponse()
    # Outside of the path Caddy answers with nothing at all.
    assert answer.status in (400, 404) or answer.read() == b""
    connection.close()


def test_a_new_release_and_a_rollback_show_at_once(served: Served, tmp_path: Path) -> None:
    before = get(served.address).data
    other = tmp_path / "site"
    other.mkdir()
    (other / "index.html").write_text("Another site")
    served.host.publish(other)
    assert get(served.address).data == b"Another site"
    served.host.roll_back()
    assert get(served.address).data == before


def test_the_caddyfile_is_formatted_as_caddy_formats_it() -> None:
    done = subprocess.run(
        [str(program(CADDY)), "fmt", str(DEPLOY / "Caddyfile")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == (DEPLOY / "Caddyfile").read_text()
