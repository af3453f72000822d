"""The plan with dates: made, saved, changed, planned again, exported."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, go
from tests.browser.tools.conftest import in_store
from tests.browser.tools.store.breaking import NO_DATABASE

HERE = "prepare/dated-plan/"
WEDNESDAY = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
SAVED_PLAN = "return (await store.list('study-plan')).map((record) => record.value);"


def opened(page: Page, now: dt.datetime = WEDNESDAY) -> Page:
    """The page on a day of the test's choosing."""
    page.clock.set_fixed_time(now)
    go(page, HERE)
    page.locator("study-plan-tool").get_by_role("button").first.wait_for()
    return page


def make_plan(page: Page, loop: str = "2026-12-12", hours: str = "5") -> Page:
    page.get_by_label("Date of the loop").fill(loop)
    page.get_by_label("Hours a week").fill(hours)
    page.get_by_label("Sun", exact=True).check()
    page.get_by_label("Judgment").check()
    page.get_by_role("radio", name="PM", exact=True).check()
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(page.get_by_role("heading", name="Your plan for the loop on")).to_be_focused()
    return page


def first_box(page: Page):
    return page.locator(".plan-days").get_by_role("checkbox").first


def test_a_plan_is_made_by_keyboard_and_survives_a_reload(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()))
    # Orca with Firefox said it in place of the heading, which tells more.
    expect(page.locator("study-plan-tool").get_by_role("status")).to_have_text("")
    expect(page.get_by_text("Today, Nov 25")).to_be_visible()
    expect(page.locator(".plan-days").get_by_text("Sun, Nov 29")).to_have_count(0)
    expect(page.get_by_role("heading", name="Left out")).to_be_visible()
    expect(page.locator("details", has_text="that are left out")).not_to_have_attribute("open", "")
    shown = page.locator(".plan-days").all_inner_texts()
    opened(page)
    assert page.locator(".plan-days").all_inner_texts() == shown
    # What is fetched when it is opened: on paper it was a heading of nothing.
    fold = page.get_by_text("More rounds and questions")
    expect(fold).to_be_visible()
    page.emulate_media(media="print")
    expect(fold).to_be_hidden()


@pytest.mark.long
def test_a_plan_names_the_weak_points_that_it_holds_no_question_on(
    new_context: Opener,
) -> None:
    page = opened(new_context().new_page())
    page.get_by_label("Technical excellence").check()
    make_plan(page, loop="2026-11-28", hours="2")
    told = page.get_by_text("Your hours hold no question on")
    expect(told).to_contain_text("Judgment, Technical excellence")
    expect(told.get_by_role("link")).to_have_attribute("href", re.compile("prepare/practice/$"))


@pytest.mark.long
def test_what_the_store_holds_has_the_published_shape(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()), hours="2")
    sit_once(page)
    plan_again(page)
    sit_once(page)
    records = in_store(page, "return store.list();")
    assert {record["kind"] for record in records} == {"study-plan", "settings"}
    check = "async ([url, records]) => records.flatMap((await import(url)).problemsOf)"
    checker = page.evaluate(
        "new URL('../../assets/tools/your-data/record-check.js', location).href"
    )
    assert page.evaluate(check, [checker, records]) == []


def test_wrong_answers_are_reported_where_they_are_and_nothing_is_saved(
    new_context: Opener,
) -> None:
    page = opened(new_context().new_page())
    page.get_by_label("Hours a week").fill("0")
    page.get_by_role("button", name="Make the plan").press("Enter")
    loop = page.get_by_label("Date of the loop")
    expect(loop).to_be_focused()
    expect(page.locator("#plan-loop + [role=alert]")).to_have_text(
        "Give the date of the loop. If you have none yet, take a day eight weeks from now and plan again later."
    )
    expect(page.get_by_label("Hours a week")).to_have_attribute("aria-invalid", "true")
    assert in_store(page, SAVED_PLAN) == []


@pytest.mark.long
def test_missed_days_are_seen_and_planned_again_from_today(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()))
    [before] = in_store(page, SAVED_PLAN)
    first_box(page).check()
    page.locator(".plan-days__done").first.wait_for()
    opened(page, WEDNESDAY + dt.timedelta(days=5))
    expect(page.get_by_text("planned before today")).to_be_visible()
    page.get_by_role("button", name="Plan again from today").press("Enter")
    expect(page.get_by_text("planned before today")).to_have_count(0)
    expect(page.get_by_role("heading", name="Your plan for the loop on")).to_be_focused()
    [after] = in_store(page, SAVED_PLAN)
    done = before["days"][0]["items"][0]["id"]
    planned = {item["id"] for day in after["days"] for item in day["items"]}
    assert min(day["day"] for day in after["days"]) >= "2026-11-30"
    assert done not in planned
    missed = {i["id"] for d in before["days"] for i in d["items"] if d["day"] < "2026-11-30"}
    assert missed - {done} <= planned | set(after["left"])


def sit_once(page: Page) -> None:
    ticked = page.locator(".plan-days__done")
    count = ticked.count()
    page.get_by_role("checkbox", name="(part 1 of").first.check()
    expect(ticked).to_have_count(count + 1)


def plan_again(page: Page) -> None:
    page.get_by_role("button", name="Change the answers").press("Enter")
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(page.get_by_role("heading", name="Your plan for the loop on")).to_be_focused()


def sittings(page: Page) -> list[dict]:
    """The sittings of the first task in the plan that takes several."""
    [plan] = in_store(page, SAVED_PLAN)
    items = [item for day in plan["days"] for item in day["items"]]
    first = next(item for item in items if item["parts"] > 1)
    return [item for item in items if item["id"] == first["id"]]


@pytest.mark.long
def test_a_long_task_is_ticked_by_sitting_and_done_with_its_last(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()), hours="2")
    parts = sittings(page)
    name = f"(part {{}} of {len(parts)})"
    task = page.get_by_role("checkbox", name=name.format(1)).first
    task.check()
    expect(page.locator(".plan-days__done")).to_have_count(1)
    assert in_store(page, "return store.list('progress');") == []
    opened(page)
    expect(page.locator(".plan-days__done")).to_have_count(1)
    for part in range(2, len(parts) + 1):
        page.get_by_role("checkbox", name=name.format(part)).first.check()
        expect(page.locator(".plan-days__done")).to_have_count(part)
    [record] = in_store(page, "return store.list('progress');")
    assert record["id"] == parts[0]["id"]
    task.uncheck()
    expect(page.locator(".plan-days__done")).to_have_count(len(parts) - 1)
    assert in_store(page, "return store.list('progress');") == []


@pytest.mark.long
def test_a_new_plan_holds_only_what_is_left_of_a_task(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()), hours="2")
    before = sittings(page)
    sit_once(page)
    for _ in range(2):  # planned again twice: what was sat is not forgotten
        plan_again(page)
    [plan] = in_store(page, SAVED_PLAN)
    left = [i for day in plan["days"] for i in day["items"] if i["id"] == before[0]["id"]]
    assert sum(i["minutes"] for i in left) == sum(i["minutes"] for i in before[1:])


@pytest.mark.long
def test_a_plan_that_is_made_again_is_shown_each_time(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()))
    for _ in range(8):  # what was written before and what is drawn now race each other
        plan_again(page)
        expect(page.get_by_label("Date of the loop")).to_have_count(0)


@pytest.mark.long
def test_a_tick_in_the_plan_is_the_tick_of_the_checklist(new_context: Opener) -> None:
    context = new_context()
    page = make_plan(opened(context.new_page()))
    first_box(page).press("Space")
    expect(first_box(page)).to_be_checked()
    other = context.new_page()
    go(other, "prepare/plan/")
    expect(other.get_by_text("1 of")).to_be_visible()


@pytest.mark.long
def test_the_answers_come_back_to_be_changed(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()))
    page.get_by_role("button", name="Change the answers").press("Enter")
    expect(page.get_by_label("Date of the loop")).to_be_focused()
    expect(page.get_by_label("Date of the loop")).to_have_value("2026-12-12")
    expect(page.get_by_label("Sun", exact=True)).to_be_checked()
    page.get_by_label("Hours a week").fill("30")
    page.get_by_role("button", name="Make the plan").press("Enter")
    expect(page.get_by_text("Every task fits")).to_be_visible()
    expect(page.get_by_text("do not hold everything")).to_have_count(0)


@pytest.mark.long
def test_the_calendar_file_holds_the_same_days_in_any_time_zone(
    new_context: Opener, tmp_path: Path
) -> None:
    days = []
    for zone in ("America/Los_Angeles", "Asia/Tokyo"):
        page = new_context(timezone_id=zone).new_page()
        noon = dt.datetime(2026, 11, 25, 20 if zone.startswith("America") else 3, tzinfo=dt.UTC)
        make_plan(opened(page, noon))
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save for your calendar").press("Enter")
        saving.value.save_as(tmp_path / "plan.ics")
        events = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
        [plan] = in_store(page, SAVED_PLAN)
        read = [event.decoded("DTSTART").isoformat() for event in events]
        assert read == [*(day["day"] for day in plan["days"]), plan["loop"]]
        days.append(read)
    assert days[0] == days[1]


@pytest.mark.long
def test_markdown_holds_every_day_and_its_marks(new_context: Opener, tmp_path: Path) -> None:
    page = make_plan(opened(new_context().new_page()))
    first_box(page).check()
    page.locator(".plan-days__done").first.wait_for()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as Markdown").press("Enter")
    saving.value.save_as(tmp_path / "plan.md")
    text = (tmp_path / "plan.md").read_text(encoding="utf-8")
    [plan] = in_store(page, SAVED_PLAN)
    assert text.startswith("# My plan for the loop on Saturday, December 12, 2026\n")
    assert text.count("\n### ") == len(plan["days"])
    assert text.count("- [") == sum(len(day["items"]) for day in plan["days"])
    assert "- [x] " in text
    assert re.search(r"\n## Left out, \d+ h", text)
    assert re.search(r"\n- Read the two roles .*, 40 min\n", text)
    assert "no longer has" not in text


@pytest.mark.long
def test_after_the_loop_the_plan_says_so(new_context: Opener) -> None:
    page = make_plan(opened(new_context().new_page()))
    opened(page, WEDNESDAY + dt.timedelta(days=19))
    expect(page.get_by_text("The loop is over.")).to_be_visible()
    expect(page.get_by_role("button", name="Plan again from today")).to_have_count(0)


@pytest.mark.long
def test_a_browser_that_keeps_nothing_plans_until_the_page_is_left(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(NO_DATABASE)
    page = make_plan(opened(context.new_page()))
    expect(page.get_by_role("alert")).to_contain_text("isn’t storing anything for this site")


@pytest.mark.long
def test_without_scripts_the_plans_on_paper_are_named(new_context: Opener) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(HERE)
    expect(page.get_by_text("Use one of the three ready-made plans")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_cut_off_in_any_state(
    new_context: Opener, width: int
) -> None:
    page = opened(new_context(width, reduced_motion="reduce").new_page())
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_text("Give the date of the loop.")).to_be_visible()
    assert violations(page, within="study-plan-tool") == []
    make_plan(page)
    opened(page, WEDNESDAY + dt.timedelta(days=3))
    expect(page.get_by_text("planned before today")).to_be_visible()
    assert violations(page, within="study-plan-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.long
def test_a_track_in_the_address_never_keeps_the_form_from_opening(new_context: Opener) -> None:
    """Saving the track overtook the first reading: the tool could not start for two readers of three."""
    for _ in range(3):
        page = new_context().new_page()
        go(page, "prepare/dated-plan/?track=pm")
        expect(page.get_by_label("Date of the loop")).to_be_visible()
        expect(page.locator(".tool-problem:visible")).to_have_count(0)


def test_a_table_without_a_row_for_the_readers_track_is_not_shown(new_context: Opener) -> None:
    """Its head stood alone, on paper too."""
    page = new_context().new_page()
    go(page, "prepare/dated-plan/?track=pm")
    for fold in page.locator("details:has(> .guide-table)").all():
        fold.evaluate("(one) => { one.open = true; }")
    for track, shown in (("PM", 1), ("PMM", 0)):
        head = page.locator("caption:visible").get_by_text(
            f"Rounds to rehearse, {track}", exact=True
        )
        expect(head).to_have_count(shown)
    # On paper the other track's name was a heading of nothing.
    page.emulate_media(media="print")
    summary = page.locator("details:has(> .guide-table) > summary")
    expect(summary.get_by_text("PM", exact=True)).to_be_visible()
    expect(summary.get_by_text("PMM", exact=True)).to_be_hidden()
