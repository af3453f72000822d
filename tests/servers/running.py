"""Runs the example configurations of deploy/ on loopback, with their address and their folder filled in."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import urllib3

from tests.ports import free_port
from tests.servers.finding import CADDY, NGINX, Server, mime_types

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PATIENCE_SECONDS = 60
NGINX_CONF = """
daemon off;
pid {folder}/pid;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include guide/{example};
}}
"""
CADDY_OPTIONS = "{\n\tadmin off\n\tauto_https off\n}\n"


def program(server: Server) -> Path:
    """The server's program. There is no skipping: `make servers` fetches it."""
    found = server.find()
    assert found is not None, f"no {server.name} starts here; `make servers` finds or fetches one"
    return found


def filled(text: str, values: dict[str, str]) -> str:
    """An example with a test's values in place of ours; each must occur in it."""
    for ours, theirs in values.items():
        assert ours in text, f"the example does not say {ours!r} any more"
        text = text.replace(ours, theirs)
    return text


@contextmanager
def nginx(example: str, host: Path, folder: Path) -> Iterator[str]:
    """An nginx with one of the examples, serving the folder `host`; yields its address without a path."""
    port, binary = free_port(), program(NGINX)
    shutil.copytree(DEPLOY / "nginx", folder / "guide")
    shutil.copy(mime_types(binary), folder / "mime.types")
    values = {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/guide": str(host)}
    path = folder / "guide" / example
    path.write_text(filled(path.read_text(), values))
    # The workers of a root's nginx are nobody, who may not enter a test's folder.
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(NGINX_CONF.format(folder=folder, user=user, example=example))
    command = [str(binary), "-p", str(folder), "-c", str(conf), "-e", "stderr"]
    with running(command, port, folder):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy(site_name: str, host: Path, folder: Path) -> Iterator[str]:
    """A Caddy with the example, one of its two sites on loopback; yields the address without a path."""
    port, binary = free_port(), program(CADDY)
    values = {f"\n{site_name} {{": f"\nhttp://127.0.0.1:{port} {{", "/srv/guide": str(host)}
    text = filled((DEPLOY / "Caddyfile").read_text(), values)
    # The other site must not take ports of its own.
    others = {"guide.example.org {", "www.example.org {"} - {site_name + " {"}
    for other in others:
        text = filled(text, {f"\n{other}": f"\nhttp://127.0.0.1:{free_port()} {{"})
    (folder / "Caddyfile").write_text(CADDY_OPTIONS + text)
    command = [str(binary), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, port, folder):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """A server process, ended with the block; fails with what it said if it does not answer."""
    env = {
        **os.environ,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=env, cwd=folder)
    try:
        _wait(process, port, folder / "log")
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server does not answer:\n{log.read_text()}")


def get(address: str, **headers: str) -> urllib3.BaseHTTPResponse:
    """One answer, neither followed nor unpacked."""
    pool = urllib3.PoolManager(retries=False)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return pool.request("GET", address, headers=named, redirect=False, decode_content=False)
