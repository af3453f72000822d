"""Rows that break `grades_fit_kinds`, with what the contributor reads, and rows that pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.check.rules.rows import grades_fit_kinds

from tests.check.rules.asking import Tables, reports
from tests.guides import guide_of, row

BROKEN: dict[str, tuple[Tables, str]] = {
    "grade above its kind": (
        {"sources": [row("sources", kind="press", grade="microsoft-says")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'press'. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "copy of a job post as Microsoft's word": (
        {"sources": [row("sources", kind="copy-of-job-post", grade="microsoft-says")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'copy-of-job-post'. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "employee graded second hand": (
        {"sources": [row("sources", kind="employee-account", grade="secondary")]},
        "data/sources.yml:1: a-source / grade\n"
        "    'secondary' does not fit the kind 'employee-account'. Allowed: employee-says, first-hand.\n"
        "    try:  grade: employee-says",
    ),
    "employee who gives no name": (
        {"sources": [row("sources", kind="employee-account", grade="employee-says")]},
        "data/sources.yml:1: a-source / author\n"
        "    'employee-says' needs a name in author. An employee without one is first-hand: no one can check it.\n"
        "    try:  grade: first-hand",
    ),
    "personal post as Microsoft's word": (
        {
            "sources": [
                row("sources", kind="employee-account", grade="microsoft-says", author="A B")
            ]
        },
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' does not fit the kind 'employee-account'. Allowed: employee-says, first-hand.\n"
        "    try:  grade: employee-says",
    ),
    "copy of a filing as Microsoft's word": (
        {
            "sources": [
                row("sources", kind="microsoft-filing", grade="microsoft-says", is_copy=True)
            ]
        },
        "data/sources.yml:1: a-source / grade\n"
        "    'microsoft-says' is higher than a copy can be graded. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
    "copy of an account as first hand": (
        {"sources": [row("sources", kind="candidate-account", grade="first-hand", is_copy=True)]},
        "data/sources.yml:1: a-source / grade\n"
        "    'first-hand' is higher than a copy can be graded. Allowed: secondary.\n"
        "    try:  grade: secondary",
    ),
}
GOOD: dict[str, Tables] = {
    "grades": {
        "sources": [
            row("sources", id="a", kind="microsoft-page", grade="microsoft-says"),
            row("sources", id="b", kind="candidate-account", grade="first-hand"),
            row("sources", id="e", kind="employee-account", grade="employee-says", author="A B"),
            row("sources", id="f", kind="employee-account", grade="first-hand"),
            row("sources", id="g", kind="microsoft-page", grade="secondary", is_copy=True),
            row(
                "sources",
                id="h",
                kind="same-author-site",
                grade="one-article-only",
                is_copy=True,
            ),
            row("sources", id="c", kind="reviewed-article", grade="one-article-only"),
            row("sources", id="d", kind="interview-guide", grade="secondary"),
        ]
    },
}


@pytest.mark.parametrize(("tables", "report"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_reported(tmp_path: Path, tables: Tables, report: str) -> None:
    assert reports(grades_fit_kinds, guide_of(tmp_path, **tables)) == [report]


@pytest.mark.parametrize("tables", GOOD.values(), ids=GOOD)
def test_a_good_row_passes(tmp_path: Path, tables: Tables) -> None:
    assert reports(grades_fit_kinds, guide_of(tmp_path, **tables)) == []
