"""Addresses in the project's repository: a file at a line, and a form with answers filled in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Repository:
    """Where contributors work. `root` is where files are shown (with a slash), `issues` where issues are filed."""

    root: str
    edit_root: str
    issues: str

    @classmethod
    def of(cls, repo_url: str | None, edit_uri: str | None) -> Repository | None:
        """Read from the site's settings, so that a fork leads to itself; None if the site names no repository."""
        if not repo_url or not edit_uri:
            return None
        repo = repo_url.rstrip("/")
        edit_root = f"{repo}/{edit_uri.strip('/').removesuffix('docs')}"
        return cls(edit_root.replace("/edit/", "/blob/", 1), edit_root, f"{repo}/issues/new")

    def line(self, file: str, line: int) -> str:
        """A file with one line marked. GitHub's editor cannot open at a line, but this view opens it with `e`."""
        return f"{self.show(file)}#L{line}"

    def show(self, file: str) -> str:
        """A file as the repository shows it."""
        return self.root + file

    def edit(self, file: str) -> str:
        """A file in the editor."""
        return self.edit_root + file

    def form(self, file: str, **answers: str) -> str:
        """An issue form, with the answers to some of its questions (by id, `_` for `-`) and its title."""
        named = {key.replace("_", "-"): value for key, value in answers.items() if value}
        return f"{self.issues}?{urlencode({'template': file, **named})}"
