"""Macros for those who want to improve the guide."""

from __future__ import annotations

import re

from markupsafe import Markup

from ...rows.dictionary import about, fields_of
from ...rows.issue_forms.catalog import FORMS
from ...rows.problems import UnknownName
from ...rows.tables import TABLES
from ..components import inert
from ..context import Context

CODE = re.compile(r"`([^`]*)`")


def form_list(context: Context) -> Markup:
    """Block. The issue forms: what each is for, with a link to it."""
    return context.render("form_list.html", forms=FORMS, repository=context.repository)


def file_link(context: Context, path: str) -> Markup:
    """Inline. A file of the project by its path, linked. Raises UnknownName if there is none."""
    if not context.has_file(path):
        known = [f"data/{table.file}" for table in TABLES]
        raise UnknownName("file", path, known)
    return context.render("file_link.html", path=path, repository=context.repository)


def data_dictionary(context: Context) -> str:
    """Block. Each data file with a heading: what a row is, and what each field holds."""
    parts = []
    for table in TABLES:
        # Splitting at backticks alternates plain text and code.
        fields = [(field, CODE.split(field.holds)) for field in fields_of(table)]
        row, rows = CODE.split(about(table)), context.guide[table.name].all
        html = context.render("data_file.html", about=row, fields=fields, rows=rows)
        # Marks the heading for the search, which ranks data files low: readers seldom look for one.
        mark = f'{{#file-{table.name} data-kind="data file"}}'
        parts.append(f"### {inert(table.file)} {mark}\n\n{html}")
    return "\n" + "\n\n".join(parts) + "\n"
