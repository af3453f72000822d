"""The calendar file, read by a parser as calendar clients do."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.scripts.conftest import Call

NOW = "2026-11-25T09:30:00.000Z"
# What a file in UTF-8 can hold; other control characters have no place in a calendar.
WORDS = st.text(st.characters(blacklist_categories=["Cc", "Cs"], whitelist_characters="\n"))


def event(**values: Any) -> dict[str, Any]:
    return {"id": "study@example.org", "day": "2026-12-31", "title": "A", "text": "B"} | values


def written(call: Call, *events: dict[str, Any]) -> str:
    return call("study-plan/calendar.js", "calendarText", list(events), NOW)


def test_an_event_lasts_one_day_and_names_no_time_zone(call: Call) -> None:
    text = written(call, event())
    [read] = Calendar.from_ical(text).walk("VEVENT")
    assert read.decoded("DTSTART") == dt.date(2026, 12, 31)
    assert read.decoded("DTEND") == dt.date(2027, 1, 1)
    assert read.decoded("DTSTAMP") == dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
    assert read["TRANSP"] == "TRANSPARENT"
    assert "TZID" not in text


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(title=WORDS, text=WORDS)
def test_any_words_come_back_as_they_were(call: Call, title: str, text: str) -> None:
    file = written(call, event(title=title, text=text), event(id="another@example.org"))
    first, second = Calendar.from_ical(file).walk("VEVENT")
    assert (first["SUMMARY"], first["DESCRIPTION"]) == (title, text)
    assert second["UID"] == "another@example.org"
    assert file.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in file.split("\r\n")) <= 75


def test_a_plan_has_one_event_a_study_day_and_one_for_the_loop(call: Call) -> None:
    item = {"id": "task/a", "minutes": 45, "part": 1, "parts": 1}
    plan = {
        "days": [{"day": "2026-11-26", "items": [item]}, {"day": "2026-11-28", "items": [item]}],
        "loop": "2026-12-01",
        "words": {"task/a": {"text": "Write, then read"}},
        "site": "https://example.org/guide/",
        "address": "https://example.org/guide/prepare/dated-plan/",
    }
    events = call("study-plan/files.js", "planAsEvents", plan)
    read = Calendar.from_ical(written(call, *events)).walk("VEVENT")
    assert [(e.decoded("DTSTART").isoformat(), str(e["SUMMARY"])) for e in read] == [
        ("2026-11-26", "Prepare: 45 min"),
        ("2026-11-28", "Prepare: 45 min"),
        ("2026-12-01", "Your interview loop"),
    ]
    assert "Write, then read, 45 min" in read[0]["DESCRIPTION"]
    assert len({str(e["UID"]) for e in read}) == 3
