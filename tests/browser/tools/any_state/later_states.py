"""The states that a reader brings a tool to: in the middle of its work, and after it."""

from __future__ import annotations

from collections.abc import Callable

from tests.engines.driver import ENTER, Driver, field, named
from tests.engines.journeys import JOURNEYS, POST, take_first

State = Callable[[Driver, str], None]


def _answer_shown(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.press("PMM")
    browser.press("Start")
    browser.press("Start the timer")
    browser.write("Think aloud", "buyers, then sellers")
    browser.press("I have answered")
    browser.wait_for(named("practice-tool button", "Strong"))


def _card_turned(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.press("Study")
    browser.wait_for("document.activeElement.id === 'card-front'")
    browser.type("document.activeElement", " ")
    browser.wait_for("document.activeElement.id === 'card-back'")


def _two_offers(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.write("Base a year", "200000")
    browser.write("Sign-on in year 1", "26000")
    browser.press("Add another employer’s offer")
    browser.wait_for("document.activeElement.id === 'offer-name'")
    browser.write("Base a year", "190000")
    browser.sees("Side by side")


def _mock_running(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.press("Start")
    browser.wait_for("document.activeElement.matches('mock-interview-tool h2')")


def _mock_to_be_scored(browser: Driver, address: str) -> None:
    _mock_running(browser, address)
    browser.press("End the interview and score it")
    browser.wait_for("document.querySelector('mock-interview-tool [name=score]')")


def _case_half_worked(browser: Driver, address: str) -> None:
    browser.open(address)
    take_first(browser, "case-room-tool", "button")
    browser.write("Your question to the interviewer", "What is the weather?" + ENTER)
    browser.sees("We don’t have that.")


def _post_read(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.write("The post, all of it", POST)
    browser.press("Read the post")
    browser.sees("PMM, IC4")


def _set_half_rated(browser: Driver, address: str) -> None:
    browser.open(address)
    take_first(browser, "your-interviews-tool", "button")
    browser.write("Your feedback on Candidate A", "Clear goal")


def _plan_made(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.wait_for(field("Date of the loop"))
    JOURNEYS["prepare/dated-plan/"](browser, address)
    browser.press("Change the answers")
    browser.wait_for(field("Date of the loop"))


# Each journey of all engines ends in a state; these are those on the way.
ON_THE_WAY: dict[str, tuple[str, State]] = {
    "an answer shown": ("prepare/practice/", _answer_shown),
    "a card turned": ("prepare/cards/?page=pay/levels", _card_turned),
    "two offers": ("pay/offer-calculator/", _two_offers),
    "a mock interview running": ("prepare/mock-interview/", _mock_running),
    "a mock interview to be scored": ("prepare/mock-interview/", _mock_to_be_scored),
    "a case half worked": ("prepare/case-room/", _case_half_worked),
    "a post read": ("prepare/decode-a-post/", _post_read),
    "a set of interviews half rated": ("prepare/your-interviews/", _set_half_rated),
    "a plan to be changed": ("prepare/dated-plan/", _plan_made),
}
STATES = ON_THE_WAY | {f"{url or 'home'}, done": (url, walk) for url, walk in JOURNEYS.items()}
