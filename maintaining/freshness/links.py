"""Requests every address that is due: hosts in parallel, the addresses of a host one after the other."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

import urllib3

from .archive import archived
from .link_cache import CachedAnswer, after
from .link_probe import ask, make_pool

HOSTS_AT_ONCE = 8
PAUSE_SECONDS = 1.0
# For a whole run; what is not probed by then waits for the next one, and the report says so.
LONGEST_RUN_SECONDS = 15 * 60


@dataclass
class Round:
    """One run over the addresses. Times are in seconds."""

    today: dt.date
    pause: float = PAUSE_SECONDS
    longest: float = LONGEST_RUN_SECONDS
    make_pool: Callable[[], urllib3.PoolManager] = make_pool
    find_copy: Callable[[str, urllib3.PoolManager], str] = archived
    postponed: list[str] = field(default_factory=list)

    def run(
        self, addresses: Iterable[str], memory: dict[str, CachedAnswer]
    ) -> dict[str, CachedAnswer]:
        """The cache after the run; addresses that the guide no longer names are forgotten."""
        wanted = set(addresses)
        answers_by_address = {address: memory[address] for address in wanted if address in memory}
        due = sorted(
            a
            for a in wanted
            if a not in answers_by_address or answers_by_address[a].is_due(self.today)
        )
        end = time.monotonic() + self.longest
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as workers:
            probed = workers.map(
                partial(self._ask_host, memory=dict(answers_by_address), end=end), _by_host(due)
            )
            for answers in probed:
                answers_by_address |= answers
        self.postponed = [address for address in due if self._was_left(address, answers_by_address)]
        return answers_by_address

    def _was_left(self, address: str, answers_by_address: dict[str, CachedAnswer]) -> bool:
        return (
            address not in answers_by_address
            or answers_by_address[address].day != self.today.isoformat()
        )

    def _ask_host(
        self, addresses: list[str], memory: dict[str, CachedAnswer], end: float
    ) -> dict[str, CachedAnswer]:
        pool, answers = self.make_pool(), {}
        for address in addresses:
            if time.monotonic() > end:
                break
            now = after(ask(address, pool), memory.get(address), self.today)
            if now.is_dead and not now.archived:
                now = replace(now, archived=self.find_copy(address, pool))
            answers[address] = now
            time.sleep(self.pause)
        return answers


def _by_host(addresses: list[str]) -> list[list[str]]:
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    return list(hosts.values())
