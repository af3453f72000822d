"""How much a browser works, from its trace."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

THREADS = ("CrRendererMain", "DedicatedWorker thread")
Events = list[dict[str, Any]]


def work_between(events: Events, start: str, end: str) -> list[float]:
    """Processor milliseconds of a page's own threads between each mark `start` and the mark `end` that follows it."""
    marks = sorted(
        (event for event in events if event["name"] in (start, end)), key=lambda one: one["ts"]
    )
    tasks = _tasks(events, {mark["pid"] for mark in marks})
    return [
        sum(task["tdur"] for task in tasks if first["ts"] <= task["ts"] <= last["ts"]) / 1000
        for first, last in pairwise(marks)
        if (first["name"], last["name"]) == (start, end)
    ]


def _tasks(events: Events, processes: set[int]) -> Events:
    """Whole tasks of the threads that answer a reader; `tdur` is in microseconds of processor time."""
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] in THREADS
    }
    return [
        event
        for event in events
        if event["pid"] in processes
        and (event["pid"], event["tid"]) in threads
        and event.get("ph") == "X"
        and "RunTask" in event["name"]
        and "tdur" in event
    ]
