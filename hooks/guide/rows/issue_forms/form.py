"""What a form is: a list of questions, most of them about a field of a row type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..tables import TABLE_BY_NAME

Kind = Literal["input", "textarea", "dropdown"]


@dataclass(frozen=True)
class Ask:
    """One question. `field` is `table.field`, or `table.group.field`, or empty where no row holds the answer.

    Choices, and whether an answer is needed, come from the model; `needed` speaks for questions without a field, and
    `optional` for fields that the guide can fill in by itself.
    """

    label: str
    field: str = ""
    hint: str = ""
    example: str = ""
    id: str = ""
    long: bool = False
    needed: bool = False
    optional: bool = False

    @property
    def table(self) -> str:
        """The table that the answer goes to; empty for none."""
        return self.field.partition(".")[0]

    @property
    def path(self) -> tuple[str, ...]:
        """The path of the answer inside its row: `("rubric", "weak")`."""
        return tuple(self.field.split(".")[1:])

    @property
    def key(self) -> str:
        """The id in the form, by which an address can fill it in."""
        # A source has a title as well as the row that rests on it.
        place = ("source", *self.path) if self.table == "sources" else self.path
        return self.id or "-".join(place).replace("_", "-")

    @property
    def choices(self) -> tuple[str, ...]:
        """What the model allows, if it allows a few words only."""
        return tuple(_types(self)[0].get("enum", ())) if self.field else ()

    @property
    def is_list(self) -> bool:
        """Whether the row holds a list: one line an item."""
        return bool(self.field) and _types(self)[0].get("type") == "array"

    @property
    def is_required(self) -> bool:
        """Whether a row without it is refused."""
        if not self.field:
            return self.needed
        types = _types(self)
        is_nullable = any(kind.get("type") == "null" for kind in types)
        return _is_in_model(self) and not is_nullable and not self.optional

    @property
    def kind(self) -> Kind:
        """How the browser shows it."""
        if self.choices:
            return "dropdown"
        return "textarea" if self.long or self.is_list else "input"


@dataclass(frozen=True)
class Form:
    """A form of `.github/ISSUE_TEMPLATE/`. `table` is where its row goes; empty if it makes none."""

    file: str
    name: str
    about: str
    intro: str
    asks: tuple[Ask, ...]
    table: str = ""
    label: str = "data"
    rests_on_a_source: bool = False

    @property
    def stem(self) -> str:
        """`loop-report` for `loop-report.yml`."""
        return self.file.removesuffix(".yml")


def _schema(ask: Ask) -> tuple[dict[str, Any], dict[str, Any], str]:
    """The schema of the group that holds the field, all definitions, and the field's name."""
    whole = TABLE_BY_NAME[ask.table].schema
    definitions = whole.get("$defs", {})
    holder = whole
    *groups, name = ask.path
    for group in groups:
        holder = definitions[holder["properties"][group]["$ref"].rsplit("/", 1)[-1]]
    return holder, definitions, name


def _types(ask: Ask) -> list[dict[str, Any]]:
    holder, _, name = _schema(ask)
    prop = holder["properties"][name]
    return list(prop.get("anyOf", [prop]))


def _is_in_model(ask: Ask) -> bool:
    holder, _, name = _schema(ask)
    return name in holder.get("required", ())
