"""The mock interview: held alone or with a partner, scored, saved, and recorded on the device only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Opener, TabOpener, go, until
from tests.browser.tools.conftest import in_store

HERE = "prepare/mock-interview/"
# A microphone that needs no device: a tone.
TONE = """
navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(target);
  tone.start();
  return target.stream;
};
"""


# How much wider a select would be if its chosen option alone set the width, in CSS pixels.
TOO_NARROW = """select => {
  const free = select.cloneNode(false);
  free.append(select.selectedOptions[0].cloneNode(true));
  free.style.cssText = "width: auto; position: absolute";
  select.after(free);
  const lack = free.offsetWidth - select.offsetWidth;
  free.remove();
  return lack;
}"""


def opened(page: Page, fragment: str = "") -> Page:
    go(page, HERE + fragment)
    page.locator("mock-interview-tool").get_by_role("button").first.wait_for()
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    page.locator("mock-round h2").wait_for()


def begin(page: Page, place: int) -> None:
    """The first round of a loop begins with its start, each later one when the reader is ready."""
    if place > 1:
        page.get_by_role("button", name="Start this round").press("Enter")
        expect(page.locator("mock-round h2")).to_be_focused()


def score(page: Page, number: int) -> None:
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    page.locator(f"[name=score][value='{number}']").check()
    page.get_by_label("One thing to change").fill("Say the goal first")
    page.get_by_role("button", name="Save the scorecard").press("Enter")


@pytest.mark.long
def test_the_name_of_a_round_is_not_cut_on_a_phone(open_tab: TabOpener) -> None:
    page = open_tab()
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page)
    assert page.get_by_label("Round").evaluate(TOO_NARROW) <= 0


def test_a_loop_is_held_by_keyboard_and_each_round_keeps_its_scorecard(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    start(page)
    for place in range(1, 5):
        expect(page.get_by_text(f"Round {place} of 4")).to_be_visible()
        expect(page.locator("mock-round h2")).to_be_focused()
        begin(page, place)
        score(page, 3)
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    records = in_store(page, "return store.list('mock-interview');")
    rounds = [record["value"]["round"] for record in records]
    assert len(set(rounds)) == len({r["value"]["question"] for r in records}) == 4
    checker = page.evaluate(
        "new URL('../../assets/tools/your-data/record-check.js', location).href"
    )
    check = "async ([url, records]) => records.flatMap((await import(url)).problemsOf)"
    assert page.evaluate(check, [checker, records]) == []
    assert broken == []


def test_the_clock_runs_with_the_question_until_it_is_paused(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    time = page.get_by_role("timer")
    minutes = time.inner_text().partition(":")[0]
    expect(time).not_to_have_text(f"{minutes}:00")
    expect(page.get_by_text("left", exact=True)).to_be_visible()
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_text("left, paused")).to_be_visible()
    shown = time.inner_text()
    page.wait_for_timeout(1_200)
    assert time.inner_text() == shown
    page.get_by_role("button", name="Resume", exact=True).press("Enter")
    expect(time).not_to_have_text(shown)


@pytest.mark.long
def test_a_later_round_shows_its_question_only_when_its_clock_starts(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    score(page, 3)
    expect(page.get_by_text("Round 2 of 4")).to_be_visible()
    expect(page.locator("mock-round h2")).to_be_focused()
    expect(page.locator(".practice__question")).to_have_count(0)
    expect(page.get_by_role("timer")).to_have_count(0)
    begin(page, 2)
    expect(page.locator(".practice__question")).to_be_visible()
    expect(page.get_by_text("left", exact=True)).to_be_visible()


@pytest.mark.long
def test_with_a_partner_the_clock_waits_for_their_first_word(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").press("Enter")
    page.get_by_role("button", name="My partner is ready").press("Enter")
    expect(page.get_by_text("left, not started")).to_be_visible()
    page.get_by_role("button", name="Start the timer").press("Enter")
    expect(page.get_by_text("left", exact=True)).to_be_visible()


def test_no_scorecard_is_saved_without_a_score(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    page.get_by_role("button", name="End the interview and score it").press("Enter")
    page.get_by_role("button", name="Save the scorecard").press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Choose a score first.")
    assert in_store(page, "return store.list('mock-interview');") == []


@pytest.mark.long
def test_a_recording_plays_in_the_page_and_is_erased(new_context: Opener) -> None:
    context = new_context()
    context.add_init_script(TONE)
    page = opened(context.new_page())
    start(page)
    page.get_by_role("button", name="Record my answer").click()
    stop = page.get_by_role("button", name="Stop recording")
    expect(stop).to_be_visible()
    page.wait_for_timeout(500)  # something to hear
    stop.click()
    sound = page.locator("audio")
    expect(sound).to_have_attribute("src", re.compile("^blob:"))
    assert until(page, lambda: sound.evaluate("one => one.readyState")) > 0
    page.get_by_role("button", name="Erase the recording").click()
    expect(sound).to_have_count(0)


# A microphone of which the browser has yet to ask the reader: the page answers for them.
PERMISSION_PENDING = f"""{TONE}
const give = navigator.mediaDevices.getUserMedia;
navigator.mediaDevices.getUserMedia = async () => {{
  await new Promise((allow) => {{ window.allowMicrophone = allow; }});
  window.microphone = await give();
  return window.microphone;
}};
"""
IS_OFF = "window.microphone?.getTracks().every((track) => track.readyState === 'ended')"
REFUSED = (
    "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('x', '%s'); };"
)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("NotAllowedError", "The microphone is blocked for this site."),
        pytest.param("NotFoundError", "No microphone was found.", marks=pytest.mark.long),
    ],
)
def test_a_microphone_that_is_refused_is_said_in_plain_words(
    new_context: Opener, name: str, sentence: str
) -> None:
    context = new_context(width=360, height=640)
    context.add_init_script(REFUSED % name)
    page = opened(context.new_page())
    start(page)
    record = page.get_by_role("button", name="Record my answer")
    record.click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(sentence)
    expect(alert).to_contain_text("go on without")
    expect(record).to_have_attribute("aria-pressed", "false")


@pytest.mark.long
def test_who_leaves_while_the_browser_asks_for_the_microphone_is_not_recorded(
    new_context: Opener,
) -> None:
    context = new_context(width=360, height=640)
    context.add_init_script(PERMISSION_PENDING)
    page = opened(context.new_page())
    start(page)
    page.get_by_role("button", name="Record my answer").click()
    page.get_by_role("button", name="Leave this interview").click()
    page.get_by_role("button", name="Start", exact=True).wait_for()
    page.evaluate("window.allowMicrophone()")
    assert until(page, lambda: page.evaluate(IS_OFF)) is True


@pytest.mark.long
def test_a_recording_that_the_browser_ends_is_saved(new_context: Opener) -> None:
    """As for a phone call: the microphone is taken away, and what was said before is there."""
    context = new_context(width=360, height=640)
    context.add_init_script(PERMISSION_PENDING)
    page = opened(context.new_page())
    start(page)
    page.get_by_role("button", name="Record my answer").click()
    page.evaluate("window.allowMicrophone()")
    stop = page.get_by_role("button", name="Stop recording")
    expect(stop).to_be_in_viewport()
    page.evaluate("""() => {
        for (const track of window.microphone.getTracks()) { track.stop(); window.microphone.removeTrack(track); }
    }""")
    expect(page.locator("audio")).to_be_visible()
    expect(page.get_by_role("button", name="Record my answer")).to_be_visible()
    page.get_by_role("button", name="End the interview and score it").click()
    expect(page.locator("audio")).to_be_visible()


@pytest.mark.long
def test_a_partner_reads_the_sheet_of_the_same_interview(new_context: Opener) -> None:
    page = opened(new_context().new_page())
    page.get_by_label("Round").select_option(label="Strategy, 35 min")
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").press("Enter")
    expect(page.get_by_role("img", name="QR code of the link")).to_be_visible()
    link = page.get_by_role("textbox", name="Link").input_value()
    page.get_by_role("button", name="My partner is ready").press("Enter")
    expect(page.get_by_text("Your partner asks.")).to_be_visible()
    other = opened(new_context().new_page(), "#" + link.partition("#")[2])
    expect(other.get_by_role("heading", name="You are the interviewer")).to_be_visible()
    question = other.locator("blockquote strong").inner_text().strip("“”")
    expect(page.get_by_text(question)).to_have_count(0)
    score(page, 4)
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["question"] == link.rpartition(".")[2]
    assert record["value"]["mode"] == "partner"


@pytest.mark.long
def test_scorecards_are_saved_as_markdown(open_tab: TabOpener, tmp_path: Path) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    score(page, 2)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as Markdown").press("Enter")
    saving.value.save_as(tmp_path / "cards.md")
    text = (tmp_path / "cards.md").read_text(encoding="utf-8")
    assert "## Estimation, 2 of 5" in text
    assert "- Change: Say the goal first" in text


def test_notes_are_saved_until_the_score_for_a_reader_who_leaves(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    question = page.locator(".practice__question").inner_text()
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    in_store(page, "return store.list('mock-interview');")  # answered after the key was written
    page.reload()
    expect(page.get_by_text("Start with homes")).to_be_visible()
    page.get_by_role("button", name="Continue it").press("Enter")
    expect(page.locator(".practice__question")).to_have_text(question)
    expect(page.get_by_label("Notes", exact=True)).to_have_value("Start with homes")
    score(page, 2)
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["notes"] == "Start with homes"


@pytest.mark.long
def test_a_loop_that_was_left_goes_on_with_all_its_rounds(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    start(page)
    score(page, 3)
    begin(page, 2)
    question = page.locator(".practice__question").inner_text()
    in_store(page, "return store.list('mock-interview');")
    page.reload()
    expect(page.get_by_text("round 2 of 4 of a loop")).to_be_visible()
    page.get_by_role("button", name="Continue the loop").press("Enter")
    expect(page.get_by_text("Round 2 of 4")).to_be_visible()
    expect(page.locator(".practice__question")).to_have_text(question)
    for place in range(2, 5):
        expect(page.get_by_text(f"Round {place} of 4")).to_be_visible()
        begin(page, place - 1)  # a round that is resumed starts right away
        score(page, 4)
    # Once the last round is over: before, the store may still hold its notes beside its scorecard.
    expect(page.get_by_role("heading", name="Your scorecards")).to_be_visible()
    expect(page.get_by_text("Not scored yet")).to_have_count(0)
    records = in_store(page, "return store.list('mock-interview');")
    assert len({record["value"]["question"] for record in records}) == len(records) == 4


@pytest.mark.long
def test_old_notes_say_from_when_they_are_and_can_be_erased(open_tab: TabOpener) -> None:
    page = opened(open_tab(), "#round=pm-estimation")
    start(page)
    expect(page.get_by_text("These notes are from")).to_have_count(0)
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    expect(page.get_by_text("These notes are from")).to_have_count(0)  # just typed
    in_store(page, "return store.list('mock-interview');")
    page.reload()
    page.get_by_role("button", name="Continue it").press("Enter")
    expect(page.get_by_text("These notes are from")).to_be_visible()
    page.get_by_role("button", name="Erase them and start fresh").press("Enter")
    expect(page.get_by_label("Notes", exact=True)).to_have_value("")
    expect(page.get_by_label("Notes", exact=True)).to_be_focused()
    expect(page.get_by_text("These notes are from")).to_have_count(0)
    assert in_store(page, "return store.list('mock-interview');") == []


@pytest.mark.long
def test_one_scorecard_is_removed_alone_and_only_after_a_yes(open_tab: TabOpener) -> None:
    page = opened(open_tab())
    for number in (2, 4):
        page.get_by_label("Round").select_option(label="Strategy, 35 min")
        start(page)
        score(page, number)
        page.get_by_role("heading", name="Your scorecards").wait_for()
    page.get_by_text("Read or remove a scorecard").click()
    first = page.locator("[data-record]", has_text="2 of 5")
    first.get_by_role("button", name="Remove …", exact=True).press("Enter")
    first.get_by_role("button", name="Keep it").press("Enter")
    assert len(in_store(page, "return store.list('mock-interview');")) == 2
    first.get_by_role("button", name="Remove …", exact=True).press("Enter")
    first.get_by_role("button", name="Remove it").press("Enter")
    expect(page.locator("[data-record]")).to_have_count(1)
    [record] = in_store(page, "return store.list('mock-interview');")
    assert record["value"]["score"] == 4


def assert_clean(page: Page) -> None:
    assert violations(page, within="mock-interview-tool") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_cut_off_in_any_state(
    new_context: Opener, width: int
) -> None:
    page = opened(new_context(width, reduced_motion="reduce").new_page())
    assert_clean(page)
    start(page)
    page.get_by_role("button", name="Throw me a curveball").click()
    assert_clean(page)
    page.get_by_role("button", name="End the interview and score it").click()
    assert_clean(page)
    page.get_by_label("Notes", exact=True).fill("Start with homes")
    page.get_by_role("button", name="Leave this interview").click()
    page.get_by_role("button", name="Remove the notes").click()
    assert_clean(page)
    page.get_by_label("With a partner").check()
    page.get_by_role("button", name="Make the interviewer’s sheet").click()
    page.locator(".mock__qr").wait_for()
    assert_clean(page)
    link = page.get_by_role("textbox", name="Link").input_value()
    page = opened(page.context.new_page(), "#" + link.partition("#")[2])
    page.get_by_role("heading", name="You are the interviewer").wait_for()
    assert_clean(page)
