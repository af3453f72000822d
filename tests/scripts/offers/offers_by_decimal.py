"""The sums of an offer worked again, month by month with decimals. It shares nothing with the calculator, on purpose.

The rules are typed here a second time: a slip in reading them from the data would otherwise be made twice.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal, localcontext
from typing import Any

MONTHS = range(1, 61)
HIGHEST_BONUS = {
    **dict.fromkeys(range(58, 63), 20),
    **dict.fromkeys((63, 64), 30),
    **dict.fromkeys((65, 66), 40),
    67: 60,
    **dict.fromkeys((68, 69, 70), 90),
}
PARTS = ("base", "bonus", "on_hire", "annual", "sign_on", "once", "yearly", "match", "purchase")


def five_years(offer: dict[str, Any]) -> dict[str, list[int]]:
    """Five sums a part and their `total`, whole dollars."""
    with localcontext(prec=120):
        parts = _parts(offer)
    return {**parts, "total": [sum(parts[name][year] for name in PARTS) for year in range(5)]}


def _parts(offer: dict[str, Any]) -> dict[str, list[int]]:
    raised = 1 + Decimal(str(offer.get("merit") or 0)) / 100
    bases = [_floor(Decimal(offer.get("base") or 0) * raised**year) for year in range(5)]
    change = Decimal(str(offer.get("change") or 0)) / 100
    awards = [
        _by_year({at + m: v for m, v in _annual_vests(offer, change, part).items()})
        for at, part in _awards(offer)
    ]
    once = sum(offer.get(name) or 0 for name in ("relocation", "other_once"))
    return {
        "base": bases,
        "bonus": [
            _bonus(offer, Decimal(base), months)
            for base, months in zip(bases, _bonus_months(offer), strict=True)
        ],
        "on_hire": _by_year(_on_hire_vests(offer, change)),
        "annual": [sum(award[year] for award in awards) for year in range(5)],
        "sign_on": [offer.get("sign_on_1") or 0, offer.get("sign_on_2") or 0, 0, 0, 0],
        "once": [once, 0, 0, 0, 0],
        "yearly": [offer.get("other_yearly") or 0] * 5,
        "match": [_match(offer)] * 5,
        "purchase": [_gain(offer, Decimal(base)) for base in bases],
    }


def _calendar(offer: dict[str, Any]) -> list[int]:
    """The months of the year (1 to 12) that begin from the start on, for six years; empty without a start."""
    if offer["employer"] == "other" or not offer.get("start"):
        return []
    first = int(offer["start"][5:])
    return [(first - 1 + passed) % 12 + 1 for passed in range(72)]


def _months_of_the_last_fiscal_year(calendar: list[int], at: int) -> int:
    """Months worked of the twelve that ended with the last June before the month `at`."""
    june = max((i for i in range(at) if calendar[i] == 6), default=-1)
    return len(range(max(0, june - 11), june + 1))


def _bonus_months(offer: dict[str, Any]) -> list[int]:
    calendar = _calendar(offer)
    septembers = [i for i, month in enumerate(calendar) if month == 9][:5]
    return [_months_of_the_last_fiscal_year(calendar, at) for at in septembers] or [12] * 5


def _awards(offer: dict[str, Any]) -> list[tuple[int, int]]:
    """Months passed when each award is granted, and the twelfths of it that were worked for."""
    calendar = _calendar(offer)
    if not calendar:
        return [(granted, 12) for granted in (12, 24, 36, 48)]
    ends = [i for i, month in enumerate(calendar[:60]) if month == 8]
    return [(at + 1, _months_of_the_last_fiscal_year(calendar, at)) for at in ends]


def _floor(value: Decimal) -> int:
    """The whole dollars in it. Three thirds are one: what 60 digits round up was whole before it was divided."""
    return int(value.quantize(Decimal(1).scaleb(-60)).to_integral_value(rounding=ROUND_FLOOR))


def _price(month: int, change: Decimal) -> Decimal:
    years, rest = divmod(month, 12)
    return (1 + change) ** years * (1 + change * rest / 12)


def _by_year(vests: dict[int, Decimal]) -> list[int]:
    """What came in each of five years, where what came so far is rounded down."""
    so_far = [
        _floor(sum((value for month, value in vests.items() if month <= 12 * year), Decimal(0)))
        for year in range(6)
    ]
    return [so_far[year + 1] - so_far[year] for year in range(5)]


def _on_hire_vests(offer: dict[str, Any], change: Decimal) -> dict[int, Decimal]:
    grant = Decimal(offer.get("on_hire") or 0)
    if offer["employer"] == "other":
        shares = {
            12 * (i + 1): Decimal(str(s or 0)) / 100
            for i, s in enumerate(offer.get("vesting") or [])
        }
    elif offer.get("cadence") == "yearly":
        shares = dict.fromkeys((12, 24, 36, 48), Decimal("0.25"))
    else:
        shares = {12: Decimal("0.25"), **dict.fromkeys(range(15, 49, 3), Decimal("0.0625"))}
    return {month: grant * share * _price(month, change) for month, share in shares.items()}


def _annual_vests(offer: dict[str, Any], change: Decimal, part: int) -> dict[int, Decimal]:
    """By months since the award; its dollars count at the price of its own first day."""
    grant = Decimal(_floor(Decimal(offer.get("annual") or 0) * part / 12))
    if offer["employer"] == "other":
        count = offer.get("annual_years") or 1
        return {12 * y: grant * _price(12 * y, change) / count for y in range(1, count + 1)}
    return {
        month: grant * Decimal("0.05") * _price(month, change) for month in MONTHS if month % 3 == 0
    }


def _bonus(offer: dict[str, Any], base: Decimal, months: int) -> int:
    is_other = offer["employer"] == "other"
    highest = 0 if is_other else HIGHEST_BONUS.get(offer.get("level"), 0)
    target = offer.get("bonus")
    percent = Decimal(highest) / 2 if target is None else Decimal(str(target))
    step = Decimal(100 if is_other else offer.get("step", 100))
    return _floor(base * percent * step * months / 120_000)


def _match(offer: dict[str, Any]) -> int:
    if offer["employer"] == "other":
        return offer.get("match") or 0
    return _floor(Decimal(offer.get("contribution") or 0) / 2)


def _gain(offer: dict[str, Any], base: Decimal) -> int:
    if offer["employer"] == "other":
        return offer.get("discount") or 0
    paid = base * Decimal(str(offer.get("purchase") or 0)) / 100
    return _floor(min(paid / 9, Decimal(2500)))
