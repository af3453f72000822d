"""What a style sheet can match: the elements of finished pages, and the names that scripts add to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

# Good enough for selectors: a tag inside a comment or a script only keeps a rule that could be removed.
TAG = re.compile(r"<[a-z][^>]*>")
PARTS = re.compile(r"^<([a-z][\w-]*)([^>]*)>$", re.M)
ATTRIBUTE = re.compile(r'\s([\w-]+)(?:="([^"]*)"|=([^\s"]+))?')
WORD = re.compile(r"[\w-]+")
# How a script creates an element: a tag in a template, or a name in quotes for createElement. The decoder's pattern
# `/hour|hr/` is neither.
MADE_BY_SCRIPT = re.compile(r"""<([a-z][\w-]*)|(["'`])([a-z][\w-]*)\2""")
MADE_WITHOUT_CLASS = re.compile(
    r"""<([a-z][\w-]*)(?![^<>]*\sclass=)[\s>]|createElement\((["'`])([a-z][\w-]*)\2"""
)

# Classes that the theme's script gives to elements, on this site, with the features that mkdocs.yml switches on. A test
# compares this list and the next with the script, so a new version of the theme cannot add a name unnoticed.
ADDED_BY_THEME = frozenset(
    [
        "focus-visible",
        "js",
        "js-focus-visible",
        "md-dialog--active",
        "md-header--shadow",
        "md-header__title--active",
        "md-nav__link--passed",
        "md-search-result__article",
        "md-search-result__icon",
        "md-search-result__item",
        "md-search-result__link",
        "md-search-result__more",
        "md-search-result__terms",
        "md-search-result__title",
        "md-toggle--indeterminate",
        "md-typeset__scrollwrap",
        "md-typeset__table",
    ]
)
# Further ones, where a page holds the class before the colon.
ADDED_BESIDE: Mapping[str, frozenset[str]] = {
    "tabbed-set": frozenset(
        [
            "tabbed-button",
            "tabbed-control",
            "tabbed-control--next",
            "tabbed-control--prev",
            "tabbed-labels--linked",
        ]
    ),
    "footnote-ref": frozenset(["md-tooltip2", "md-tooltip2--active", "md-tooltip2__inner"]),
    "md-annotation-list": frozenset(["md-annotation", "md-annotation__index"]),
}
# Scripts never change these: the language, and the colors of mkdocs.yml.
FIXED_ATTRIBUTES = frozenset(
    ["dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent"]
)


@dataclass(frozen=True)
class Seen:
    """The elements of all pages, as sets of classes by tag, and what scripts may put beside them."""

    elements: Mapping[str, frozenset[frozenset[str]]]
    attributes: Mapping[str, frozenset[str]]
    script_words: frozenset[str]
    script_tags: frozenset[str]
    script_tags_without_class: frozenset[str]

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class that a page holds."""
        return frozenset[str]().union(*frozenset[frozenset[str]]().union(*self.elements.values()))

    def has_element(self, tag: str, classes: Iterable[str], free: frozenset[str]) -> bool:
        """Whether an element can have this tag ("" for any) and all these classes; `free` ones are on any element."""
        needed = frozenset(classes) - free
        if tag and tag not in self.elements:
            return not needed and tag in self.script_tags
        if not needed <= self.classes:  # most
            return False
        sets = [self.elements[tag]] if tag else self.elements.values()
        return not needed or any(needed <= found for combination in sets for found in combination)

    def has_attribute(self, name: str, value: str | None) -> bool:
        """Whether an element can have this attribute, with this value unless that is None."""
        if name in self.attributes and (value is None or value in self.attributes[name]):
            return True
        return name not in FIXED_ATTRIBUTES and name in self.script_words

    def has_element_without_class(self, tag: str) -> bool:
        """Whether an element with this tag can be without any class."""
        return frozenset() in self.elements.get(tag, ()) or tag in self.script_tags_without_class

    def has_source(self, end: str) -> bool:
        """Whether a page shows a file whose address ends so, as the theme marks pictures for one palette."""
        return any(source.endswith(end) for source in self.attributes.get("src", ()))


def tags_on(page: str) -> frozenset[str]:
    """The start tags of a page, each once."""
    return frozenset(TAG.findall(page))


def seen_on(pages: Iterable[frozenset[str]], scripts: Iterable[str]) -> Seen:
    """What pages with these tags hold, and the words of these scripts."""
    elements: dict[str, set[frozenset[str]]] = {}
    attributes: dict[str, set[str]] = {}
    tags = frozenset[str]().union(*pages)
    for tag, rest in PARTS.findall("\n".join(tags)):
        classes: frozenset[str] = frozenset()
        for name, quoted, bare in ATTRIBUTE.findall(rest):
            value = unescape(quoted or bare)  # components write a dash of a row's id as "&#45;"
            attributes.setdefault(name, set()).add(value)
            if name == "class":
                classes = frozenset(value.split())
        elements.setdefault(tag, set()).add(classes)
    code = "\n".join(scripts)
    return Seen(
        {tag: frozenset(sets) for tag, sets in elements.items()},
        {name: frozenset(values) for name, values in attributes.items()},
        frozenset(WORD.findall(code)),
        *(
            frozenset(tag or name for tag, _, name in made.findall(code))
            for made in (MADE_BY_SCRIPT, MADE_WITHOUT_CLASS)
        ),
    )


def added_by_theme(seen: Seen) -> frozenset[str]:
    """The classes that the theme's script can add to these pages."""
    beside = [names for name, names in ADDED_BESIDE.items() if name in seen.classes]
    return ADDED_BY_THEME.union(*beside)
