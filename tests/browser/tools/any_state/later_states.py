"""The states that a reader brings a tool to: in the middle of its work, and after it."""

from __future__ import annotations

from collections.abc import Callable

from tests.engines.driver import Driver, field
from tests.engines.journeys import (
    JOURNEYS,
    answer_question,
    ask_interviewer,
    give_feedback,
    turn_card,
)

State = Callable[[Driver, str], object]


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


def _plan_made(browser: Driver, address: str) -> None:
    browser.open(address)
    browser.wait_for(field("Date of the loop"))
    JOURNEYS["prepare/dated-plan/"](browser, address)
    browser.press("Change the answers")
    browser.wait_for(field("Date of the loop"))


# Each journey of all engines ends in a state; these are those on the way.
ON_THE_WAY: dict[str, tuple[str, State]] = {
    "an answer shown": ("prepare/practice/", answer_question),
    "a card turned": ("prepare/cards/?page=pay/levels", turn_card),
    "two offers": ("pay/offer-calculator/", _two_offers),
    "a mock interview running": ("prepare/mock-interview/", _mock_running),
    "a mock interview to be scored": ("prepare/mock-interview/", _mock_to_be_scored),
    "a case half worked": ("prepare/case-room/", ask_interviewer),
    "a post read": ("prepare/decode-a-post/", JOURNEYS["prepare/decode-a-post/"]),
    "a set of interviews half rated": ("prepare/your-interviews/", give_feedback),
    "a plan to be changed": ("prepare/dated-plan/", _plan_made),
}
STATES = ON_THE_WAY | {f"{url or 'home'}, done": (url, walk) for url, walk in JOURNEYS.items()}
