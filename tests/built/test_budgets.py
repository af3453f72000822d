"""First visits cost no more than budgets.yml says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from maintaining.weights import WORKER, Costs, has_tools, loaded, weigh
from tests.built.site import PROJECT, BuiltSite

# What the examples of deploy/ let browsers cache for good; the others are small, and requested again.
IMMUTABLE = re.compile(r"assets/.*\.[0-9a-f]{8,}\.min\.(css|js)")
# What a few pages hold: charts, ladders, timelines.
PICTURES = re.compile(r"assets/styles/(?:charts|stages)\.")
REVALIDATED = {"assets/icon.svg", WORKER}
BUDGETS = yaml.safe_load((Path(__file__).parent / "budgets.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def costs(site: BuiltSite) -> Costs:
    return weigh(site.root)


@pytest.mark.parametrize("budget", BUDGETS)
def test_nothing_costs_more_than_it_may(costs: Costs, budget: str) -> None:
    assert costs[budget], "nothing was measured"
    assert {url: cost for url, cost in costs[budget].items() if cost > BUDGETS[budget]} == {}


def test_each_page_is_measured(site: BuiltSite, costs: Costs) -> None:
    measured = {*costs["bytes_beside_html"], *costs["bytes_beside_html_with_tools"]}
    assert {page.url for page in site.content_pages} <= measured
    assert len(costs["bytes_of_html"]) == len(site.pages)


def test_what_a_page_loads_does_not_grow_with_the_site(site: BuiltSite) -> None:
    """One style sheet, two scripts beside the theme's, and a sheet for pictures: no list of pages is among them."""
    loads = [loaded(site.root, path) for path in sorted(site.root.rglob("index.html"))]
    plain = [frozenset(files) for files in loads if not has_tools(files)]
    common = frozenset[str].intersection(*plain)
    more = [files - common for files in plain]
    assert len(common) == 6
    assert all(len(each) <= 1 for each in more)
    assert all(PICTURES.match(path) for each in more for path in each)
    assert sum(map(bool, more)) < len(plain) / 4


def test_a_second_page_costs_its_html_only(site: BuiltSite) -> None:
    """What a page loads is cached by its name, which holds a fingerprint."""
    files = {path for page in site.root.rglob("index.html") for path in loaded(site.root, page)}
    assert {path for path in files if not IMMUTABLE.fullmatch(path)} == REVALIDATED
    for example in ("nginx/maps.conf", "Caddyfile"):
        text = (PROJECT / "deploy" / example).read_text(encoding="utf-8")
        assert "max-age=31536000, immutable" in text
