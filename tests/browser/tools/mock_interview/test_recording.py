"""A round is recorded in the page, if the reader's browser allows it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, until
from tests.browser.tools.mock_interview.holding import opened, start

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
