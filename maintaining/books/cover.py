"""The picture on the front of a book, drawn from its title and edition."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from .book import Book

SIZE = (1200, 1800)
GROUND, INK, LINE = "#14323d", "#eef4f6", "#7fcde2"


def cover_picture(book: Book, fonts: Mapping[str, Path]) -> bytes:
    """A PNG of 1,200 by 1,800 pixels. The same title and edition give the same bytes."""
    picture = Image.new("RGB", SIZE, GROUND)
    pen = ImageDraw.Draw(picture)
    title, _, kind = book.volume.title.partition(": ")
    big, middle, small = (
        _font(fonts, weight, size) for weight, size in ((700, 150), (400, 64), (400, 44))
    )
    pen.multiline_text((100, 260), "\n".join(textwrap.wrap(title, 12)), INK, big, spacing=20)
    pen.rectangle((100, 1000, 340, 1010), LINE)
    pen.text((100, 1060), kind.capitalize(), INK, middle)
    pen.multiline_text(
        (100, 1180), "Roles, interviews, levels,\npay and preparation", INK, middle, spacing=16
    )
    pen.multiline_text(
        (100, 1600), f"{book.edition.label}\nIndependent of Microsoft", INK, small, spacing=12
    )
    buffer = io.BytesIO()
    picture.quantize(32).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _font(fonts: Mapping[str, Path], weight: int, size: int) -> ImageFont.FreeTypeFont:
    """A web font as one that Pillow draws with."""
    font = TTFont(fonts[f"source-sans-3-latin-{weight}-normal.woff2"])
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    buffer.seek(0)
    return ImageFont.truetype(buffer, size)
