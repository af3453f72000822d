"""The sums of the cases: each printed result follows from the printed numbers above it, and faults are reported."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from guide.facts.sums import SumFault, all_worked, filled, shown, spelled, worked
from guide.rows.loading import Guide
from guide.rows.models.preparing.cases import CaseNumbers, SumLine
from guide.view.context import Context
from guide.view.macros import MACROS

from tests.guides import PROJECT, guide_of, row


def numbers(*lines: dict[str, Any], **others: Any) -> CaseNumbers:
    return CaseNumbers.model_validate(row("case-numbers", lines=list(lines), **others))


def line(key: str, *cells: str, **others: Any) -> dict[str, Any]:
    return {"key": key, "label": key, "cells": list(cells), **others}


def printed(of: CaseNumbers) -> dict[str, list[str]]:
    done = worked(of, {})
    return {one.key: [shown(value, one) for value in done[one.key]] for one in of.lines}


def test_a_result_follows_from_the_lines_above_it() -> None:
    total = numbers(line("crew", "12"), line("minutes", "15"), line("lost", "crew * (minutes - 1)"))
    assert printed(total)["lost"] == ["168"]


def test_each_column_is_worked_by_itself_and_may_name_another() -> None:
    made = numbers(
        line("price", "600", "450", "price[1] + price[2]"),
        line("share", "price / price[3]", form="percent"),
        columns=["A", "B", "Both"],
    )
    assert printed(made) == {"price": ["600", "450", "1,050"], "share": ["57%", "43%", "100%"]}


def test_later_lines_go_on_from_the_number_that_is_printed() -> None:
    made = numbers(
        line("people", "1000"),
        line("third", "people / 3", nearest=10),
        line("twice", "third * 2"),
    )
    assert printed(made)["twice"] == ["660"]


def test_halves_are_rounded_as_people_do() -> None:
    made = numbers(line("a", "5 / 2"), line("b", "-5 / 2"), line("c", "0.125", decimals=2))
    assert printed(made) == {"a": ["3"], "b": ["−3"], "c": ["0.13"]}


def test_dollars_and_decimals_are_printed_as_such() -> None:
    made = numbers(
        line("a", "1234.5", form="dollars"), line("b", "0.0152", form="percent", decimals=1)
    )
    assert printed(made) == {"a": ["$1,235"], "b": ["1.5%"]}


def test_a_sum_may_use_a_sum_further_up(tmp_path: Path) -> None:
    rows = [
        row("case-numbers", id="a-road", lines=[line("left", "520", "420")], columns=["A", "B"]),
        row("case-numbers", id="later", lines=[line("gap", "a_road.left[1] - a_road.left[2]")]),
    ]
    table = guide_of(tmp_path, case_numbers=rows)["case-numbers"]
    gap = table["later"].lines[0]
    assert shown(all_worked(table)["later"]["gap"][0], gap) == "100"
    assert spelled(table["later"], gap, table) == "520 − 420"


def test_a_long_number_of_a_formula_is_printed_with_commas(tmp_path: Path) -> None:
    lines = [line("users", "5000"), line("thousands", "users / 1000")]
    table = guide_of(tmp_path, case_numbers=[row("case-numbers", id="pool", lines=lines)])[
        "case-numbers"
    ]
    assert spelled(table["pool"], table["pool"].lines[1], table) == "5,000 ÷ 1,000"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([line("a", "b + 1")], "'b' is not a line above"),
        ([line("a", "other.b")], "no sum of that name comes before"),
        ([line("a", "1 / 0")], "divides by zero"),
        ([line("a", "1 +")], "is not a formula"),
        ([line("a", "2 ** 64")], "may hold only"),
        ([line("a", "abs(2)")], "may hold only"),
        ([line("a", "[1][0]")], "may hold only"),
        ([line("a", "1"), line("b", "a[7]")], "has 1 columns"),
        ([line("a", "1"), line("b", "a[0]")], "has 1 columns"),
        ([line("a", "1"), line("b", "a[-1]")], "is not the name of a line"),
        ([line("a", "1"), line("a", "2")], "names two lines"),
        ([line("a", "1", "2")], "Write one for all columns, or 1"),
    ],
)
def test_a_line_that_cannot_be_worked_out_is_reported(
    lines: list[dict[str, Any]], message: str
) -> None:
    with pytest.raises(SumFault, match=re.escape(message)):
        worked(numbers(*lines), {})


def test_the_parts_of_a_dashboard_add_up_to_its_totals(real_guide: Guide) -> None:
    """Who owns the apps is counted in thousands, and the same apps and customers are above it."""
    done = all_worked(real_guide["case-numbers"])
    owners, total = done["ews-tail"], done["ews-dashboard"]
    assert [1000 * sum(owners["first"]), 1000 * sum(owners["apps"])] == list(total["apps"])
    assert 1000 * sum(owners["tenants"]) == total["tenants"][1]


def test_the_question_of_a_case_names_the_numbers_of_its_dashboard(real_guide: Guide) -> None:
    table = real_guide["case-numbers"]
    done = all_worked(table)["ews-dashboard"]
    asked = real_guide["cases"]["ews-shutdown"].question
    named = [shown(v, line) for line in table["ews-dashboard"].lines for v in done[line.key]]
    # The first week of customers and of lists is on the dashboard only.
    assert [one for one in named if not re.search(rf"\b{one}\b", asked)] == ["120,000", "0"]


def test_every_printed_result_follows_from_its_inputs(real_guide: Guide) -> None:
    """Worked again with Python's own arithmetic, from what readers see; half of the last digit is allowed."""
    table = real_guide["case-numbers"]
    done = all_worked(table)
    seen: dict[str, dict[str, list[float]]] = {}
    for sums in table.all:
        seen[sums.id] = {}
        for one in sums.lines:
            texts = [shown(value, one) for value in done[sums.id][one.key]]
            values = [_read(text) for text in texts]
            seen[sums.id][one.key] = values
            for column, value in enumerate(values):
                cell = one.cells[column if len(one.cells) > 1 else 0]
                again = _again(cell, column, sums.id, seen)
                assert abs(again - value) <= _last_digit(one) / 2 + 1e-9, (
                    f"{sums.id}.{one.key}: {cell}"
                )
    assert len(seen) > 10


def test_columns_that_print_different_results_differ_before_rounding(
    real_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cases draw lessons from which column is ahead, and rounding halfway must not put one there."""
    table = real_guide["case-numbers"]
    done = all_worked(table)
    with monkeypatch.context() as whole:
        whole.setattr("guide.facts.sums._rounded", lambda value, _line: value)
        exact = all_worked(table)
    for sums in table.all:
        for one in sums.lines:
            values = zip(done[sums.id][one.key], exact[sums.id][one.key], strict=True)
            for (printed_a, exact_a), (printed_b, exact_b) in combinations(values, 2):
                differ = [shown(exact_a, one), shown(exact_b, one)]
                assert printed_a == printed_b or differ[0] != differ[1], (
                    f"{sums.id}.{one.key}: {differ}"
                )


def _read(text: str) -> float:
    value = float(re.sub(r"[,$%]", "", text.replace("−", "-")))
    return value / 100 if text.endswith("%") else value


def _last_digit(one: SumLine) -> float:
    step = one.nearest or 10**-one.decimals
    return step / 100 if one.form == "percent" else step


def _again(cell: str, column: int, here: str, seen: dict[str, dict[str, list[float]]]) -> float:
    def number(name: re.Match[str]) -> str:
        table, key, wanted = name.groups()
        values = seen[table.replace("_", "-") if table else here][key]
        return repr(values[int(wanted) - 1 if wanted else 0 if table else column])

    names = r"(?:([a-z]\w*)\.)?([a-z]\w*)(?:\[(\d)\])?"
    return float(eval(re.sub(names, number, cell), {"__builtins__": {}}))  # noqa: S307 - our own formulas


@pytest.mark.parametrize(
    ("sums", "key", "by_hand"),
    [
        ("launch-road", "year_one", ["$320", "$370"]),
        ("launch-road", "after", ["$520", "$420"]),
        ("launch-road", "contract", ["$16,320", "$14,520"]),
        ("launch-crossing", "months", ["18"]),
        ("turnaround-groups", "retention", ["80%", "40%"]),
        ("turnaround-factors", "both", ["4"]),
        ("turnaround-size", "of_new", ["60%"]),
        ("turnaround-size", "of_kept", ["43%"]),
        ("turnaround-price", "rise", ["40%"]),
        ("execution-share", "explained", ["620"]),
        ("execution-control", "rate", ["17%", "52%"]),
        ("execution-share", "share", ["81%"]),
        ("estimate-bikes", "fleet", ["3,600"]),
        ("launch-market", "ours", ["$324,000"]),
        ("copilot-value-seat", "bar", ["5%"]),
        ("copilot-share", "share", ["3.3%", "4.4%"]),
        ("hiring-limit-value", "over", ["60"]),
        ("hiring-limit-value", "bought", ["9"]),
        ("e7-parts-sum", "parts", ["$117"]),
        ("e7-parts-sum", "gap", ["$18"]),
        ("e7-threshold", "share_both", ["40%"]),
        ("e7-threshold", "share_agents", ["80%"]),
        ("e7-threshold", "share_entra", ["90%"]),
        ("e7-threshold", "share_neither", ["130%"]),
        ("ews-split", "explained", ["95%"]),
        ("ews-split", "rest_fall", ["15%"]),
        ("ews-split", "exposed", ["93,000"]),
        ("ews-by-owner", "fall", ["25%", "15%", "0%"]),
        ("ews-by-owner", "per_app", ["6.8", "1.7", "1.5"]),
        ("ews-rates", "consent", ["45%"]),
    ],
)
def test_what_a_case_concludes_from_was_worked_by_hand(
    real_guide: Guide, sums: str, key: str, by_hand: list[str]
) -> None:
    table = real_guide["case-numbers"]
    one = next(line for line in table[sums].lines if line.key == key)
    assert [shown(value, one) for value in all_worked(table)[sums][key]] == by_hand


def test_where_the_setting_shipped_and_where_not_add_up_to_four_weeks(real_guide: Guide) -> None:
    done = all_worked(real_guide["case-numbers"])
    week, control = done["execution-steps"], done["execution-control"]
    for key in ("created", "active"):
        assert sum(control[key]) == week[key][1] * 4, key


def test_a_page_that_names_no_line_is_reported(context: Context) -> None:
    call = MACROS["case_number"]
    for args, message in (
        (("launch-rode", "left"), "'launch-rode' is not a sum"),
        (("launch-road", "lefft"), "no line 'lefft'"),
    ):
        with pytest.raises(SumFault, match=message):
            call(context, *args)
    with pytest.raises(SumFault, match="asked for column 3"):
        call(context, "launch-road", "left", column=3)


def test_a_text_shows_the_numbers_it_names(real_guide: Guide) -> None:
    text = "Direct leaves {launch-road.after}, a partner {launch-road.after.2}; {this} stays."
    found = filled(text, real_guide["case-numbers"])
    assert found == "Direct leaves $520, a partner $420; {this} stays."


def test_each_framework_of_the_cases_is_used_in_one_of_them() -> None:
    """Message house, CAC, LTV, market size, battlecard, launch tier, HEART, value-based price: once each."""
    pages = "".join(
        path.read_text(encoding="utf-8") for path in (PROJECT / "docs/prepare").glob("case-*.md")
    )
    terms = ("message-house", "cac", "ltv", "tam-sam-som", "battlecard", "launch-tier", "heart")
    for term in (*terms, "value-based-price"):
        assert pages.count(f'term("{term}"') == 1, term
