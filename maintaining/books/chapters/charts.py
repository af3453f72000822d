"""Charts that fit a page: the site's own pictures at a fixed width, in slices that are never higher than a page.

On the site positions are percent of the width. In a book each becomes a number of units.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from .article import text_of
from .chart_styles import key_name, write_styles

SVG = "http://www.w3.org/2000/svg"
# The width of a phone, for which the site's charts are made, and the height that fits below a heading on its screen.
WIDTH = 360
MOST_HEIGHT = 430
# Up to here a picture is shrunk: its labels are then still 9 units high. A higher one is cut into slices.
MOST_HEIGHT_SHRUNK = 560
TICKS_HEIGHT = 20
# The typeface of the printed book; e-book readers have their own.
TYPEFACE = "Book Sans, sans-serif"
ACROSS = ("x", "x1", "x2", "cx", "dx", "width")
DOWN = ("y", "y1", "y2", "cy")


def fit_pictures(tree: etree._Element) -> None:
    """Gives every picture of a chapter a fixed width, styles of its own and a height that fits, in place."""
    for picture in [*tree.iter(f"{{{SVG}}}svg")]:
        if picture.getparent() is None or etree.QName(picture.getparent()).namespace == SVG:
            continue
        is_key = "chart__key" in picture.get("class", "")
        width = float(picture.get("width")) if is_key else WIDTH
        height = float(picture.get("height", "0"))
        picture.set("font-family", TYPEFACE)
        if is_key:
            _name(picture, key_name(picture))
        write_styles(picture)
        _number_positions(picture, width)
        if is_key:
            picture.set("viewBox", f"0 0 {width:g} {height:g}")
            picture.set("class", "chart__key")
            picture.getparent().replace(picture, _plain(picture))
        else:
            _fit(picture, height)


def _number_positions(picture: etree._Element, width: float) -> None:
    """Turns percents of the width into units, and pictures inside the picture into moved groups."""
    for element in picture.iter(etree.Element):
        for name in ACROSS:
            if (value := element.get(name, "")).endswith("%") and element is not picture:
                element.set(name, f"{float(value[:-1]) * width / 100:.4g}")
    for inner in [*picture.iter(f"{{{SVG}}}svg")]:
        if inner is not picture:
            inner.tag = f"{{{SVG}}}g"
            inner.set("transform", f"translate({inner.get('x', '0')} {inner.get('y', '0')})")
            for name in ("x", "y", "width", "height"):
                inner.attrib.pop(name, None)


def _fit(picture: etree._Element, height: float) -> None:
    """Shrinks a picture if that is enough, and cuts a higher one into slices."""
    if MOST_HEIGHT < height <= MOST_HEIGHT_SHRUNK:
        picture.set("viewBox", f"0 0 {WIDTH} {height:g}")
        picture.set("width", f"{WIDTH * MOST_HEIGHT / height:.0f}")
        picture.set("height", f"{MOST_HEIGHT}")
        picture.set("class", "picture picture--small")
        picture.getparent().replace(picture, _plain(picture))
    else:
        _slice(picture, height)


def _slice(picture: etree._Element, height: float) -> None:
    """Replaces a picture that is too high by several, each starting at a row and each with the axis."""
    bounds = [*_bounds(picture, height)]
    slices = [_part(picture, top, bottom) for top, bottom in bounds]
    name = text_of(picture.find(f"{{{SVG}}}title"))
    for number, part in enumerate(slices if len(slices) > 1 else ()):
        label = f"{name}, part {number + 1} of {len(slices)}"
        if number:
            _name(part, label)
        else:
            part.find(f"{{{SVG}}}title").text = label  # the first has the description as well
    slices[-1].tail, parent = picture.tail, picture.getparent()
    at = parent.index(picture)
    parent.remove(picture)
    parent[at:at] = [_plain(part) for part in slices]


def _name(picture: etree._Element, name: str) -> None:
    """Names a picture: by a label for e-book readers, and by a title for the printed book."""
    for text in [*picture.iter(f"{{{SVG}}}title", f"{{{SVG}}}desc")]:
        text.getparent().remove(text)
    for label in ("aria-labelledby", "aria-describedby"):
        picture.attrib.pop(label, None)
    picture.set("role", "img")
    picture.set("aria-label", name)
    title = etree.Element(f"{{{SVG}}}title")
    title.text = name
    picture.insert(0, title)


def _bounds(picture: etree._Element, height: float) -> Iterator[tuple[float, float]]:
    """Top and bottom of each slice: whole rows, as many as fit."""
    tops = _row_tops(picture) if height > MOST_HEIGHT else []
    starts = [0.0, *tops, height]
    top = 0.0
    for here, following in pairwise(starts):
        if following - top > MOST_HEIGHT - TICKS_HEIGHT and here > top:
            yield top, here
            top = here
    yield top, height


def _row_tops(picture: etree._Element) -> list[float]:
    rows = {
        float(text.get("y")) - 16
        for text in picture.iter(f"{{{SVG}}}text")
        if text.get("font-weight") == "700" and text.get("y")
    }
    return sorted(top for top in rows if top > 0)[1:]


def _part(picture: etree._Element, top: float, bottom: float) -> etree._Element:
    part = copy.deepcopy(picture)
    part.tail = None
    head = TICKS_HEIGHT if top else 0
    for element in list(part):
        if not isinstance(element.tag, str) or etree.QName(element).localname in ("title", "desc"):
            continue
        if top and _is_tick(element):
            element.set("y", f"{top - head + 12:g}")
        elif not _clip(element, top, bottom):
            part.remove(element)
    part.set("viewBox", f"0 {top - head:g} {WIDTH} {bottom - top + head:g}")
    for name in ("width", "height"):
        part.attrib.pop(name, None)
    part.set("class", "picture")
    return part


def _is_tick(element: etree._Element) -> bool:
    return (
        etree.QName(element).localname == "text"
        and element.get("y") == "12"
        and element.get("font-weight") is None
    )


def _clip(element: etree._Element, top: float, bottom: float) -> bool:
    """Whether an element belongs between top and bottom. A line that runs through is cut to fit."""
    heights = _heights(element)
    if not heights:
        return True
    if element.get("y1") and element.get("y1") != element.get("y2"):
        low, high = max(min(heights), top), min(max(heights), bottom)
        element.set("y1", f"{low:g}")
        element.set("y2", f"{high:g}")
        return low < high
    return top <= max(heights) <= bottom


def _heights(element: etree._Element) -> list[float]:
    """The vertical positions of an element; none if only a path determines them."""
    found = [float(element.get(name)) for name in DOWN if element.get(name)]
    if moved := re.match(r"translate\(\S+ (\S+)\)", element.get("transform", "")):
        found.append(float(moved[1]))
    return (
        found
        or [
            height
            for inner in element.iter(etree.Element)
            if inner is not element
            for height in _heights(inner)
        ][:1]
    )


def _plain(element: etree._Element, names: dict[str | None, str] | None = None) -> etree._Element:
    """A copy whose tags have no prefix: some readers know `svg`, and do not know `html:svg`."""
    copied = etree.Element(element.tag, dict(element.attrib), nsmap=names or {None: SVG})
    copied.text, copied.tail = element.text, element.tail
    copied.extend(_plain(child) for child in element if isinstance(child.tag, str))
    return copied
