"""References are found wherever a model marks them: alone, in lists, and in groups alone or in lists."""

from __future__ import annotations

from typing import Annotated

from guide.rows import models
from guide.rows.models.base import ClaimId, Group, References, Row, Slug, SourceId, SourceIds, Text
from guide.rows.references import Reference, references, referred_table
from guide.rows.tables import TABLES

from tests.guides import row

OtherId = Annotated[Slug, References("others")]


class Inner(Group):
    other: OtherId


class Part(Group):
    says: Text
    sources: SourceIds
    claim: ClaimId | None = None
    inner: Inner | None = None


class Whole(Row):
    id: Slug
    source: SourceId | None = None
    others: Annotated[tuple[OtherId, ...], "a mark of another kind"] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    title: Text = "a"


PART = {"says": "x", "sources": ["a", "b"]}


def found(**fields: object) -> list[tuple[str, str, str]]:
    whole = Whole.model_validate({"id": "w", **fields})
    return [(reference.field, reference.table, reference.key) for reference in references(whole)]


def test_a_row_without_references_has_none() -> None:
    assert found() == []


def test_references_alone_and_in_lists() -> None:
    assert found(source="a", others=["b", "c"]) == [
        ("source", "sources", "a"),
        ("others", "others", "b"),
        ("others", "others", "c"),
    ]


def test_references_in_a_single_group_are_named_by_the_field_of_the_row() -> None:
    assert found(part={**PART, "claim": "C001"}) == [
        ("part", "sources", "a"),
        ("part", "sources", "b"),
        ("part", "claims", "C001"),
    ]


def test_references_in_a_list_of_groups() -> None:
    assert found(parts=[PART, {"says": "y", "sources": ["c"]}]) == [
        ("parts", "sources", "a"),
        ("parts", "sources", "b"),
        ("parts", "sources", "c"),
    ]


def test_references_in_a_group_inside_a_group() -> None:
    assert ("parts", "others", "z") in found(parts=[{**PART, "inner": {"other": "z"}}])


def test_the_table_that_a_field_refers_to() -> None:
    named = {name: referred_table(Whole, name) for name in Whole.model_fields}
    assert named == {
        "id": None,
        "source": "sources",
        "others": "others",
        "part": None,
        "parts": None,
        "title": None,
    }


def test_the_accounts_of_a_conflict_refer_to_their_sources() -> None:
    accounts = [{"says": "x", "sources": ["a"]}, {"says": "y", "sources": ["b", "c"]}]
    fact = models.OfferFact.model_validate(row("offer-facts", conflict=accounts))
    assert list(references(fact)) == [
        Reference("sources", "sources", "a-source"),
        *(Reference("conflict", "sources", key) for key in "abc"),
    ]


def test_every_reference_names_a_table() -> None:
    names = {table.name for table in TABLES}
    referred = {
        (table.name, field, referred_table(table.model, field))
        for table in TABLES
        for field in table.fields
    }
    assert {target for *_, target in referred} - {None} <= names
    assert {
        ("worked-answers", "competency", "competencies"),
        ("worked-answers", "question", "questions"),
        ("story-map-example", "competencies", "competencies"),
        ("study-plans", "tasks", "checklist"),
        ("mistakes", "claims", "claims"),
        ("final-talk-accounts", "source", "sources"),
        ("role-plays", "sources", "sources"),
    } <= referred
