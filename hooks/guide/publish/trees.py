"""Rendered HTML as a small tree, and its text as one line that keeps labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

WITHOUT_END = "area base br col hr img input link meta source track wbr"
VOID = frozenset(WITHOUT_END.split())
# Never part of what a row means: marks of sources, link signs, pictures, and marks of tracks (a field of their own).
SILENT_TAGS = frozenset({"script", "style", "svg", "template"})
SILENT_CLASSES = frozenset({"headerlink", "cite", "cites", "track", "verdict__id"})
STANDING_ALONE = "article blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p section"
STANDING_ALONE += " summary table td th tr ul"
BLOCKS = frozenset(STANDING_ALONE.split())
LABELS = frozenset({"dt", "caption", "summary"})
LABEL_ENDINGS = ("__head", "__label", "rubric__name", "page-sources__title", "unknowns__title")
SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", "…")


class Node:
    """An element: its tag, attributes and what it holds."""

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag, self.attrs = tag, attrs
        self.children: list[Node | str] = []

    @property
    def id(self) -> str:
        """The anchor, or nothing."""
        return self.attrs.get("id", "")

    @property
    def classes(self) -> list[str]:
        """The classes, in order."""
        return self.attrs.get("class", "").split()

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def first(self, name: str) -> Node | None:
        """The first element of this class (`.name`) or tag."""
        if name.startswith("."):
            return next((node for node in self.walk() if name[1:] in node.classes), None)
        return next((node for node in self.walk() if node.tag == name), None)


class TreeBuilder(HTMLParser):
    """Builds the tree. Python-Markdown writes well-formed HTML; a stray end tag closes nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("root", {})]

    def updatepos(self, i: int, j: int) -> int:
        """Skips counting lines: positions are never used, and counting takes a tenth of the time."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element of this name and what is still open in it."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        """Keeps text."""
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """The tree of a fragment, below a root of its own."""
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


def is_silent(node: Node) -> bool:
    """Whether nothing below this element is worth a search."""
    return (
        node.tag in SILENT_TAGS
        or "data-search-exclude" in node.attrs
        or bool(SILENT_CLASSES.intersection(node.classes))
    )


def line_of(node: Node, skip: frozenset[str] = frozenset(), without: Sequence[Node] = ()) -> str:
    """The text below `node` in one line. Labels end in a colon, other blocks in a sentence end.

    Left out: elements of the classes in `skip`, and the elements `without`.
    """
    return _Line(skip, without).of(node)


class _Line:
    """Joins texts; a block that ends without a mark gets one, so that a row never reads as a run of cells."""

    def __init__(self, skip: frozenset[str], without: Sequence[Node]) -> None:
        self.skip, self.without, self.text = skip, without, ""

    def of(self, node: Node) -> str:
        self._add(node)
        return " ".join(self.text.split()).rstrip(";:– ")

    def _add(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.text += child
            elif not self._is_left_out(child):
                self._add_element(child)

    def _is_left_out(self, node: Node) -> bool:
        return (
            is_silent(node)
            or bool(self.skip.intersection(node.classes))
            or any(node is other for other in self.without)
        )

    def _add_element(self, node: Node) -> None:
        is_label = node.tag in LABELS or any(name.endswith(LABEL_ENDINGS) for name in node.classes)
        if node.tag not in BLOCKS and not is_label:
            self.text += " " if node.tag == "br" else ""
            self._add(node)
            return
        self._end("." if node.tag != "li" else ";")
        before = len(self.text)
        self._add(node)
        if len(self.text) > before:
            self._end(":" if is_label else ";" if node.tag == "li" else ".")

    def _end(self, mark: str) -> None:
        """Ends what was said so far with `mark`, unless it has an end."""
        self.text = self.text.rstrip()
        if self.text and not self.text.endswith(SENTENCE_ENDS):
            self.text += mark
        self.text += " " if self.text else ""
