"""What a reader presses in each tool: its main action, as presses that `tests.bench.presses` measures one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page, expect

from tests.engines.journeys import POST

# What is done before the first `yield` is not measured; each `yield` after it ends a press.
Action = Callable[[Page], Iterator[None]]
ACTIONS: dict[str, tuple[str, Action]] = {}


def action(name: str, url: str) -> Callable[[Action], Action]:
    """Notes an action under its name, with the page where it is done."""

    def note(doing: Action) -> Action:
        ACTIONS[name] = (url, doing)
        return doing

    return note


def press(page: Page, name: str) -> None:
    """Presses the first button of the article with this name."""
    page.locator(".md-content").get_by_role("button", name=name).first.click()


def typing(page: Page, keys: str) -> Iterator[None]:
    """Types into what has the focus, a press at a time."""
    for key in keys:
        page.keyboard.press(key)
        yield


@action("calculator: a digit", "pay/offer-calculator/")
def digits(page: Page) -> Iterator[None]:
    """Once the offer is whole, each digit changes every sum below."""
    page.get_by_label("On-hire stock").fill("120000")
    page.get_by_label("Base a year").fill("18000")
    expect(page.locator(".offer-results")).to_be_visible()
    page.get_by_label("Base a year").press("End")
    yield
    yield from typing(page, "055")


@action("calculator: the level", "pay/offer-calculator/")
def level(page: Page) -> Iterator[None]:
    """The evidence follows the level."""
    page.get_by_label("Base a year").fill("180000")
    expect(page.locator(".offer-results")).to_be_visible()
    page.get_by_label("Level", exact=True).focus()
    yield
    yield from typing(page, "666")


@action("role-play: a choice", "prepare/role-plays/")
def role_play(page: Page) -> Iterator[None]:
    """The answer to a reply comes."""
    page.locator("role-plays-tool button").first.click()
    press(page, "Rehearse alone")
    yield
    for _ in range(2):
        page.locator("role-plays-tool .tool-choice").first.click()
        yield


@action("cards: study, turn, rate", "prepare/cards/?page=pay/levels")
def cards(page: Page) -> Iterator[None]:
    """A card comes, is turned over and rated."""
    yield
    press(page, "Study")
    yield
    for key in (" ", "3", " ", "3"):
        page.locator("#card-front, #card-back").first.wait_for()
        page.keyboard.press(key)
        yield


@action("practice: start, answer, rate", "prepare/practice/")
def practice(page: Page) -> Iterator[None]:
    """A question is drawn, answered and rated."""
    press(page, "PMM")
    page.locator("practice-tool").get_by_role("button", name="Start").first.wait_for()
    yield
    for name in ("Start", "Start the timer", "I have answered", "Strong"):
        press(page, name)
        yield


@action("plan: make it", "prepare/dated-plan/")
def plan(page: Page) -> Iterator[None]:
    """A plan of four weeks is made."""
    loop = page.evaluate("new Date(Date.now() + 24.2e8).toISOString().slice(0, 10)")
    page.get_by_label("Date of the loop").fill(loop)
    yield
    press(page, "Make the plan")
    page.locator(".plan-days input").first.wait_for()
    yield


@action("plan: tick a task", "prepare/dated-plan/")
def ticks(page: Page) -> Iterator[None]:
    """Tasks of the first day are ticked."""
    yield from plan(page)
    for _ in range(2):
        page.locator(".plan-days input:not(:checked):visible").first.click()
        yield


@action("decoder: read the post", "prepare/decode-a-post/")
def decoder(page: Page) -> Iterator[None]:
    """A post is read."""
    page.get_by_label("The post, all of it").fill(POST)
    yield
    press(page, "Read the post")
    page.locator("#post-found").wait_for()
    yield


@action("decoder: a key", "prepare/decode-a-post/")
def post_keys(page: Page) -> Iterator[None]:
    """The post that was read is changed."""
    yield from decoder(page)
    page.get_by_label("The post, all of it").press("End")
    yield
    yield from typing(page, "abc")


@action("mock interview: start, end", "prepare/mock-interview/")
def mock(page: Page) -> Iterator[None]:
    """A round is held and scored."""
    yield
    for name in ("Start", "End the interview and score it"):
        press(page, name)
        yield
    page.locator("[name=score][value='3']").first.click()
    yield


@action("stories: a key", "prepare/stories/")
def stories(page: Page) -> Iterator[None]:
    """A story is written."""
    press(page, "Add a story")
    page.get_by_label("Situation").focus()
    yield
    yield from typing(page, "late")


@action("case room: a question", "prepare/case-room/")
def case_room(page: Page) -> Iterator[None]:
    """A question is answered."""
    page.locator("case-room-tool button").first.click()
    page.get_by_label("Your question to the interviewer").fill("Who is the customer?")
    yield
    page.keyboard.press("Enter")
    yield


@action("your interviews: a key", "prepare/your-interviews/")
def interviews(page: Page) -> Iterator[None]:
    """Feedback is written."""
    page.locator("your-interviews-tool button").first.click()
    page.get_by_label("Your feedback on Candidate A").focus()
    yield
    yield from typing(page, "Clear")


@action("self-assessment: a row", "roles/choose/")
def assessment(page: Page) -> Iterator[None]:
    """Rows are answered."""
    page.locator("self-assessment-tool [type=radio]").first.wait_for()
    yield
    for row in range(3):
        page.locator("self-assessment-tool fieldset").nth(row).get_by_role("radio").first.click()
        yield


@action("progress: mark a task", "prepare/plan/")
def progress(page: Page) -> Iterator[None]:
    """Tasks are marked on their page."""
    page.locator(".md-content .mark-box:visible").first.wait_for()
    yield
    for box in range(3):
        page.locator(".md-content .mark-box:visible").nth(box).click()
        yield


@action("search: a key", "")
def search(page: Page) -> Iterator[None]:
    """Results come as a reader types."""
    page.locator("label[for=__search]").first.click()
    page.locator("[data-md-component=search-query]").press_sequentially("pa")
    page.locator(".md-search-result__link").first.wait_for()
    yield
    yield from typing(page, "y le")


@action("theme: switch", "pay/by-level/")
def theme(page: Page) -> Iterator[None]:
    """The palette changes."""
    yield
    for _ in range(2):
        page.locator(".theme-switch:visible").first.click()
        yield
