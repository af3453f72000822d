"""The issue forms as files for GitHub: `.github/ISSUE_TEMPLATE/*.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ..rows.issue_forms.catalog import FORMS, PRIVACY
from ..rows.issue_forms.form import Ask, Form

HEAD = """\
# yaml-language-server: $schema=https://json.schemastore.org/github-issue-forms.json
# Made from the models by `make schemas`; a test compares. Edit hooks/guide/rows/issue_forms/, not this file.
"""
NAMED_NOBODY = "I named no private person."
CHECKED = (
    "I opened the source, wrote in my own words, named no private person, "
    "and agree to its publication under CC BY 4.0."
)


def form_files(root: Path) -> dict[Path, str]:
    """The text of every form by its path."""
    folder = root / ".github" / "ISSUE_TEMPLATE"
    return {folder / form.file: form_text(form) for form in FORMS}


def form_text(form: Form) -> str:
    """One form as YAML."""
    content = {
        "name": form.name,
        "description": form.about,
        "title": f"{form.name}: ",
        "labels": [form.label],
        "body": [
            {"type": "markdown", "attributes": {"value": f"{form.intro}\n\n{PRIVACY}\n"}},
            *map(_element, form.asks),
            _agreement(form),
        ],
    }
    return HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)


def _element(ask: Ask) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": ask.label}
    if ask.hint:
        attributes["description"] = ask.hint
    if ask.choices:
        attributes["options"] = list(ask.choices)
    elif ask.example:
        attributes["placeholder"] = ask.example
    return {
        "type": ask.kind,
        "id": ask.key,
        "attributes": attributes,
        "validations": {"required": ask.is_required},
    }


def _agreement(form: Form) -> dict[str, Any]:
    options = [{"label": CHECKED if form.label == "data" else NAMED_NOBODY, "required": True}]
    return {
        "type": "checkboxes",
        "id": "agreement",
        "attributes": {"label": "Before you send it", "options": options},
    }
