"""Pictures of shared links: a title is drawn whole, and what cannot be drawn is reported beforehand."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from guide.publish.pictures import share_picture as drawing
from guide.publish.pictures.share_picture import MARGIN, SIZE, can_draw, share_picture
from guide.publish.steps.pages.share_pictures import draw_share_pictures
from PIL import Image, ImageChops

from tests.guides import PROJECT

NAME = "An open guide"


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def inked(title: str) -> tuple[int, int, int, int]:
    """The frame of what a title adds to a picture without one."""
    box = ImageChops.difference(opened(share_picture(title, NAME)), opened(share_picture("", NAME)))
    found = box.getbbox()
    assert found
    return found


@pytest.mark.parametrize("words", [1, 6, 14, 40])
def test_a_title_of_any_length_stays_within_the_margins(words: int) -> None:
    left, top, right, bottom = inked(" ".join(["evaluates"] * words))
    assert left >= MARGIN - 4
    assert top >= MARGIN - 4
    assert right <= SIZE[0] - MARGIN + 4
    assert bottom < SIZE[1] - 100  # where the name is


def test_the_same_words_make_the_same_bytes() -> None:
    assert share_picture("Pay by level", NAME) == share_picture("Pay by level", NAME)


def test_a_page_of_one_track_has_the_color_of_that_track() -> None:
    corner = (SIZE[0] - 1, SIZE[1] - 1)
    both = opened(share_picture("Pay", NAME, ("pm", "pmm"))).getpixel(corner)
    pm, pmm = (
        opened(share_picture("Pay", NAME, (track,))).getpixel(corner) for track in ("pm", "pmm")
    )
    assert pm != pmm == both


def test_letters_that_the_font_lacks_are_not_drawn_as_boxes() -> None:
    assert can_draw("What’s new, “in short”…")
    assert not can_draw("報酬")
    assert not can_draw("")


def site_of(root: Path, titles: list[str]) -> Any:
    """A site with a page for each title, its caches below `root`."""
    (root / "overrides").mkdir(exist_ok=True)
    if not (root / "overrides/components").exists():
        (root / "overrides/components").symlink_to(PROJECT / "overrides/components")
    pages = [SimpleNamespace(file=f"{t}.html", url=f"{t}/", tags=()) for t in titles]
    return SimpleNamespace(
        is_preview=False,
        settings=SimpleNamespace(url="https://example.org/", name="A guide"),
        guide=SimpleNamespace(root=root),
        pages=pages,
        html={f"{t}.html": f'<meta property="og:title" content="{t}">' for t in titles},
        write=lambda *_: None,
    )


def test_the_pictures_of_a_large_guide_are_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(drawing, "share_picture", lambda title, *_: drawn.append(title) or b"png")
    titles = [f"page {number}" for number in range(450)]
    for _ in range(2):
        draw_share_pictures(site_of(tmp_path, titles))
    assert drawn == titles
