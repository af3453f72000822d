"""The issue forms are what the models make of them: fields, choices, what is needed. And they ask for no person."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
import yaml
from guide.forms.form_files import form_files
from guide.rows.issue_forms.catalog import FORMS
from guide.rows.issue_forms.form import Form
from guide.rows.models.evidence import Grade, SourceKind
from guide.rows.models.pay.compensation import Metric, Statistic
from guide.rows.models.study import QuestionCategory, QuestionScope
from guide.rows.tables import TABLE_BY_NAME

from tests.forms.bodies import FORM, GOOD
from tests.guides import PROJECT

FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
ROW_FORMS = [form for form in FORMS if form.table]
# What the guide fills in by itself: an id, and the source from the questions about it.
FILLED_IN = {"id", "source", "sources"}
# Lists of ids that only somebody who knows the whole guide can give.
LEFT_OUT = {("mistakes", "claims")}
PERSONAL = r"\b(e-?mail|phone|your name|full name|employee id|linkedin|address)\b"


def written(form: Form) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / form.file).read_text(encoding="utf-8"))


def by_id(form: Form) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in written(form)["body"] if "id" in item}


def test_the_committed_forms_are_the_generated_ones() -> None:
    """If this fails, run `make schemas`."""
    files = form_files(PROJECT)
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in files} | {
        "config.yml"
    }
    assert [path.name for path, text in files.items() if path.read_text("utf-8") != text] == []


def test_there_is_a_form_for_each_kind_of_contribution() -> None:
    assert set(FORM) == set(GOOD)


@pytest.mark.parametrize("form", ROW_FORMS, ids=lambda form: form.stem)
def test_a_form_asks_for_every_field_that_its_row_needs(form: Form) -> None:
    table = TABLE_BY_NAME[form.table]
    fields = {ask.path[0] for ask in form.asks if ask.table == form.table}
    missing = {name for name in table.fields if name not in fields | FILLED_IN}
    assert {(form.table, name) for name in missing} <= LEFT_OUT
    needed = {name for name, info in table.model.model_fields.items() if info.is_required()}
    assert needed <= fields | FILLED_IN


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_questions_have_ids_and_labels_of_their_own(form: Form) -> None:
    labels = [ask.label for ask in form.asks]
    assert len(set(labels)) == len(labels)
    assert set(by_id(form)) == {ask.key for ask in form.asks} | {"agreement"}
    assert len(by_id(form)) == len(form.asks) + 1


@pytest.mark.parametrize(
    ("stem", "key", "choices"),
    [
        ("question", "category", get_args(QuestionCategory)),
        ("question", "scope", get_args(QuestionScope)),
        ("pay-observation", "metric", get_args(Metric)),
        ("pay-observation", "statistic", get_args(Statistic)),
        ("loop-report", "source-kind", get_args(SourceKind)),
        ("loop-report", "source-grade", get_args(Grade)),
        ("loop-report", "track", ("pm", "pmm", "all-roles")),
        ("mistake", "stage", ("choosing", "preparing", "in-the-room", "offer")),
    ],
)  # fmt: skip
def test_choices_are_those_of_the_model(stem: str, key: str, choices: tuple[str, ...]) -> None:
    item = by_id(FORM[stem])[key]
    assert item["type"] == "dropdown"
    assert item["attributes"]["options"] == list(choices)


def test_needed_and_optional_fields_are_so_in_the_form() -> None:
    pay = by_id(FORM["pay-observation"])
    needed = {key for key, item in pay.items() if item.get("validations", {}).get("required")}
    assert needed == {
        *("track", "title", "region", "metric", "statistic", "value", "unit", "per"),
        *("as-of", "confidence"),
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_says_that_it_is_public_and_asks_for_no_names(form: Form) -> None:
    first, *_, last = written(form)["body"]
    assert "Name no person and nothing that identifies one" in first["attributes"]["value"]
    assert last["attributes"]["options"][0]["required"] is True
    texts = " ".join(
        f"{item['attributes']['label']} {item['attributes'].get('description', '')}"
        for item in written(form)["body"][1:-1]
    ).replace("web address", "")
    texts = texts.replace("address of each entry", "")
    assert re.findall(PERSONAL, texts, re.I) == []
