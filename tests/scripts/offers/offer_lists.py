"""What the offer calculator is given by the build, and made-up offers to try it with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from guide.publish.tool_data import tool_files
from guide.rows.loading import Guide
from hypothesis import strategies as st

Lists = dict[str, Any]
HERE = Path(__file__).parent
BY_HAND = yaml.safe_load((HERE / "offers-by-hand.yml").read_text(encoding="utf-8"))

PM_64 = {
    "employer": "microsoft",
    "track": "pm",
    "level": 64,
    "base": 200_000,
    "on_hire": 160_000,
    "sign_on_1": 26_000,
    "sign_on_2": 26_000,
    "annual": 40_000,
}


def lists_of(guide: Guide) -> Lists:
    """The lists as the element holds them: terms, rules, evidence, sources."""
    files = tool_files(guide, [])
    rules, evidence = (json.loads(files[f"offer-{name}.json"]) for name in ("rules", "evidence"))
    return {**rules, "evidence": evidence, "sources": {**rules["sources"], **evidence["sources"]}}


dollars = st.one_of(st.none(), st.integers(0, 3_000_000))
percents = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)
changes = st.one_of(st.none(), st.integers(-9_000, 10_000).map(lambda hundredths: hundredths / 100))


@st.composite
def shares(draw: st.DrawFn) -> list[float]:
    """Five percents that make up 100."""
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=4, max_size=4)))
    return [(b - a) / 100 for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True)]


months = st.one_of(
    st.none(), st.builds("{:04}-{:02}".format, st.integers(2024, 2030), st.integers(1, 12))
)
common = {
    "merit": st.one_of(st.none(), st.integers(0, 3_000).map(lambda hundredths: hundredths / 100)),
    "relocation": dollars,
    "other_once": dollars,
    "other_yearly": dollars,
    "repay_months": st.one_of(st.none(), st.integers(1, 60)),
    "base": dollars,
    "on_hire": dollars,
    "sign_on_1": dollars,
    "sign_on_2": dollars,
    "annual": dollars,
    "change": changes,
    "bonus": st.one_of(st.none(), percents),
}
microsoft_offers = st.fixed_dictionaries(
    {
        "employer": st.just("microsoft"),
        "track": st.sampled_from(["pm", "pmm"]),
        "level": st.one_of(st.none(), st.integers(57, 70)),
        "step": st.sampled_from([0, 60, 80, 100, 120, 140, 200]),
        "start": months,
        "place": st.sampled_from(["", "us", "us-sf-nyc", "elsewhere"]),
        "cadence": st.sampled_from(["quarterly", "yearly"]),
        "contribution": dollars,
        "purchase": st.integers(0, 1500).map(lambda hundredths: hundredths / 100),
        **common,
    }
)
other_offers = st.fixed_dictionaries(
    {
        "employer": st.just("other"),
        "vesting": shares(),
        "annual_years": st.integers(1, 10),
        "match": dollars,
        "discount": dollars,
        **common,
    }
)
offers = st.one_of(microsoft_offers, other_offers)
