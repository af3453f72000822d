"""Filled forms, as GitHub writes them into an issue."""

from __future__ import annotations

from collections.abc import Mapping

from guide.rows.issue_forms.catalog import FORMS
from guide.rows.issue_forms.form import Form

FORM = {form.stem: form for form in FORMS}
AGREED = "### Before you send it\n\n- [X] I opened the source, wrote in my own words"
# A source that is not in the guide yet.
NEW_SOURCE = {
    "Source: web address": "https://example.org/a-loop-in-may",
    "Source: title": "A loop in May, told by a candidate",
    "Source: publisher": "Example blog",
    "Source: published on": "2026-05",
    "Source: checked on": "2026-11-20",
    "Source: kind": "interview-guide",
    "Source: grade": "secondary",
}
KNOWN_SOURCE = {"Source: id, if the guide has it": "ms-devblogs-aa-2023"}
TURNS = "\n".join(
    f"""\
Turn: {name}
They: Everyone has it already,
so why should I pay?
Want: A reason to stay.
Reply: ask, strong, 1, {then}
Say: Who told you so? I want details.
Then: A friend, he says.
Reply: offer, mixed, 0, {then}
Say: I could send you a trial tomorrow.
Then: He has three trials.

Reply: deny, weak, -1, no-deal
Say: Ours is better than all of those.
Then: He asks for the price, and says little after that."""
    for name, then in (
        ("the-price", "the-friend"),
        ("the-friend", "the-proof"),
        ("the-proof", "a-trial"),
    )
)
ENDINGS = """\
Ending: a-trial, agreed
They: Send it by Friday.
Later: He tries it.
Ending: no-deal, lost
They: Thanks for your time.
Later: He buys elsewhere."""
CANDIDATES = "\n".join(
    f"""\
Candidate: {level}, hire
Ask: Tell me about a decision that you did not own.
Say: The other team had a plan of its own, {first}
and it took a month.
Ask: What did it cost you?
Say: A week of mine, {second}
Quote: a plan of its own
Note: Sees the other side.
Quote: A week of mine
Note: Names a price.
Why: {why}"""
    for level, first, second, why in (
        ("63", "so I read their tickets before I asked.", "and a feature slipped.", "One product."),
        ("61", "so I showed them five recordings of users.", "no more.", "One component."),
        ("65", "so I asked their lead what he would need.", "and two of us left.", "A rule."),
    )
)
GOOD = {
    "loop-report": {
        "Track": "pmm",
        "When": "2026-05",
        "Calls and screens before the loop": "a recruiter call",
        "Interviews in the loop, at least": "4",
        "Interviews in the loop, at most": "5",
        "Minutes of one interview, at most": "60",
        "Note": "One loop: *five* people, 100% remote | no case. It's told as it was.",
        **NEW_SOURCE,
    },
    "pay-observation": {
        "Track": "pmm",
        "Level": "63",
        "Title": "Senior Product Marketing Manager",
        "Region": "us",
        "What is paid": "base",
        "Statistic": "median",
        "Value": "165000",
        "Unit": "USD",
        "Per": "year",
        "As of": "2026-05",
        "Confidence": "low",
        "Note": 'Says "about", and gives no sample',
        **NEW_SOURCE,
    },
    "wrong-figure": {
        "Page": "/pay/method/",
        "File and row": "compensation.csv pm-62-base-2026",
        "What the guide says": "$165,515",
        "What it should say": "$166,000",
        "Since when": "2026-10",
        **KNOWN_SOURCE,
    },
    "question": {
        "Track": "pmm",
        "Category": "messaging",
        "Competency": "market-insight",
        "How the source knows it": "pmm-guide",
        "Question": "Which sentence on our price list would you strike out first?",
        "Reported on": "2026-05",
        "A strong answer": "Names the reader of that list\n- Tests the sentence on one of them\nSays what goes",
        "Follow-ups": "Who wrote it?\nWhat stays?",
        "At level 61": "You improve the line.",
        "At level 63": "You find the wrong\nreader behind it.",
        "At level 65": "You ask what the list is for.",
        **KNOWN_SOURCE,
    },
    "mistake": {
        "Title": "Bringing a slide to a conversation about people",
        "Track": "both",
        "Stage": "in-the-room",
        "Weak move": "You open a slide when asked about a conflict.",
        "Strong move": "You tell what was said, and what you did next.",
        "Why": "Our judgment: a slide answers another question.",
        "Exercise": "Tell one conflict aloud in two minutes.",
        "A weak line to rewrite": "As this chart shows, we disagreed.",
        "A strong version of that line": "She wanted the date, I wanted the test, and we had one week.",
        **KNOWN_SOURCE,
    },
    "role-play": {
        "Title": "A buyer has heard it before",
        "Track": "pmm",
        "Minutes": "10",
        "Setting": "A call, two weeks before a renewal. The product, Larkfield, is made up.",
        "You are": "the PMM for Larkfield",
        "Counterpart": "a buyer of a firm of ninety people",
        "Hidden incentive": "He has promised his team a cheaper tool.",
        "Opening line": "Tell me something that your rivals do not say.",
        "Turns": TURNS,
        "Endings": ENDINGS,
        "Good path": "- Ask who else he talks to.\n- Say one true thing that is yours alone.",
        "Trap": "You list features.",
        "Rubric: weak": "Recites the web page.",
        "Rubric: mixed": "Asks, and then recites anyway.",
        "Rubric: strong": "Finds the promise to the team.\nOffers a proof by Friday.",
        "What grounds it": "Invented for this guide.",
        **KNOWN_SOURCE,
    },
    "transcript": {
        "Track": "pm",
        "Question": "PM038",
        "Setting": "Two questions each, in three minutes.",
        "Candidates": CANDIDATES,
        "What differs": "How many people the answer moves.",
    },
    "case-fact": {
        "Case": "copilot-value",
        "The question that brings it out": "Who pays for the licenses?",
        "Other words that ask for it": "budget\n- cost center\nwho pays",
        "What a candidate who never asked assumes": "That the team that uses it also pays.",
        "The fact": "The license is paid by the unit of the user.",
        "When": "2026-04",
        **KNOWN_SOURCE,
    },
    "page-problem": {
        "Page": "/pay/by-level/",
        "What is wrong": "The second sentence names no year.",
    },
    "site-bug": {"Page": "/prepare/questions/", "What happened": "The menu does not open."},
}  # fmt: skip


def body_of(stem: str, answers: Mapping[str, str]) -> str:
    """The Markdown that GitHub makes of a filled form, with its Windows line endings."""
    form: Form = FORM[stem]
    unknown = set(answers) - {ask.label for ask in form.asks}
    assert not unknown, unknown
    parts = [f"### {ask.label}\n\n{answers.get(ask.label, '_No response_')}" for ask in form.asks]
    return "\n\n".join([*parts, AGREED]).replace("\n", "\r\n")
