"""The built sites that a measurement is asked about on its command line."""

from __future__ import annotations

import argparse
from pathlib import Path


def site_arguments(doc: str | None, *names: str) -> argparse.ArgumentParser:
    """A parser that takes the folders of built sites by these names, and shows `doc` as its help."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in names:
        parser.add_argument(name, type=built_site, metavar=name.upper())
    return parser


def built_site(folder: str) -> Path:
    """The folder of a built site. Without this, what is measured would be pages that are not there."""
    path = Path(folder)
    if (path / "index.html").is_file():
        return path
    raise argparse.ArgumentTypeError(
        f"'{folder}' holds no built site. `make build` writes one into site/"
    )
