"""A server collects what its rebuilds leave while no one waits, and the plugin for tags says what it always said."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.tags.config import TagsConfig
from material.plugins.tags.structure.listing import Listing
from material.plugins.tags.structure.listing.config import ListingConfig
from material.plugins.tags.structure.listing.manager import ListingManager
from material.plugins.tags.structure.mapping import Mapping
from material.plugins.tags.structure.tag import Tag

from hooks import save_time


class Left:
    """An object of a build that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Collected at once, and by nothing else."""
    monkeypatch.setattr(save_time, "MOMENT", 0.01)
    gc.disable()
    yield
    gc.enable()


def freed(left: weakref.ref[Left]) -> bool:
    """Whether it is gone after at most ten seconds."""
    waiting = save_time.threading.Event()
    return any(left() is None or waiting.wait(0.05) for _ in range(200)) and left() is None


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_rebuild_leaves_is_collected_a_moment_after_it(soon: None, fails: bool) -> None:
    made: list[weakref.ref[Left]] = []

    def build() -> None:
        made.append(weakref.ref(Left()))
        if fails:
            raise ValueError("a build that fails")

    collecting = save_time._collecting_after(build)
    if fails:
        with pytest.raises(ValueError, match="fails"):
            collecting()
    else:
        collecting()
    assert freed(made[0])


def listings_of(*scopes: bool) -> tuple[ListingManager, Any]:
    """The plugin's listings, one for each scope, and the page that holds them."""
    config: Any = TagsConfig()
    config.load_dict({})
    config.validate()
    holder = SimpleNamespace(
        title="Topics", url="topics/", file=SimpleNamespace(src_uri="topics.md")
    )
    manager = ListingManager(config, 6)
    for number, scope in enumerate(scopes):
        settings: Any = ListingConfig()
        settings.load_dict({"scope": scope})
        settings.validate()
        manager.data.add(Listing(holder, f"topics.md:{number}", settings))
    return manager, holder


def links(listings: Any, item: Any, *tags: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each tag of a page with what it leads to."""
    found = listings & Mapping(item, tags={Tag(tag) for tag in tags})
    return [(tag.name, [(link.title, link.url) for link in tag.links]) for tag in found]


def test_tags_of_a_page_lead_where_the_plugin_leads_them() -> None:
    plain, holder = listings_of(False)
    quick = save_time.LinksOfTags(plain)
    pages = [SimpleNamespace(url=f"{name}/") for name in "ab"]
    for item in (*pages, holder, *pages):
        for tags in (("pm",), ("prepare", "pm"), ()):
            assert links(quick, item, *tags) == links(plain, item, *tags)
    assert links(quick, pages[0], "pm") == [("pm", [("Topics", "topics/#tag:pm")])]
    assert links(quick, holder, "pm") == [("pm", [])]


@pytest.mark.parametrize(
    ("scopes", "may"), [([False], True), ([], False), ([True], False), ([False] * 2, False)]
)
def test_only_one_list_of_the_whole_site_is_stood_for(scopes: list[bool], may: bool) -> None:
    assert save_time.LinksOfTags.may_stand_for(listings_of(*scopes)[0]) is may
    assert not save_time.LinksOfTags.may_stand_for(None)


def test_what_a_page_was_rendered_from_is_let_go_and_it_has_its_title_still() -> None:
    page = SimpleNamespace(markdown="# One", content="<h1>One</h1>")
    assert save_time.on_post_page("<html></html>", page=page) == "<html></html>"
    # MkDocs gives no title to a page whose text is None.
    assert (page.markdown, page.content) == ("", "")
