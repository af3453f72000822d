"""The story bank: what is typed is saved, hints are only hints, and readers can take their stories with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go
from tests.browser.tools.conftest import CHOICES_AFTER_CLASH, clash, in_store
from tests.browser.tools.store.breaking import NO_DATABASE
from tests.scripts.stories.test_story_file import HOSTILE

HERE = "prepare/stories/"
WHOLE = {
    "title": "The waitlist we switched off",
    "situation": "Our clinics lost money on late cancellations.",
    "task": "I answered for the feature.",
    "action": "I sat at three front desks, and I changed my default.",
    "result": "Eight of nine clinics switched it on again.",
    "reflection": "I had measured slots, and no patient.",
}


def tool(page: Page) -> Locator:
    return page.locator("story-bank-tool")


def opened(page: Page) -> Page:
    go(page, HERE)
    page.get_by_role("button", name="Add a story").wait_for()
    return page


def with_story(page: Page, **fields: Any) -> Page:
    opened(page)
    in_store(page, "return store.change('story-bank', 's1', () => argument);", WHOLE | fields)
    page.locator("summary", has_text=WHOLE["title"]).click()
    return page


def saved(page: Page) -> list[dict[str, Any]]:
    return in_store(page, "return (await store.list('story-bank')).map(({ value }) => value);")


def test_a_story_is_written_by_keyboard_alone_and_saved(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    page.get_by_role("button", name="Add a story").press("Enter")
    expect(page.get_by_label("Name, in four words or so")).to_be_focused()
    for text in ("A cut", "It was late.", "I decided.", "I cut it."):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    expect(page.get_by_label("Result", exact=True)).to_be_focused()
    page.get_by_role("checkbox", name="Judgment").press("Space")
    page.get_by_role("checkbox", name="PMM").press("Space")
    expect(page.get_by_role("row", name="Judgment None A cut")).to_be_visible()
    expect(page.get_by_text("not saved yet")).to_have_count(0)
    page.reload()
    page.locator("summary", has_text="A cut").press("Enter")
    expect(page.get_by_label("Action", exact=True)).to_have_value("I cut it.")
    assert saved(page) == [
        {"title": "A cut", "situation": "It was late.", "task": "I decided.", "action": "I cut it."}
        | {"competencies": ["judgment"], "tracks": ["pmm"]}
    ]


@pytest.mark.long
def test_each_key_is_saved_and_the_page_may_be_left_at_any_time(open_tab: TabOpener) -> None:
    page = with_story(open_tab())
    page.get_by_label("Result", exact=True).press_sequentially(" Nine of nine.")
    expect(page.get_by_text("not saved yet")).to_have_count(0)
    page.reload()
    assert saved(page)[0]["result"] == f"{WHOLE['result']} Nine of nine."


@pytest.mark.long
def test_two_tabs_write_two_parts_and_lose_neither(new_context: Opener) -> None:
    context = new_context()
    here = with_story(context.new_page())
    there = opened(context.new_page())
    there.locator("summary", has_text=WHOLE["title"]).click()
    here.get_by_label("Result", exact=True).fill("Mine: nine of nine.")
    there.get_by_label("Reflection", exact=True).fill("Theirs: I learned.")
    expect(here.get_by_label("Reflection", exact=True)).to_have_value("Theirs: I learned.")
    expect(there.get_by_label("Result", exact=True)).to_have_value("Mine: nine of nine.")


def clash_of_results(page: Page) -> Locator:
    """Two texts for the result of a story; the field that holds it."""
    result = page.get_by_label("Result", exact=True)
    clash(page, result, ("story-bank", "s1", "result"))
    return result


@pytest.mark.long
@pytest.mark.parametrize(("choice", "expected"), CHOICES_AFTER_CLASH)
def test_one_text_changed_in_two_tabs_is_the_readers_choice(
    new_context: Opener, choice: str, expected: str
) -> None:
    page = with_story(new_context().new_page())
    result = clash_of_results(page)
    expect(result).to_have_value("Mine.")
    assert saved(page)[0]["result"] == "Theirs."
    page.get_by_role("button", name=choice).press("Enter")
    expect(result).to_have_value(expected)
    expect(result).to_be_focused()
    expect(tool(page).locator(".tool-ask")).to_have_count(0)
    assert saved(page)[0]["result"] == expected


@pytest.mark.long
def test_a_story_erased_elsewhere_while_it_is_typed_comes_back_whole(open_tab: TabOpener) -> None:
    page = with_story(open_tab())
    result = page.get_by_label("Result", exact=True)
    result.press_sequentially(" I was there.")
    expect(page.get_by_text("not saved yet")).to_have_count(
        0
    )  # a key on its way would bring it back unseen
    in_store(page, "return store.change('story-bank', 's1', () => undefined);")
    expect(tool(page).get_by_role("status")).to_contain_text("was erased in another tab")
    expect(result).to_be_focused()
    result.press_sequentially(" And stayed.")
    expect(page.get_by_text("not saved yet")).to_have_count(0)
    assert saved(page)[0]["task"] == WHOLE["task"]
    assert saved(page)[0]["result"].endswith(" And stayed.")


@pytest.mark.long
def test_gaps_and_a_story_for_everything_are_named(open_tab: TabOpener) -> None:
    five = ["customer-focus", "collaboration", "adaptability", "judgment", "growth-mindset"]
    page = with_story(open_tab(), competencies=five, tracks=["pm"])
    expect(tool(page).get_by_text("used for nearly everything")).to_contain_text(WHOLE["title"])
    expect(tool(page).get_by_text("For PM, your next hour of work:")).to_contain_text(
        "Influencing for impact, Technical excellence, Drive for results, Market insight"
    )
    expect(tool(page).get_by_text("No story is marked for PMM yet.")).to_be_visible()


# The words of an element that take two lines because there is no room for them on one.
BROKEN_WORDS = """(cells) => cells.flatMap((cell) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) found.push(word);
    }
  }
  return found;
})"""


@pytest.mark.long
def test_on_a_phone_the_gaps_come_first_and_no_competency_is_broken(open_tab: TabOpener) -> None:
    page = with_story(open_tab(360), competencies=["judgment"], tracks=["pm"])
    table = tool(page).get_by_role("table", name="Which story shows what")
    gaps = tool(page).get_by_text("For PM, your next hour of work:")
    tops = [(place.bounding_box() or {})["y"] for place in (gaps, table)]
    assert tops == sorted(tops)
    assert table.locator("th").evaluate_all(BROKEN_WORDS) == []
    # As of every table; it was in the middle.
    expect(table.locator("caption")).to_have_css("text-align", "start")


@pytest.mark.long
def test_a_field_shows_all_that_is_typed_into_it(open_tab: TabOpener) -> None:
    page = with_story(open_tab(360))
    field = page.get_by_label("Situation")
    assert field.evaluate("(field) => field.clientHeight") > 100  # more than two lines
    field.fill("What was at stake, and for whom. " * 20)
    assert field.evaluate("(field) => field.scrollHeight - field.clientHeight") <= 1


@pytest.mark.long
def test_a_short_story_takes_less_than_a_minute(open_tab: TabOpener) -> None:
    page = with_story(open_tab())
    length = tool(page).get_by_text("The five parts hold")
    expect(length).to_have_text("The five parts hold 38 words: less than a minute aloud.")
    page.get_by_label("Situation").fill("word " * 130)
    expect(length).to_contain_text("about 1 min")


@pytest.mark.long
def test_retelling_asks_about_the_other_track_and_writes_nothing(open_tab: TabOpener) -> None:
    page = with_story(open_tab(), competencies=["market-insight"], tracks=["pmm"])
    page.get_by_text("How to retell it for PM", exact=True).click()
    expect(tool(page).get_by_text("You argued to leave that segment")).to_be_visible()
    expect(tool(page).get_by_text("User behavior and product telemetry")).to_be_visible()
    expect(page.get_by_label("Angle for PM", exact=True)).to_have_value("")


@pytest.mark.long
def test_the_file_and_the_paper_hold_the_readers_words(open_tab: TabOpener, tmp_path: Path) -> None:
    page = with_story(open_tab(), result=HOSTILE, competencies=["judgment"])
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as Markdown").click()
    saving.value.save_as(tmp_path / "stories.md")
    text = (tmp_path / "stories.md").read_text(encoding="utf-8")
    assert "## The waitlist we switched off\n\nShows: Judgment.\n" in text
    page.evaluate("window.print = () => undefined")
    page.get_by_role("button", name="Print").click()
    page.emulate_media(media="print")
    expect(page.locator(".story-paper").get_by_text("<script>alert(1)</script>")).to_be_visible()
    expect(page.get_by_role("heading", name="The five parts")).to_be_hidden()


def test_erasing_asks_first(open_tab: TabOpener) -> None:
    page = with_story(open_tab())
    page.get_by_role("button", name="Erase this story").press("Enter")
    page.get_by_role("button", name="Keep it").press("Enter")
    assert len(saved(page)) == 1
    page.get_by_role("button", name="Erase this story").press("Enter")
    page.get_by_role("button", name="Erase it").press("Enter")
    expect(page.get_by_role("button", name="Add a story")).to_be_focused()
    assert saved(page) == []


@pytest.mark.long
def test_another_story_that_is_opened_asks_nothing(open_tab: TabOpener) -> None:
    page = with_story(open_tab())
    page.get_by_role("button", name="Erase this story").press("Enter")
    expect(page.get_by_role("button", name="Erase it")).to_be_visible()
    page.get_by_role("button", name="Add a story").press("Enter")
    expect(page.get_by_label("Name, in four words or so")).to_be_focused()
    expect(page.get_by_role("button", name="Erase this story")).to_be_visible()
    expect(page.get_by_role("button", name="Erase it")).to_have_count(0)


@pytest.mark.long
def test_it_works_where_the_browser_keeps_nothing(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = opened(context.new_page())
    page.get_by_role("button", name="Add a story").click()
    page.get_by_label("Name, in four words or so").fill("A cut")
    expect(page.get_by_role("alert")).to_contain_text("isn’t storing anything for this site")
    expect(page.locator("summary", has_text="A cut")).to_be_visible()


@pytest.mark.long
def test_without_scripts_it_says_how_to_do_it_on_paper(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("fill the map with a pencil")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_state(open_tab: TabOpener, width: int) -> None:
    page = opened(open_tab(width, reduced_motion="reduce"))
    assert violations(page, within="story-bank-tool") == []
    with_story(page, result="We saw.", competencies=["judgment"], tracks=["pm"])
    page.get_by_text("How to retell it for PMM", exact=True).click()
    page.get_by_role("button", name="Erase this story").click()
    assert violations(page, within="story-bank-tool") == []
    clash_of_results(page)
    assert violations(page, within="story-bank-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
