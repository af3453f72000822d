"""Removes what the theme ships and no page of this site loads: its own search, source maps, an icon."""

from __future__ import annotations

import re

from ...site import Site

THEME = ("assets/javascripts/**/*", "assets/stylesheets/**/*", "assets/images/**/*")
# What a page loads is below this folder; most pages load the same.
ASSET = re.compile(r"""assets/[^"'\s<>]+""")
# The last line of a script names its source map, which is not published.
MAP = re.compile(r"\n?//# sourceMappingURL=\S+\s*$")


def remove_unused(site: Site) -> None:
    """Removes the theme's files that no page, and no script that a page loads, names."""
    if site.is_preview:
        return
    paths = site.paths(*THEME)
    scripts = {
        path: MAP.sub("\n", (site.folder / path).read_bytes().decode())
        for path in paths
        if path.endswith(".js")
    }
    linked = {link for html in site.html.values() for link in ASSET.findall(html)}
    used = _named(paths, "\n".join(linked), scripts)
    for path in paths:
        if path not in used:
            site.remove(path)
        elif path in scripts:
            site.write(path, scripts[path])


def _named(paths: list[str], text: str, scripts: dict[str, str]) -> set[str]:
    """The paths whose names are in the text, or in a script that is among them."""
    found: set[str] = set()
    while new := {path for path in paths if path.rpartition("/")[2] in text} - found:
        found |= new
        text = "".join(scripts.get(path, "") for path in new)
    return found
