"""How sure an answer is, computed from its sources by one rule for all answers, never typed by hand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ..rows.loading import Guide
from ..rows.models import Answer, Source, period_end
from .freshness import spoken_period

WORDS = ("very low", "low", "moderate", "high")
# The step at which an answer starts, by the grade of its best source.
START = {
    "microsoft-says": 3,
    "employee-says": 2,
    "first-hand": 2,
    "secondary": 1,
    "one-article-only": 0,
}
BEST_IS = {
    "microsoft-says": "Microsoft",
    "employee-says": "a named employee",
    "first-hand": "someone who was there",
    "secondary": "second hand",
    "one-article-only": "one article",
}
MICROSOFT_COPIED = "Microsoft's own text on a copy"
TRACED = f"{MICROSOFT_COPIED} that can be traced"
# After how many months evidence on a subject is old.
SHELF_MONTHS = {"loop": 36, "pay": 24, "level": 36, "role": 60, "culture": 36, "moving": 36}
ABOUT = {
    "direct": (0, ""),
    "partly": (-1, "they speak of a part of it"),
    "indirect": (-2, "they speak of something near it"),
}
# MANY independent voices raise an answer by a step, if at most FEW of all voices disagree; HALF lower it by two.
MANY, FEW, HALF = 3, 0.2, 0.5
# Many people publish on these hosts, so a voice is the author or the text and not the site.
SHARED_HOSTS = ("medium.com", "linkedin.com", "github.com", "scribd.com", "teamblind.com")
COPIES_OF_MICROSOFT = ("copy-of-job-post", "copy-of-microsoft-text", "microsoft-filing")


@dataclass(frozen=True)
class Certainty:
    """`word` is one of WORDS; `reason` says in one line how it was computed."""

    word: str
    reason: str


def certainty_of(guide: Guide, answer: Answer, today: dt.date) -> Certainty:
    """The certainty of an answer on a day."""
    found = [guide.sources[source_id] for source_id in answer.sources]
    if not found:
        return Certainty(WORDS[0], "no source says it")
    voices = {voice_of(source) for source in found}
    against = {voice_of(guide.sources[source_id]) for source_id in answer.against}
    steps, best = max(
        (_start(source, answer, today) for source in found), key=lambda start: start[0]
    )
    parts = [f"{_count(len(voices))}, the best {best}"]
    for change, words in (_agreement(len(voices), len(against)), ABOUT[answer.directness]):
        steps += change
        parts += [words] if words else []
    return Certainty(WORDS[max(0, min(steps, 3))], "; ".join(parts))


def voice_of(source: Source) -> str:
    """What counts as one voice: Microsoft as a whole, an author, a publisher's site, or what `voice` says."""
    if source.voice:
        return source.voice
    if source.grade == "microsoft-says":
        return "microsoft"
    if source.author:
        return source.author.casefold()
    host = re.sub(r"^https?://(www\.)?|[/:].*", "", source.url or "")
    return host if host and not host.endswith(SHARED_HOSTS) else source.id


def _start(source: Source, answer: Answer, today: dt.date) -> tuple[int, str]:
    """The step that this source alone would give the answer, and how the reason names it."""
    steps, name = START[source.grade], BEST_IS[source.grade]
    if source.was_copied and source.kind in COPIES_OF_MICROSOFT:
        steps, name = (3, TRACED) if answer.traceable else (2, MICROSOFT_COPIED)
    if not source.published:
        return steps - 1, f"{name}, without a date"
    months = (today - period_end(source.published)).days / 30.4
    is_old = months > SHELF_MONTHS[answer.subject]
    when = spoken_period(source.published)
    return (steps - 1, f"{name}, old ({when})") if is_old else (steps, f"{name} ({when})")


def _count(voices: int) -> str:
    return "one voice" if voices == 1 else f"{voices} independent voices"


def _agreement(voices: int, against: int) -> tuple[int, str]:
    """The step for how many disagree, and the words for it."""
    disagreement = f"{against} {'says' if against == 1 else 'say'} otherwise" if against else ""
    share = against / (voices + against)
    if share <= FEW:
        agreed = "they agree" if voices >= MANY else ""
        return (1 if voices >= MANY else 0), disagreement or agreed
    return (-1 if share < HALF else -2), disagreement
