"""A theme is counted once a post, only for coded posts, and only if it belongs to their track."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....pages.page import Page
from ....rows.loading import Guide
from ....rows.models import JobPost, PostAsksFor, PostTheme
from ....rows.problems import Problem

# Field product marketing is marketing: the themes of PMM posts are counted in its posts.
THEME_TRACK = {"pm": "pm", "pmm": "pmm", "field-pmm": "pmm"}


def check(guide: Guide, _pages: Sequence[Page]) -> Iterator[Problem]:
    """Another rule reports posts and themes that do not exist."""
    counted, first = guide["job-post-themes"], dict[tuple[str, str], str]()
    for row, place in counted.with_places():
        post, theme = guide["job-posts"].get(row.post), guide["post-themes"].get(row.theme)
        if post and theme and (fault := _fault(post, theme, row)):
            yield counted.problem(row, place, *fault)
        if (other := first.setdefault((row.post, row.theme), row.id)) != row.id:
            message = f"'{row.theme}' is already counted for this post, by '{other}'. Keep one row."
            yield counted.problem(row, place, "theme", message)


def _fault(post: JobPost, theme: PostTheme, row: PostAsksFor) -> tuple[str, str] | None:
    if post.themes_coded == "no":
        return "post", f"'{row.post}' is not coded. Say yes in themes_coded of job-posts.csv."
    if THEME_TRACK.get(post.track) not in theme.tracks:
        tracks = ", ".join(theme.tracks)
        return "theme", f"'{theme.id}' is counted for {tracks} only; this post is {post.track}."
    return None
