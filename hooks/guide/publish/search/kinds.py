"""Which HTML of our components is a row of its own, what it is called, and where its title is."""

from __future__ import annotations

from dataclasses import dataclass

from ..trees import Node, line_of


@dataclass(frozen=True)
class RowKind:
    """A kind of row. The title is the text of the elements with `title_classes` (a class, or a tag)."""

    name: str
    title_classes: tuple[str, ...] = ()
    prefix: str = ""
    only_on: str = ""

    def title_of(self, node: Node) -> str:
        """The row's title, without the mark at its end."""
        wanted = [_find(node, name) for name in self.title_classes]
        texts = [line_of(part) for part in wanted if part is not None]
        return " ".join([self.prefix, *texts]).strip().rstrip(".")

    def text_of(self, node: Node) -> str:
        """What the row says below its title."""
        wanted = [_find(node, name) for name in self.title_classes]
        return line_of(node, without=[part for part in wanted if part is not None])


def _find(node: Node, name: str) -> Node | None:
    return node.first("." + name) or node.first(name)


# By class (or tag) of an element with an id.
ROW_KINDS = {
    "terms__row": RowKind("term", ("dt",)),
    "question": RowKind("question", ("question__text",)),
    "claim": RowKind("claim", ("claim__text",)),
    "timeline__stage": RowKind("stage", ("timeline__name",)),
    "ladder__level": RowKind("level", ("ladder__number",)),
    "tasks__task": RowKind("task", ("p",)),
    "changes__row": RowKind("change", ("changes__what",)),
    "unknowns__row": RowKind("not known", ("unknowns__what",)),
    "answers__row": RowKind("how sure", ("strong",)),
    "faq": RowKind("faq", ("faq__question",)),
    "worked__answer": RowKind("worked answer", ("worked__question",)),
    "source": RowKind("source", ("source__title",), only_on="reference/sources/"),
    "tr": RowKind("row", ("th",)),
}
# By class of a component below a heading of its own.
HEADED_KINDS = {
    "mistake": "mistake",
    "role-play": "role-play",
    "competency": "rubric",
    "translation": "explanation",
}
# Repeated from elsewhere, where it is found: lists of sources, claims folded on their pages, data below a picture.
SKIPPED_CLASSES = frozenset({"page-sources", "page-claims", "chart__data", "chart__legend"})
SKIPPED_SECTIONS = frozenset({"Sources"})
