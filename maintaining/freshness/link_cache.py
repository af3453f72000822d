"""The last answer of each address, saved between runs, so that healthy ones are not requested each time."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from .link_probe import Answer, State

HEALTHY: tuple[State, ...] = ("there", "moved", "closed")
HEALTHY_DAYS = 13
# A host may be down for a night. No answer in three runs, days apart, needs a look.
SILENT_RUNS = 3


@dataclass(frozen=True)
class CachedAnswer:
    """An address's last answer, its day, and how many runs it has failed in a row, since which day."""

    state: State
    said: str
    day: str
    moved_to: str = ""
    bad_runs: int = 0
    bad_since: str = ""
    archived: str = ""

    def is_due(self, today: dt.date) -> bool:
        """Whether to request it again."""
        age = today - dt.date.fromisoformat(self.day)
        return self.state not in HEALTHY or age.days > HEALTHY_DAYS

    @property
    def is_dead(self) -> bool:
        """Whether readers should no longer be sent there."""
        return self.state == "gone" or self.bad_runs >= SILENT_RUNS


def after(answer: Answer, before: CachedAnswer | None, today: dt.date) -> CachedAnswer:
    """The entry to save once an address has answered. A second run on one day does not count twice."""
    day = today.isoformat()
    if answer.state in HEALTHY:
        return CachedAnswer(answer.state, answer.said, day, answer.moved_to)
    is_again = before is not None and before.bad_runs > 0
    earlier = before if before and is_again else None
    runs = (earlier.bad_runs if earlier else 0) + (0 if earlier and earlier.day == day else 1)
    return CachedAnswer(
        answer.state,
        answer.said,
        day,
        bad_runs=runs,
        bad_since=earlier.bad_since if earlier else day,
        archived=earlier.archived if earlier else "",
    )


def read_cache(path: Path) -> dict[str, CachedAnswer]:
    """The answers of earlier runs; empty without a usable file, so that every address is requested."""
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        return {address: CachedAnswer(**values) for address, values in saved.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError):
        print(f"{path} cannot be used, so every address is asked again.")
        return {}


def write_cache(path: Path, memory: dict[str, CachedAnswer]) -> None:
    """Saves it for the next run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    saved = {address: asdict(answer) for address, answer in sorted(memory.items())}
    path.write_text(json.dumps(saved, indent=1), encoding="utf-8")
