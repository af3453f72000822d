"""A column that most rows leave empty costs each card of a phone a line: its values move into the last cell."""

from __future__ import annotations

import re

from guide.view.context import Context
from guide.view.macros.tables import table, without_sparse_columns

COLUMNS = ["Level", "Base", "Bonus", "Source"]


def rows(*bonuses: str) -> list[list[str]]:
    return [[str(60 + at), "$1", bonus, "A post"] for at, bonus in enumerate(bonuses)]


def test_a_sparse_column_is_left_out_and_its_values_are_named(context: Context) -> None:
    columns, shown = without_sparse_columns(context, COLUMNS, rows("–", "", "$5", "–"))
    assert columns == ["Level", "Base", "Source"]
    assert [len(row) for row in shown] == [3, 3, 3, 3]
    assert [str(row[-1]) for row in shown][:2] == ["A post", "A post"]
    assert str(shown[2][-1]) == 'A post<br><span class="muted">Bonus: &#36;5</span>'


def test_a_column_with_enough_values_stays(context: Context) -> None:
    given = rows("–", "$4", "$5", "–")
    assert without_sparse_columns(context, COLUMNS, given) == (COLUMNS, given)


def test_a_short_table_stays_as_it_is(context: Context) -> None:
    given = rows("–", "–", "–")
    assert without_sparse_columns(context, COLUMNS, given) == (COLUMNS, given)


def test_what_a_sparse_column_says_is_inert(context: Context) -> None:
    _, shown = without_sparse_columns(context, COLUMNS, rows("–", "–", "<b>x</b>", "–"))
    assert "<b>" not in str(shown[2][-1])


def test_a_row_keeps_its_anchor(context: Context) -> None:
    html = table(context, "Pay", COLUMNS, rows("–", "–", "$5", "–"), made_from=[]).unescape()
    assert re.findall(r'id="([^"]+)"', html)[2] == "row-pay-62"
    assert "Bonus</th>" not in html
