"""How charts look in a book: the styles of each class as attributes of its elements.

WeasyPrint applies no style sheet inside a picture, and readers of EPUB disagree about it.
"""

from __future__ import annotations

from lxml import etree

# Mid-tones, readable on white paper and on a black screen; everything else has the text color.
PM, PMM, OTHER, ARTICLE = "#3d76d6", "#c4622d", "#7b8791", "#c24f82"
LINE = {"stroke": "#a9b3ba", "stroke-width": "0.7", "fill": "none"}
TEXT = {"fill": "currentColor", "font-size": "12", "stroke": "none"}
DASHED = {"fill": "none", "stroke": "currentColor", "stroke-opacity": "0.6", "stroke-width": "1.5"}
STYLES: dict[str, dict[str, str]] = {
    "chart__grid": LINE,
    "chart__tick": TEXT,
    "chart__row": {**TEXT, "font-size": "13", "font-weight": "700"},
    "chart__label": TEXT,
    "mark": {"fill": "none", "stroke": OTHER, "stroke-width": "2"},
    "mark--dot": {"fill": "tone", "stroke": "none"},
    "mark--ring": {"fill": "none", "stroke": "tone"},
    "mark--spread": {"stroke": "tone", "stroke-width": "3"},
    "line.mark--spread": {"stroke-opacity": "0.45", "stroke-width": "6"},
    "mark--cross": {"stroke": ARTICLE, "stroke-width": "2.5"},
    "mark--diamond": {"stroke": ARTICLE, "fill": "none"},
    "mark--range": {"stroke": OTHER},
    "mark--beyond": {"fill": "tone", "stroke": "tone"},
    "beyond--dot": {},
    "beyond--spread": {},
    "beyond--ring": {"fill": "none"},
    "beyond--range": {"fill": OTHER, "stroke": OTHER},
    "beyond--cross": {"fill": ARTICLE, "stroke": ARTICLE},
    "beyond--diamond": {"fill": "none", "stroke": ARTICLE},
    "mark--required": {"fill": "tone", "stroke": "none"},
    "mark--preferred": {"fill": "tone", "fill-opacity": "0.4", "stroke": "none"},
    "bar": {},
    "bar__required": {"fill": "tone", "stroke": "tone"},
    "bar__preferred": {"fill": "tone", "fill-opacity": "0.3", "stroke": "tone"},
    "role-map__role": {"fill": "#ffffff", "font-size": "13", "font-weight": "700"},
    "rect without a class": {"fill": "tone"},
    "role-map__line": {"stroke": OTHER, "stroke-width": "3"},
    "role-map__line--pm": {"stroke": PM},
    "role-map__line--pmm": {"stroke": PMM},
    "role-map__dot": {"fill": "currentColor"},
    "role-map__what": {},  # the site hides it on phones
    "sales-path__line": {"stroke": OTHER, "stroke-width": "2"},
    "sales-path__head": DASHED,
    "sales-path__back": {**DASHED, "stroke-dasharray": "5 4"},
    "sales-path__dot": {"fill": OTHER},
    "sales-path__number": {"fill": "#ffffff", "font-size": "13", "font-weight": "700"},
    "fiscal-year__dot": {"fill": OTHER},
    "fiscal-year__quarter": {**LINE, "fill": OTHER, "fill-opacity": "0.15"},
    "fiscal-year__name": {**TEXT, "font-weight": "700"},
    "fiscal-year__month": {"font-weight": "700"},
}
# Names of the marks in a chart's legend, for readers who cannot see them.
SHAPES = {
    "mark--dot": "Dot",
    "mark--ring": "Ring",
    "mark--spread": "Bar with a line across",
    "mark--cross": "Cross",
    "mark--diamond": "Diamond",
    "mark--range": "Line with two ends",
    "mark--required": "Full box",
    "mark--preferred": "Pale box",
}
TONES = {
    "chart--pm": PM,
    "chart--pmm": PMM,
    "bar--pm": PM,
    "bar--pmm": PMM,
    "role-map__role--pm": PM,
    "role-map__role--pmm": PMM,
}


def _tone(element: etree._Element) -> str:
    for up in (element, *element.iterancestors()):
        for name in _classes(up):
            if name in TONES:
                return TONES[name]
    return OTHER


def key_name(key: etree._Element) -> str:
    """The name of the mark in a legend. Raises ValueError for a mark without one."""
    classes = {name for element in key.iter(etree.Element) for name in _classes(element)}
    found = [shape for name, shape in SHAPES.items() if name in classes]
    if len(found) != 1:
        raise ValueError(
            f"chart_styles.py has no name for the key of {', '.join(sorted(classes))}: add one to SHAPES"
        )
    return found[0]


def write_styles(picture: etree._Element) -> None:
    """Replaces classes by the attributes that they stand for.

    Raises ValueError for a class that has no style here.
    """
    tone = _tone(picture)
    for element in picture.iter(etree.Element):
        if element is not picture:
            own = _tone(element)
            for name, value in _styles(element).items():
                element.set(name, (own if own != OTHER else tone) if value == "tone" else value)
    for element in picture.iter(etree.Element):
        for name in ("class", "aria-hidden", "overflow", "data-level"):
            element.attrib.pop(name, None)


def _styles(element: etree._Element) -> dict[str, str]:
    """The attributes for an element's classes and its shape. Raises ValueError for an unknown class."""
    shape, names = etree.QName(element).localname, _classes(element)
    unknown = [name for name in names if name not in STYLES and name not in TONES]
    if unknown:
        raise ValueError(
            f"chart_styles.py has no style for {', '.join(unknown)}: add one to STYLES"
        )
    found = {} if names else STYLES.get(f"{shape} without a class", {})
    for name in names:
        found = {**found, **STYLES.get(name, {}), **STYLES.get(f"{shape}.{name}", {})}
    return found


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split()
