"""Typed questions to a case: each fact is found by the words of its row, and nothing else is made up."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from guide.publish.tool_data.case_room import case_room_files, case_room_list
from guide.rows.loading import load_guide

from tests.guides import PROJECT
from tests.scripts.conftest import Call

GUIDE = load_guide(PROJECT)
CASES = {name.removeprefix("case-room/"): case for name, case in case_room_files(GUIDE).items()}
FEWEST_OF_A_TRACK = 6
ASKING = "case-room/matching.js"
# As people type them.
TYPED = [
    ("copilot-value", "how many seats do they have?", "copilot-value-rollout"),
    ("copilot-value", "What's our usage / adoption rate", "copilot-value-activity"),
    ("copilot-value", "do we have a dashboard for retention?", "copilot-value-tools"),
    ("facilitator-speaks", "can admins switch it off", "facilitator-control"),
    ("facilitator-speaks", "are guests in the meeting?", "facilitator-where"),
    ("recall-week", "is the data encrypted on the device?", "recall-how"),
    ("github-credits", "do unused credits expire from the pool?", "github-credits-pool"),
    ("github-credits", "what happens when they run out", "github-credits-over"),
    ("fabric-move", "will there be throttling at peak?", "fabric-throttle"),
    ("agent-sprawl", "who is the owner of an agent", "sprawl-sponsor"),
    ("hiring-limit", "what about bias and fairness?", "hiring-trust"),
    ("copilot-chat-change", "has the date been postponed?", "chat-slip"),
    ("e7-suite", "how are sellers' incentives set?", "e7-field"),
    ("game-pass-price", "how did churn look", "game-pass-cancel"),
    ("windows-10-end", "what does a company pay for extended support?", "windows-10-business"),
    ("windows-10-end", "is Europe different", "windows-10-europe"),
    ("security-copilot-e5", "is there a setup step?", "security-auto"),
    ("edge-shadow-ai", "and people using Chrome?", "edge-chrome"),
    ("e7-suite", "how much is it", "e7-price"),
    ("e7-suite", "whats the prise", "e7-price"),
    ("recall-week", "is the data encryptd", "recall-how"),
    ("fabric-move", "what is the deadlin", "fabric-retired"),
    ("agent-cost", "is there rollover of unused credits?", "agent-cost-lapse"),
    ("github-credits", "does code review cost credits", "github-credits-review"),
    ("github-credits", "do credits expire", "github-credits-pool"),
    ("agent-sprawl", "who owns these agents", "sprawl-sponsor"),
    ("e7-suite", "how much is copilot alone", "e7-parts"),
    ("e7-suite", "what's in e7", "e7-price"),
    ("fabric-move", "when does premium end", "fabric-retired"),
    ("fabric-move", "what if we exceed capacity", "fabric-throttle"),
    ("facilitator-speaks", "how often does it talk", "facilitator-rare"),
    ("facilitator-speaks", "who can turn it off", "facilitator-control"),
    ("game-pass-price", "when was the price cut", "game-pass-fall"),
    ("game-pass-price", "what do subscribers get", "game-pass-return"),
    ("recall-week", "did it ship on time", "recall-moved"),
    ("security-copilot-e5", "what is the overage price", "security-over"),
    ("windows-10-end", "how many pcs can't upgrade", "windows-10-old-pcs"),
    ("windows-10-end", "what does it cost for a business", "windows-10-business"),
    ("copilot-value", "do we track returning users", "copilot-value-tools"),
    ("ews-shutdown", "when is the deadline?", "ews-end"),
    ("ews-shutdown", "are on-premises servers blocked too", "ews-end"),
    ("ews-shutdown", "can they get an extension", "ews-delay"),
    ("ews-shutdown", "how were admins notified?", "ews-signals"),
    ("ews-shutdown", "is there parity with Graph", "ews-gaps"),
    ("ews-shutdown", "have we moved the date before", "ews-history"),
    ("copilot-value", "how many seats has Microsoft sold?", "copilot-value-market"),
    ("copilot-value", "was there a control group", "copilot-value-sales"),
    ("game-pass-price", "how many users cancelled", "game-pass-cancel"),
    ("game-pass-price", "what is the new price", "game-pass-rise"),
    ("windows-10-end", "what does it cost to stay another year", "windows-10-consumer"),
    ("e7-suite", "what does copilot cost on its own", "e7-parts"),
    ("e7-suite", "can the bill go up", "e7-cowork"),
    ("github-credits", "can an admin set a limit", "github-credits-over"),
    ("github-credits", "do credits roll over", "github-credits-pool"),
    ("agent-sprawl", "how many companies use Agent 365", "sprawl-scale"),
    ("facilitator-speaks", "where do the answers come from", "facilitator-what"),
    ("recall-week", "what happened in the end", "recall-moved"),
    ("security-copilot-e5", "what happens when units run out", "security-over"),
    ("agent-cost", "what does a credit cost", "agent-cost-rates"),
    ("hiring-limit", "is it biased", "hiring-trust"),
    ("ews-shutdown", "how do we tell customers", "ews-signals"),
    ("copilot-chat-change", "what does the customer lose", "chat-april"),
    ("facilitator-speaks", "what makes it decide to speak today", "facilitator-what"),
    ("facilitator-speaks", "can a user mute it", "facilitator-control"),
    ("facilitator-speaks", "does it answer out loud or in chat?", "facilitator-what"),
    ("recall-week", "where are the screenshots stored", "recall-how"),
    ("github-credits", "how many credits does each dev get", "github-credits-pool"),
    ("fabric-move", "when do they have to be off premium", "fabric-retired"),
    ("hiring-limit", "what counts against it", "hiring-limit-rule"),
    ("ews-shutdown", "when does it get switched off", "ews-end"),
    ("ews-shutdown", "is there anything Graph cant do yet", "ews-gaps"),
    ("e7-suite", "when does E7 go on sale", "e7-price"),
    ("game-pass-price", "why are we cutting it now", "game-pass-fall"),
    ("game-pass-price", "is call of duty still included day one", "game-pass-return"),
    ("game-pass-price", "how much churn did we see after launch", "game-pass-cancel"),
    ("windows-10-end", "whats the price of extended support", "windows-10-business"),
    ("windows-10-end", "which PCs cant run windows 11", "windows-10-old-pcs"),
    ("security-copilot-e5", "what did it cost per hour", "security-was"),
    ("security-copilot-e5", "how much do they get in E5", "security-now"),
    ("security-copilot-e5", "is it on by default", "security-auto"),
    ("agent-cost", "how are credits priced", "agent-cost-rates"),
    ("github-credits", "are completions charged", "github-credits-free"),
    ("github-credits", "whats the price of a credit", "github-credits-unit"),
    ("game-pass-price", "what happens to cod", "game-pass-cod"),
    ("windows-10-end", "how much does ESU cost", "windows-10-business"),
]
# Asked of every case: none has a fact on it, whatever word of a fact the question shares.
OF_NO_CASE = [
    "How many customers leave each month?",
    "How many customers will renew?",
    "How many support tickets do we get?",
    "How big is the engineering team?",
    "What is the average deal size?",
    "How long is the sales cycle?",
    "Who is our target customer?",
    "What do customers say about it?",
    "What is the user's main problem?",
    "Did we run an experiment?",
    "What is the error rate?",
    "What is the cost to serve?",
    "What happened last time?",
    "Is it available on mobile?",
]
# A word of a fact in a question about something else, which no fact of the case answers.
ABOUT_SOMETHING_ELSE = [
    ("agent-cost", "how many customers do we have"),
    ("agent-cost", "whats the margin on a credit"),
    ("e7-suite", "what's the churn of e5"),
    ("e7-suite", "what's the win rate"),
    ("edge-shadow-ai", "what's the admin experience"),
    ("game-pass-price", "how many subscribers are there"),
    ("game-pass-price", "what is playstation plus pricing"),
    ("game-pass-price", "did hardware sales fall"),
    ("github-credits", "how many customers have business plans"),
    ("github-credits", "how much does the average user use"),
    ("copilot-value", "whats the price per seat"),
    ("copilot-chat-change", "how much revenue do we expect"),
    ("windows-10-end", "how many schools are affected"),
    ("windows-10-end", "which channel works best"),
    ("windows-10-end", "how many sales did we lose"),
    ("windows-10-end", "how many attacks target old Windows"),
    ("windows-10-end", "what share of customers switched to Mac"),
    ("windows-10-end", "why can't old PCs upgrade"),
    ("windows-10-end", "is there a hardware discount"),
    ("copilot-value", "how long has it been deployed"),
    ("game-pass-price", "why did we raise the price"),
    ("game-pass-price", "when does Call of Duty join"),
    ("github-credits", "how many free users are there"),
    ("e7-suite", "what does Google charge for a bundle"),
    ("agent-sprawl", "how did usage change last month"),
    ("facilitator-speaks", "how often is it wrong"),
    ("fabric-move", "how many readers do they have"),
    ("security-copilot-e5", "how many customers used it before"),
    ("recall-week", "what will partners say if we delay"),
    ("hiring-limit", "How many recruiters hit the limit?"),
    ("agent-sprawl", "How many agents have no owner?"),
    ("windows-10-end", "what happens to office on win 10"),
    ("agent-cost", "can they cap spending"),
    ("game-pass-price", "how many gamers are there"),
    ("github-credits", "how did usage change after launch"),
]
NOT_TO_BE_HAD = [
    "What is the weather in Redmond?",
    "Who is the head of HR?",
    "what color is the logo",
    "Tell me the answer",
    "?!",
]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_fact_is_found_by_its_printed_question_and_by_each_of_its_words(
    call: Call, case: dict[str, Any]
) -> None:
    for fact in case["facts"]:
        assert [f["id"] for f in call(ASKING, "factsFor", case["facts"], fact["ask"])] == [
            fact["id"]
        ]
        for words in fact["asked_as"]:
            found = call(ASKING, "factsFor", case["facts"], f"What about {words}?")
            assert [f["id"] for f in found] == [fact["id"]], words


@pytest.mark.parametrize(("case", "typed", "fact"), TYPED)
def test_a_question_as_people_type_it_brings_its_fact(
    call: Call, case: str, typed: str, fact: str
) -> None:
    assert [f["id"] for f in call(ASKING, "factsFor", CASES[case]["facts"], typed)] == [fact]


@pytest.mark.parametrize(("case", "typed"), ABOUT_SOMETHING_ELSE)
def test_a_shared_word_brings_no_unrelated_fact(call: Call, case: str, typed: str) -> None:
    assert call(ASKING, "factsFor", CASES[case]["facts"], typed) == []


@pytest.mark.parametrize("typed", OF_NO_CASE)
def test_a_usual_question_that_no_case_has_a_fact_on_is_answered_by_none(
    call: Call, typed: str
) -> None:
    found = [call(ASKING, "factsFor", case["facts"], typed) for case in CASES.values()]
    assert not any(found), found


@pytest.mark.parametrize("case", CASES)
def test_what_no_fact_answers_is_not_to_be_had(call: Call, case: str) -> None:
    for typed in NOT_TO_BE_HAD:
        assert call(ASKING, "factsFor", CASES[case]["facts"], typed) == [], typed


def test_each_track_has_enough_cases_and_each_has_enough_to_ask() -> None:
    by_track = defaultdict(list)
    for case in case_room_list(GUIDE):
        by_track[case["track"]].append(case)
        assert len(CASES[case["id"]]["facts"]) >= 4
    assert all(len(by_track[track]) >= FEWEST_OF_A_TRACK for track in ("pm", "pmm"))
