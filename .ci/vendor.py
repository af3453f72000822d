"""Fetches the published libraries that the site ships: `make vendor`. Needs Node; only the standard library otherwise.

Reads .ci/vendored.toml, and the versions from .ci/package.json. Writes each library as one ES module and its license
beside it, below overrides/assets, their checksums to .ci/vendored.sha256, and THIRD-PARTY.md for people. Nothing is
written unless everything could be fetched.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent / "overrides" / "assets"
NOTICES = HERE.parent / "THIRD-PARTY.md"
NOTICES_HEAD = """# What the site ships of others

Written by `make vendor`; a test compares. The site also ships the styles and scripts of
[Material for MkDocs](https://github.com/squidfunk/mkdocs-material) (MIT), in the version that `requirements.txt` names.
`make sbom` lists everything that takes part in a build, for scanners.

| library | version | license | file | what for | SHA-256 |
| --- | --- | --- | --- | --- | --- |
"""
BANNER = (
    "/* {package} {version}, {license} license: {notice}. Fetched by `make vendor`. */\n"
    "// @ts-nocheck: its own types are checked where it is made\n"
)


def libraries() -> list[dict[str, Any]]:
    """What is shipped: a row of vendored.toml each, with its `version`."""
    listed = tomllib.loads((HERE / "vendored.toml").read_text(encoding="utf-8"))["library"]
    versions = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return [{**library, "version": versions[library["package"]]} for library in listed]


def notices(shipped: list[dict[str, Any]], sums: dict[str, str]) -> str:
    """THIRD-PARTY.md: a row a library. `sums` are checksums by path below overrides/assets."""
    lines = [
        f"| {row['package']} | {row['version']} "
        f"| [{row['license']}](overrides/assets/{Path(row['target']).parent}/{notice_name(row)}) "
        f"| `{row['target']}` | {row['why']} | `{sums[row['target']]}` |"
        for row in shipped
    ]
    return NOTICES_HEAD + "\n".join(lines) + "\n"


def notice_name(library: dict[str, Any]) -> str:
    """The file beside the module that holds the license: `LICENSE-lit.txt`."""
    return f"LICENSE-{library['package']}.txt"


def fetch(libraries: list[dict[str, Any]], esbuild: str, work: Path) -> dict[str, str]:
    """The text of every file to write, by its path below overrides/assets. Raises CalledProcessError."""
    packages = [f"{library['package']}@{library['version']}" for library in libraries]
    npm = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts")
    (work / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run([*npm, *packages], cwd=work, check=True)
    # In a folder of its own: it needs its install script, which no shipped library gets to run.
    tool = work / "tool"
    tool.mkdir()
    (tool / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run(["npm", "install", "--silent", f"esbuild@{esbuild}"], cwd=tool, check=True)
    files = {}
    for library in libraries:
        target = Path(library["target"])
        banner = BANNER.format(notice=notice_name(library), **library)
        files[library["target"]] = banner + bundle(library["source"], tool, work)
        files[str(target.parent / notice_name(library))] = license_text(library["package"], work)
    return files


def bundle(source: str, tool: Path, work: Path) -> str:
    """One minified ES module that exports what `source` names."""
    command = [str(tool / "node_modules/.bin/esbuild"), "--bundle", "--format=esm", "--minify"]
    command += ["--legal-comments=none", "--log-level=error"]
    run = subprocess.run(
        command, input=source, cwd=work, check=True, stdout=subprocess.PIPE, text=True
    )
    return run.stdout


def license_text(package: str, work: Path) -> str:
    """The license that the package carries. Raises FileNotFoundError if it carries none."""
    folder = work / "node_modules" / package
    found = sorted(path for path in folder.iterdir() if path.stem.upper() in ("LICENSE", "LICENCE"))
    if not found:
        raise FileNotFoundError(f"{package} has no license file, so it cannot be shipped")
    return found[0].read_text(encoding="utf-8")


def main() -> int:
    """0 once every file is written, 1 with npm's own words if a library could not be fetched."""
    tools = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    shipped = libraries()
    with tempfile.TemporaryDirectory() as work:
        try:
            files = fetch(shipped, tools["esbuild"], Path(work))
        except (subprocess.CalledProcessError, FileNotFoundError) as error:
            print(f"Nothing was changed: {error}", file=sys.stderr)
            return 1
    for name, text in sorted(files.items()):
        path = ASSETS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in sorted(files.items())}
    lines = [f"{digest}  overrides/assets/{name}\n" for name, digest in sums.items()]
    (HERE / "vendored.sha256").write_text("".join(lines), encoding="utf-8")
    NOTICES.write_text(notices(shipped, sums), encoding="utf-8")
    print(json.dumps({name: len(text) for name, text in sorted(files.items())}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
