"""Holds what a rebuild of a server writes in memory; no hook itself, but what publish_whole_builds.py asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guide.publish.site_files import HeldFiles, content_of
from mkdocs import utils
from mkdocs.structure.files import File

# What the rebuild that is going on holds; None between rebuilds.
GetHeld = Callable[[], HeldFiles | None]


def hold_writes(get_held: GetHeld) -> None:
    """Replaces the functions through which MkDocs, its plugins and the theme's write what they make.

    For as long as the process runs: outside a rebuild they write as before.
    """
    vars(utils).update(
        write_file=_holding(utils.write_file, get_held),
        copy_file=_holding_copies(utils.copy_file, get_held),
    )
    File.copy_file = _holding_site_files(File.copy_file, get_held)  # type: ignore[method-assign]


def _holding(
    write: Callable[[bytes, str], None], get_held: GetHeld
) -> Callable[[bytes, str], None]:
    """The function that writes a file; what goes to the site is held."""

    def hold(content: bytes, output_path: str) -> None:
        held = get_held()
        if held and (path := Path(output_path)).is_relative_to(held.folder):
            held.write(path.relative_to(held.folder).as_posix(), content)
        else:
            write(content, output_path)

    return hold


def _holding_copies(
    copy: Callable[[str, str], None], get_held: GetHeld
) -> Callable[[str, str], None]:
    """The function that copies a file; it alone knows what a folder as a target means."""

    def hold(source_path: str, output_path: str) -> None:
        if get_held() and not Path(output_path).is_dir():
            utils.write_file(Path(source_path).read_bytes(), output_path)
        else:
            copy(source_path, output_path)

    return hold


def _holding_site_files(copy: Callable[..., None], get_held: GetHeld) -> Callable[..., None]:
    """The method of a file of the site, which makes a folder first: one that is held needs none."""

    def hold(file: File, dirty: bool = False) -> None:
        held = get_held()
        if held and file.dest_dir == str(held.folder):
            source = file.abs_src_path
            held.write(file.dest_uri, content_of(source) if source else file.content_bytes)
        else:
            copy(file, dirty)

    return hold
