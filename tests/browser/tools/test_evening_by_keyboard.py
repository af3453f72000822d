"""A candidate's evening with a keyboard alone, on a phone-sized window: every tool to its end, the focus always seen.

Nothing is clicked and nothing is focused by a script: Tab, arrows, Space, Enter and what is typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, go
from tests.engines.journeys import POST

pytestmark = pytest.mark.long

MOST_STOPS = 160
# The element with the focus: its name as it is read, its kind, and whether a reader sees where it is.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const shown = [at, at.parentElement, at.closest("label"), at.nextElementSibling].filter(Boolean);
  // The last stop of a date is the browser's own button in it, which it marks itself.
  const isMarked = at.type === "date" || shown.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const isInHeader = Boolean(at.closest(".md-header, .md-skip, .md-search"));
  const isInSight = box.bottom > 0 && box.top < innerHeight && (isInHeader || box.bottom > header);
  const named = at.getAttribute("aria-label") || Array.from(at.labels ?? [], (label) => label.innerText).join(" ");
  const group = at.closest("fieldset")?.querySelector("legend")?.innerText ?? "";
  return {
    name: (named || at.innerText || at.value || "").replace(/\\s+/g, " ").trim(),
    group: group.trim(), type: at.type ?? "", tag: at.localName, isChecked: Boolean(at.checked),
    isMarked, isInSight, id: at.id, place: `${at.localName}#${at.id}.${at.className}`,
  };
}"""


@dataclass
class Keys:
    """Hands on a keyboard. `faults`: where the focus could not be seen or was lost."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def focused(self) -> dict[str, Any]:
        """What has the focus; nothing having it is a fault once something had."""
        return self.page.evaluate(FOCUSED) or {
            "name": "",
            "tag": "",
            "group": "",
            "type": "",
            "id": "",
        }

    def stop(self) -> dict[str, Any]:
        """One Tab on, and a look at where that leads."""
        self.page.keyboard.press("Tab")
        at = self.focused()
        if at["tag"] and not (at["isMarked"] and at["isInSight"]):
            seen = "unmarked" if not at["isMarked"] else "out of sight"
            self.faults.append(f"{self.page.url}: {seen}: {at['place']} {at['name'][:40]!r}")
        return at

    def to(self, name: str, *, group: str = "", tag: str = "") -> dict[str, Any]:
        """Tabs until something whose name begins with `name` has the focus."""
        for _ in range(MOST_STOPS):
            at = self.stop()
            if at["name"].startswith(name) and group in at["group"] and tag in ("", at["tag"]):
                return at
        raise AssertionError(
            f"{MOST_STOPS} stops, and {name!r} is not among them on {self.page.url}"
        )

    def press(self, name: str, *, tag: str = "") -> None:
        """Enter on it; what follows must have the focus."""
        self.to(name, tag=tag)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Types into a field, as a paste does for long texts."""
        self.to(name)
        self.page.keyboard.insert_text(text)

    def choose(self, name: str, group: str = "") -> None:
        """A choice of a group: Tab leads to the group, arrows within it."""
        for _ in range(MOST_STOPS):
            at = self.stop()
            if at["type"] == "radio" and group in at["group"]:
                break
        for _ in range(12):
            if f"{self.focused()['name']} ".startswith(f"{name} "):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no choice {name!r} in {group!r} on {self.page.url}")

    def is_on(self, selector: str) -> None:
        """What a press brought has the focus."""
        expect(self.page.locator(selector).first).to_be_focused()


def open_page(keys: Keys, address: str, tool: str) -> None:
    go(keys.page, address)
    keys.page.locator(tool).locator("button, input, h2, h3").first.wait_for()


def plan(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/dated-plan/", "study-plan-tool")
    keys.choose(track.upper(), "Your track")
    keys.to("Date of the loop")
    keys.page.keyboard.type("12/16/2026")
    keys.press("Make the plan")
    keys.is_on("study-plan-tool h2")
    keys.stop()
    keys.page.keyboard.press("Space")
    expect(keys.page.locator(".plan-days__done").first).to_be_visible()
    assert keys.focused()["type"] == "checkbox", "ticking a task keeps the focus on it"


def practice(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/practice/", "practice-tool")
    keys.press("Start", tag="button")
    keys.press("Start the timer")
    keys.write("Think aloud", "the customer first")
    keys.press("I have answered")
    keys.press("Strong")
    expect(keys.page.get_by_text("Rated.")).to_be_visible()


def mock(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/mock-interview/", "mock-interview-tool")
    keys.press("Start", tag="button")
    keys.is_on("mock-round h2")
    for place in range(1, 5):
        if place > 1:
            keys.press("Start this round")
            keys.is_on("mock-round h2")
        keys.press("Ask me a follow-up")
        keys.write("Notes", "Goal, users, three options")
        keys.press("End the interview and score it")
        keys.is_on("#mock-score")
        keys.choose("3", "Score")
        keys.write("One thing to change", "Say the goal first")
        keys.press("Save the scorecard")
        expect(keys.page.locator("mock-interview-tool h2").first).to_be_focused()
    expect(keys.page.get_by_role("heading", name="Your scorecards")).to_be_visible()


def case_room(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/case-room/", "case-room-tool")
    keys.page.locator("case-room-tool [data-case]").first.wait_for()
    first = keys.page.locator("case-room-tool [data-case] b").first.inner_text()
    keys.press(first)
    keys.is_on(".case-room-title")
    keys.write("Your question to the interviewer", "What does it cost?")
    keys.page.keyboard.press("Enter")
    expect(keys.page.locator(".case-room-answer")).to_be_visible()
    keys.is_on("#case-room-ask")
    keys.write("Your answer, in key words", "segment, price, risk")
    keys.press("I have answered")
    keys.is_on(".case-room-assumed")


def role_play(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/role-plays/", "role-plays-tool")
    first = keys.page.locator("role-plays-tool [data-play] b").first.inner_text()
    keys.press(first)
    keys.is_on(".rehearsal-title")
    keys.press("Rehearse alone")
    keys.is_on(".rehearsal-next")
    for _ in range(12):
        if not keys.page.locator("role-plays-tool button.tool-choice").count():
            break
        reply = keys.page.locator("role-plays-tool button.tool-choice").first.inner_text()
        keys.press(" ".join(reply.split())[:40])
        keys.is_on(".rehearsal-next")
    keys.press("Go on to what you noticed")
    keys.is_on(".rehearsal-next")
    keys.press("Show what they wanted")
    expect(keys.page.locator("role-plays-tool :focus")).to_be_visible()


def interviewer(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/your-interviews/", "your-interviews-tool")
    first = keys.page.locator("your-interviews-tool button.tool-choice b").first.inner_text()
    keys.press(first)
    keys.is_on("your-interviews-tool h3")
    for name, level in (("A", "61"), ("B", "63"), ("C", "65")):
        keys.write(f"Your feedback on Candidate {name}", "A clear goal, a thin measure")
        keys.choose("Hire", f"Candidate {name}: hire")
        keys.choose(level, f"Candidate {name}: which")
    keys.press("Compare with the debrief")
    keys.is_on(".interviews-debrief")


def decoder(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/decode-a-post/", "post-decoder-tool")
    pm = POST.replace("Product Marketing", "Product").replace(
        "Product IC4", "Product Management IC4"
    )
    keys.write("The post, all of it", POST if track == "pmm" else pm)
    keys.press("Read the post")
    keys.is_on("#post-found")


def stories(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/stories/", "story-bank-tool")
    keys.press("Add a story")
    keys.is_on("story-bank-tool input[id$='-title']")
    keys.page.keyboard.insert_text("The waitlist")
    keys.write("Situation", "Clinics lost one visit in ten.")
    keys.write("Result", "Eight of nine clinics switched it on again.")
    expect(keys.page.get_by_text("2 of 5 parts")).to_be_visible()


def offer(keys: Keys, track: str) -> None:
    open_page(keys, "pay/offer-calculator/", "offer-calculator-tool")
    keys.write("Base a year", "185k")
    keys.write("Sign-on in year 1", "26,000")
    keys.stop()
    expect(keys.page.locator(".offer-first")).to_contain_text("Year 1 brings $211,000.")


def last_day(keys: Keys, track: str) -> None:
    open_page(keys, "prepare/last-day/", "last-day-tool")
    expect(keys.page.get_by_role("region", name="Your last-day pack")).to_contain_text(
        "The waitlist"
    )
    keys.to("Print")


def export(keys: Keys, into: Path) -> None:
    open_page(keys, "reference/your-data/", "your-data-tool")
    keys.to("Save to a file")
    with keys.page.expect_download() as saving:
        keys.page.keyboard.press("Enter")
    saving.value.save_as(into)
    text = into.read_text(encoding="utf-8")
    for kind in (
        "study-plan",
        "mock-interview",
        "case-room",
        "role-plays",
        "story-bank",
        "post-decoder",
    ):
        assert f'"{kind}"' in text, kind


EVENING = (
    plan,
    practice,
    mock,
    case_room,
    role_play,
    interviewer,
    decoder,
    stories,
    offer,
    last_day,
)


@pytest.mark.parametrize("track", ["pm", "pmm"])
def test_an_evening_needs_no_mouse_and_the_focus_is_always_seen(
    new_context: Opener, tmp_path: Path, track: str
) -> None:
    page = new_context(360, 740, reduced_motion="reduce").new_page()
    keys = Keys(page)
    go(page, "")
    keys.choose(track.upper())
    for step in EVENING:
        step(keys, track)
    export(keys, tmp_path / "mine.json")
    assert keys.faults == []
