"""What an offer pays year by year. US dollars, before tax, share price unchanged."""

from __future__ import annotations

from dataclasses import dataclass

from ...rows.models.pay.offers import WorkedOffer
from .arithmetic import YEARS_OF_GRANT

YEARS = (1, 2, 3, 4)


@dataclass(frozen=True)
class OfferYear:
    """The parts of one year, in dollars."""

    year: int
    base: int
    bonus: int
    on_hire_stock: int
    annual_stock: int
    sign_on: int

    @property
    def total(self) -> int:
        """All parts of the year together."""
        return self.base + self.bonus + self.on_hire_stock + self.annual_stock + self.sign_on


def offer_years(offer: WorkedOffer) -> list[OfferYear]:
    """Years 1 to 4: bonus at target, a quarter of the on-hire grant a year, a fifth of each past annual award.

    What has vested so far is rounded down to the dollar, so the years of a grant add up to the grant.
    """
    return [_offer_year(offer, year) for year in YEARS]


def _offer_year(offer: WorkedOffer, year: int) -> OfferYear:
    annual = offer.annual_stock_per_five_year_grant
    return OfferYear(
        year=year,
        base=offer.base_per_year,
        bonus=offer.base_per_year * offer.bonus_percent_of_base // 100,
        on_hire_stock=_vests_in(
            year, offer.on_hire_stock_per_four_year_grant, YEARS_OF_GRANT["four-year-grant"]
        ),
        # The award granted at the end of year 1 is in its own first year in year 2, and so on.
        annual_stock=sum(
            _vests_in(age, annual, YEARS_OF_GRANT["five-year-grant"]) for age in range(1, year)
        ),
        sign_on={1: offer.sign_on_year_1, 2: offer.sign_on_year_2}.get(year, 0),
    )


def _vests_in(year: int, grant: int, years: int) -> int:
    """The dollars of a grant that vest in one of its years, counted from its start."""
    return grant * year // years - grant * (year - 1) // years


def plain_year(offer: WorkedOffer) -> int:
    """The dollars of a year without anything uncertain: base, bonus at target and a quarter of the on-hire grant."""
    first = offer_years(offer)[0]
    return first.base + first.bonus + first.on_hire_stock


def careless_total(offer: WorkedOffer) -> int:
    """One year of base plus the whole on-hire grant: the mistake to avoid."""
    return offer.base_per_year + offer.on_hire_stock_per_four_year_grant
