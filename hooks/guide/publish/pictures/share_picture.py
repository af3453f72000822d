"""The picture of a shared link: a page's title and the guide's name, drawn in Pillow's built-in font.

System fonts would differ from machine to machine, and a font of our own would be one more file to maintain.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)  # social networks show this size uncropped
MARGIN, FOOT, BAR = 80, 96, 16
TITLE, NAME = (92, 80, 68, 56), 36  # the largest size in which a title fits
LINES = 4
NIGHT, WHITE = (0x14, 0x32, 0x3D), (0xFF, 0xFF, 0xFF)
PALE = 190  # of 255 between the two: the name below the title
ACCENTS = {"pm": (0x9C, 0xC0, 0xFF), "pmm": (0xFF, 0xB6, 0x8B)}
SHADES = 14  # enough for smooth letters; with the tracks four bits a pixel
# The characters that the font has.
WRITABLE = re.compile(r"[ -~‘’“”…™]+")


def can_draw(title: str) -> bool:
    """Whether the font has every character of the title."""
    return bool(WRITABLE.fullmatch(title))


def share_picture(title: str, name: str, tracks: tuple[str, ...] = ()) -> bytes:
    """A PNG; the same bytes for the same words. Its bar has the colors of the tracks."""
    picture = Image.new("L", SIZE)
    draw = ImageDraw.Draw(picture)
    size, lines = _fitted(title)
    for number, line in enumerate(lines):
        at = (MARGIN, MARGIN + number * size * 1.2)
        draw.text(at, line, 255, _font(size), stroke_width=1.4)  # the font has no bold
    draw.text((MARGIN, SIZE[1] - FOOT), name, PALE, _font(NAME))
    picture = picture.point([shade * SHADES // 256 for shade in range(256)])
    colors = [ACCENTS[track] for track in tracks or ACCENTS]
    for number in range(len(colors)):
        left, width = number * SIZE[0] / len(colors), SIZE[0] / len(colors)
        box = (left, SIZE[1] - BAR, left + width, SIZE[1])
        ImageDraw.Draw(picture).rectangle(box, SHADES + number)
    return _png(picture, colors)


def _png(picture: Image.Image, colors: list[tuple[int, int, int]]) -> bytes:
    parts = [shade / (SHADES - 1) for shade in range(SHADES)]
    shades = [
        round(dark + (light - dark) * part)
        for part in parts
        for dark, light in zip(NIGHT, WHITE, strict=True)
    ]
    picture.putpalette([*shades, *(value for color in colors for value in color)])
    made = io.BytesIO()
    # Most pixel rows have one color: run-length compression takes a third of the time for 6% more bytes.
    picture.save(made, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return made.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _fitted(title: str) -> tuple[int, list[str]]:
    for size in TITLE:
        lines = list(_wrapped(title, size))
        if len(lines) <= LINES:
            return size, lines
    *_, last = cut = lines[:LINES]
    return size, [*cut[:-1], f"{last.rpartition(' ')[0]} …"]


def _wrapped(title: str, size: int) -> Iterator[str]:
    line = ""
    for word in title.split():
        longer = f"{line} {word}".strip()
        if line and _font(size).getlength(longer) > SIZE[0] - 2 * MARGIN:
            yield line
            longer = word
        line = longer
    yield line
