"""A refused row is explained: file, line, row, field, value, what is allowed, the near name, the corrected row."""

# ruff: noqa: E501 -- a report is asserted whole, line by line
from __future__ import annotations

from pathlib import Path

import pytest
from guide.rows.loading import load_guide
from guide.rows.problems import report
from guide.rows.readers.yaml_rows import yaml_rows
from guide.rows.row_text import row_text
from guide.rows.tables import TABLE_BY_NAME
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.guides import row, write_tables


def explained(root: Path, file: str, text: str) -> str:
    write_tables(root)
    (root / "data" / file).write_text(text, encoding="utf-8")
    return report(sorted(load_guide(root).problems))


BROKEN_LOOP = """\
# a comment
- id: pm-screen
  track: pmmm
  order: two
  nmae: Screen
  minutes_low: 2
  who_is_in_the_room: [A, B]
  what_is_evaluated: Fit
  how_to_prepare: []
  what_to_ask:
  basis:
  sources: [A Source, b]
- level: 5
  level: 6
"""
REPORT = """\
data/loops.yml:3: pm-screen / track
    'pmmm' is not allowed. Allowed: pm, pmm. Did you mean 'pmm'?
data/loops.yml:4: pm-screen / order
    'two' must be a whole number, without commas or units.
data/loops.yml:5: pm-screen / nmae
    unknown field 'nmae'. Allowed: basis, how_to_prepare, id, in_brief, minutes_high, minutes_low, name, order, sources, track, \
what_is_evaluated, what_to_ask, who_is_in_the_room. Did you mean 'name'?
data/loops.yml:6: pm-screen / minutes_low
    '2' must be at least 5.
data/loops.yml:7: pm-screen / who_is_in_the_room
    must be text.
data/loops.yml:8: pm-screen / what_is_evaluated
    'Fit' must be a list.
data/loops.yml:9: pm-screen / how_to_prepare
    needs at least 1 item(s).
data/loops.yml:10: pm-screen / what_to_ask
    must not be empty.
data/loops.yml:11: pm-screen / basis
    must not be empty. Allowed: planning-model, reported.
data/loops.yml:12: pm-screen / sources.1
    'A Source' must look like pm-loop: lower-case letters and digits, joined by hyphens.
    try:  - id: pm-screen
    try:    track: pmm
    try:    order: ...
    try:    name: Screen
    try:    minutes_low: ...
    try:    who_is_in_the_room: ...
    try:    what_is_evaluated: [Fit]
    try:    how_to_prepare: [...]
    try:    what_to_ask: ...
    try:    basis: ...
    try:    sources: [a-source, b]
data/loops.yml:13: row at line 13 / basis
    is missing.
data/loops.yml:13: row at line 13 / how_to_prepare
    is missing.
data/loops.yml:13: row at line 13 / id
    is missing.
data/loops.yml:13: row at line 13 / level
    unknown field 'level'."""


def test_a_broken_file_is_explained_in_full(tmp_path: Path) -> None:
    shown = explained(tmp_path, "loops.yml", BROKEN_LOOP)
    assert shown.startswith(REPORT)
    assert (
        "data/loops.yml:14: row at line 13 / level\n    'level' appears twice in one row; first on line 13."
        in shown
    )
    assert shown.endswith("\n22 problems; nothing was published.")


def test_a_misspelt_field_is_not_also_missing(tmp_path: Path) -> None:
    text = "- id: a-term\n  term: A\n  track: pm\n  defintion: What it is\n"
    assert (
        explained(tmp_path, "glossary.yml", text)
        == """\
data/glossary.yml:4: a-term / defintion
    unknown field 'defintion'. Allowed: definition, id, not_written, term, track. Did you mean 'definition'?
    try:  - id: a-term
    try:    term: A
    try:    track: pm
    try:    definition: What it is
1 problem; nothing was published."""
    )


GROUP = """\
- id: vesting
  fact: Stock vests
  confidence: high
  amounts:
    - {name: Years, value: 4, unit: years}
    - name: Share
      valeu: 0.25
      unit: year
  sources: [a]
"""
GROUP_REPORT = """\
data/offer-facts.yml:7: vesting / amounts.2.valeu
    unknown field 'valeu'. Allowed: name, unit, value. Did you mean 'value'?
data/offer-facts.yml:8: vesting / amounts.2.unit
    'year' is not allowed. Allowed: USD, discount, share-of-base, share-of-contribution, share-of-grant, \
share-of-pay, share-of-target, years. Did you mean 'years'?
    try:  - id: vesting
    try:    fact: Stock vests
    try:    confidence: high
    try:    amounts:
    try:      - name: Years
    try:        value: 4
    try:        unit: years
    try:      - name: Share
    try:        unit: years
    try:        value: 0.25
    try:    sources: [a]
2 problems; nothing was published."""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Dog fooding", "dog-fooding"), ("dog_fooding", "dog-fooding"), ("Q&A", "..."), ("é", "...")],
)
def test_an_id_in_words_is_offered_in_kebab_case(tmp_path: Path, typed: str, offered: str) -> None:
    text = f'- id: "{typed}"\n  term: A\n  track: pm\n  definition: What it is\n'
    assert f"\n    try:  - id: {offered}\n" in explained(tmp_path, "glossary.yml", text)


def test_a_field_that_is_there_is_not_what_another_was_meant_to_be(tmp_path: Path) -> None:
    text = "- id: a-term\n  term: A\n  track: pm\n  extra: B\n  definition: What it is\n"
    shown = explained(tmp_path, "glossary.yml", text)
    listed = "Allowed: definition, id, not_written, term, track."
    assert f"unknown field 'extra'. {listed}\n" in shown


def test_faults_inside_a_group_name_its_own_fields(tmp_path: Path) -> None:
    assert explained(tmp_path, "offer-facts.yml", GROUP) == GROUP_REPORT


SINGLE_GROUP = """\
- id: judgment
  name: Judgment
  meaning: Decides well
  wording: Ours
  basis: our-label
  pm: {weak: [Vague], mixed: Partly, strong: []}
  pmm: {weak: [Vague], mixd: [Partly], strong: [Clear]}
  prepare: Tell a story
  sources: [a]
"""
SINGLE_GROUP_REPORT = """\
data/competencies.yml:6: judgment / pm.mixed
    'Partly' must be a list.
data/competencies.yml:6: judgment / pm.strong
    needs at least 1 item(s).
data/competencies.yml:7: judgment / pmm.mixd
    unknown field 'mixd'. Allowed: mixed, strong, weak. Did you mean 'mixed'?
    try:  - id: judgment
    try:    name: Judgment
    try:    meaning: Decides well
    try:    wording: Ours
    try:    basis: our-label
    try:    pm:
    try:      weak: [Vague]
    try:      mixed: [Partly]
    try:      strong: [...]
    try:    pmm:
    try:      weak: [Vague]
    try:      strong: [Clear]
    try:      mixed: [Partly]
    try:    prepare: Tell a story
    try:    sources: [a]
3 problems; nothing was published."""


def test_faults_inside_a_single_group_name_its_own_fields(tmp_path: Path) -> None:
    assert explained(tmp_path, "competencies.yml", SINGLE_GROUP) == SINGLE_GROUP_REPORT


@pytest.mark.parametrize("weeks", ["3", "two", "2.0", "", "[2]", "\u00b2"])
def test_a_plan_of_another_length_is_reported(tmp_path: Path, weeks: str) -> None:
    text = f"- id: a\n  weeks: {weeks}\n  week: 1\n  focus: F\n  tasks: [t]\n"
    shown = explained(tmp_path, "study-plans.yml", text)
    assert shown.startswith("data/study-plans.yml:2: a / weeks\n")
    assert "Allowed: 2, 4, 8." in shown
    assert shown.endswith("\n1 problem; nothing was published.")


@pytest.mark.parametrize(
    "level",
    [
        "56",
        "81",
        "640",
        "64-",
        "-64",
        "64-81",
        "63 - 64",
        "63\u201364",
        "All",
        "senior",
        "\u0666\u0664",
    ],
)
def test_a_level_of_an_aggregate_that_is_none_is_reported(tmp_path: Path, level: str) -> None:
    write_tables(tmp_path, pay_aggregates=[row("pay-aggregates", level=level)])
    shown = report(sorted(load_guide(tmp_path).problems))
    assert (
        f"data/pay-aggregates.csv:2: pm-64-old / level\n    '{level}' must look like 63: a level from 57 to 80, a band"
        in shown
    )


@pytest.mark.parametrize("level", ["57", "64", "80", "63-64", "65-67", "all"])
def test_a_level_a_band_and_all_are_levels_of_an_aggregate(tmp_path: Path, level: str) -> None:
    write_tables(tmp_path, pay_aggregates=[row("pay-aggregates", level=level)])
    assert load_guide(tmp_path).problems == ()


def test_a_csv_row_is_corrected_as_csv(tmp_path: Path) -> None:
    header = (
        "level,band,pm_title,pmm_title,manager_title,job_post_code,manager_code,code_basis,"
        "mapping_basis,confidence,sources\n"
    )
    text = header + '64,senor,"PM, senior",,,IC4,,,A post,,a;B\n'
    assert (
        explained(tmp_path, "levels.csv", text)
        == """\
data/levels.csv:2: 64 / band
    'senor' is not allowed. Allowed: distinguished, entry, fellow, mid, partner, principal, senior. Did you mean 'senior'?
data/levels.csv:2: 64 / confidence
    must not be empty. Allowed: high, low, low-medium, medium.
data/levels.csv:2: 64 / sources.2
    'a;B' must look like pm-loop: lower-case letters and digits, joined by hyphens.
    try:  64,senior,"PM, senior",,,IC4,,,A post,...,...
3 problems; nothing was published."""
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("retrieved", "2026-02-30", "'2026-02-30' must be a day that exists, written 2026-05-31."),
        ("retrieved", "2026", "'2026' is refused: write a day as 2026-05-31."),
        ("retrieved", "20261123", "'20261123' is refused: write a day as 2026-05-31."),
        ("retrieved", "86400", "'86400' is refused: write a day as 2026-05-31."),
        (
            "retrieved",
            "2026-11-23T10:00",
            "'2026-11-23T10:00' is refused: write a day as 2026-05-31.",
        ),
        ("retrieved", "yesterday", "'yesterday' is refused: write a day as 2026-05-31."),
        ("published", "2026-13", "'2026-13' is refused: month 13 is out of range."),
        (
            "published",
            "May 2026",
            "'May 2026' is refused: write an ISO date: 2026, 2026-05, 2026-05-31, or a period 2017/2021.",
        ),
        ("published", "2021/2017", "'2021/2017' is refused: the period ends before it starts."),
        (
            "published",
            "٢٠٢٦",
            "'٢٠٢٦' is refused: write an ISO date: 2026, 2026-05, 2026-05-31, or a period 2017/2021.",
        ),
        (
            "url",
            "javascript:alert(1)",
            "'javascript:alert(1)' must look like https://example.org/page: ",
        ),
        ("url", "example.org", "'example.org' must look like https://example.org/page: "),
        ("title", "' '", "' ' must not be empty."),
        ("id", "Über", "'Über' must look like pm-loop: "),
        (
            "grade",
            "microsoft",
            "'microsoft' is not allowed. Allowed: employee-says, first-hand, microsoft-says, one-article-only, secondary. Did you mean 'microsoft-says'?",
        ),
    ],
)
def test_a_refused_value_is_reported_with_what_is_allowed(
    tmp_path: Path, field: str, value: str, message: str
) -> None:
    good = {
        "id": "a",
        "title": "T",
        "publisher": "P",
        "url": "https://example.org/",
        "published": "2026",
        "retrieved": "2026-11-20",
        "kind": "press",
        "grade": "secondary",
    }
    lines = [f"  {name}: {text}" for name, text in {**good, field: value}.items()]
    shown = explained(tmp_path, "sources.yml", "-" + "\n".join(lines)[1:])
    line = list(good).index(field) + 1
    assert (
        f"data/sources.yml:{line}: {value if field == 'id' else 'a'} / {field}\n    {message}"
        in shown
    )
    assert shown.endswith("\n1 problem; nothing was published.")


@pytest.mark.parametrize(
    ("typed", "number"), [('"274,000"', 274000), ("$274000", 274000), ("L64", 64), ("2k", "...")]
)
def test_a_number_is_offered_without_its_commas_and_units(
    tmp_path: Path, typed: str, number: object
) -> None:
    fields = TABLE_BY_NAME["levels"].fields
    cells = [typed, "senior", *[""] * (len(fields) - 2)]
    shown = explained(tmp_path, "levels.csv", f"{','.join(fields)}\n{','.join(cells)}\n")
    assert f"\n    try:  {number},senior," in shown


@pytest.mark.parametrize("name", ["a[b", "none", "nullable", "constrained-str", "0", "", "id.x"])
def test_an_odd_field_name_is_just_unknown(tmp_path: Path, name: str) -> None:
    text = f"- id: a-term\n  term: A\n  track: pm\n  definition: D\n  '{name}': x\n"
    shown = explained(tmp_path, "glossary.yml", text)
    assert f"unknown field '{name}'. Allowed: definition, id, not_written, term, track." in shown


def test_a_field_name_that_is_no_text_is_unknown_and_not_a_crash(tmp_path: Path) -> None:
    shown = explained(tmp_path, "glossary.yml", "- {~: x, id: [1], term: {a: b}}\n")
    assert "data/glossary.yml:1: ['1'] / id\n    must be text." in shown
    assert "unknown field '~'." in shown


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.recursive(
        st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn"])),
        lambda inner: st.lists(inner) | st.dictionaries(st.text("ab-é ", min_size=1), inner),
        max_leaves=5,
    )
)
def test_a_corrected_value_reads_back_as_the_same_value(value: object) -> None:
    """What the report offers can be pasted."""
    rows, problems = yaml_rows(row_text({"field": value}, TABLE_BY_NAME["faq"]) + "\n", "x.yml")
    assert not problems
    assert rows[0].values == {"field": value}


def test_fields_that_do_not_go_together_are_reported_with_their_row(tmp_path: Path) -> None:
    text = "- id: title-senior\n  sign: title\n  words: [senior pm]\n  track: pm\n"
    assert explained(tmp_path, "post-signs.yml", text) == (
        """\
data/post-signs.yml:1: title-senior
    its fields do not go together: a sign of the kind 'title' needs a code, for example IC4.
    try:  - id: title-senior
    try:    sign: title
    try:    words:
    try:      - senior pm
    try:    track: pm
1 problem; nothing was published."""
    )


def test_a_list_with_a_bad_item_is_not_too_short_as_well(tmp_path: Path) -> None:
    candidates = [dict(one) for one in row("transcripts")["candidates"]]
    candidates[0]["level"] = 70
    write_tables(tmp_path, transcripts=[row("transcripts", candidates=candidates)])
    problems = load_guide(tmp_path).problems
    assert [(problem.field, problem.message) for problem in problems] == [
        ("candidates.1.level", "'70' is not allowed. Allowed: 61, 63, 65.")
    ]
