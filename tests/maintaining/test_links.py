"""The link checker against a real server: every answer a host may give, and how it behaves as a visitor."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import urllib3

from maintaining.freshness.addresses import addresses
from maintaining.freshness.archive import archived
from maintaining.freshness.link_cache import CachedAnswer, after, read_cache, write_cache
from maintaining.freshness.link_probe import Answer, ask, make_pool
from maintaining.freshness.link_report import report
from maintaining.freshness.links import Round
from tests.guides import guide_of, row
from tests.maintaining.strange_hosts import StrangeHost, strange_host

TODAY = dt.date(2026, 11, 25)
hurried = partial(make_pool, connect=1, read=0.3, busy_retries=1)


@pytest.fixture
def host() -> Iterator[StrangeHost]:
    with strange_host() as server:
        yield server


# One address


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/fine", "there", "answers 200"),
        ("/for-now", "there", "answers 200"),
        ("/no-head", "there", "answers 200"),
        ("/head-lies", "there", "answers 200"),
        ("/missing", "gone", "answers 404"),
        ("/gone", "gone", "answers 410"),
        ("/moved-to-nowhere", "gone", "answers 404"),
        ("/login", "closed", "answers 403"),
        ("/broken", "silent", "answers 500"),
        ("/circle", "silent", "redirects in a loop"),
        ("/slow", "silent", "does not answer in time"),
        ("/hangs-up", "silent", "drops the connection"),
    ],
)
def test_each_answer_of_a_host_is_understood(
    host: StrangeHost, path: str, state: str, said: str
) -> None:
    answer = ask(host.address + path, hurried())
    assert (answer.state, answer.said, answer.moved_to) == (state, said, "")


@pytest.mark.parametrize("path", ["/moved", "/moved-twice"])
def test_an_address_that_moved_for_good_is_reported_with_the_new_one(
    host: StrangeHost, path: str
) -> None:
    answer = ask(host.address + path, hurried())
    assert (answer.state, answer.moved_to) == ("moved", f"{host.address}/fine")


def test_what_cannot_be_reached_is_said_in_words(host: StrangeHost) -> None:
    port = host.address.rsplit(":", 1)[1]
    secure = ask(f"https://127.0.0.1:{port}/", hurried())
    assert secure.said == "has no valid certificate"
    assert ask("http://no-such-host.invalid/", hurried()).said == "has no such host"
    assert ask("http://127.0.0.1:1/", hurried()).said == "refuses the connection"
    assert ask("http://[bad/", hurried()).said == "is not an address that can be requested"


def test_it_waits_as_long_as_it_is_asked_to(host: StrangeHost) -> None:
    assert ask(f"{host.address}/busy-once", hurried()) == Answer("there", "answers 200")
    assert host.when[1] - host.when[0] >= 1


def test_it_does_not_wait_for_a_year(host: StrangeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(urllib3.util.retry.time, "sleep", waited.append)
    answer = ask(f"{host.address}/busy-for-a-year", hurried())
    assert (answer.state, answer.said) == ("closed", "answers 429")
    assert waited == [60]
    assert host.requests == {"HEAD /busy-for-a-year": 2}  # and does not ask once more with GET


def test_it_says_who_it_is(host: StrangeHost) -> None:
    ask(f"{host.address}/fine", hurried())
    assert [agent.split("/")[0] for agent in host.agents] == ["pm-pmm-guide-links"]


# Memory


def test_a_healthy_address_is_asked_every_other_week() -> None:
    known = after(Answer("there", "answers 200"), None, TODAY)
    assert not known.is_due(TODAY + dt.timedelta(days=13))
    assert known.is_due(TODAY + dt.timedelta(days=14))


def test_an_address_is_dead_at_once_if_it_is_gone_and_after_three_runs_if_it_is_silent() -> None:
    assert after(Answer("gone", "answers 404"), None, TODAY).is_dead
    silent, known = Answer("silent", "does not answer in time"), None
    for week in range(3):
        assert known is None or not known.is_dead
        day = TODAY + dt.timedelta(weeks=week)
        known = after(silent, known, day)
        known = after(silent, known, day)  # a second run on the same day proves nothing more
    assert known is not None
    assert (known.is_dead, known.bad_runs, known.bad_since) == (True, 3, "2026-11-25")
    healed = after(Answer("there", "answers 200"), known, TODAY)
    assert (healed.is_dead, healed.bad_runs, healed.bad_since) == (False, 0, "")


def test_memory_survives_a_round_trip_and_a_bad_file_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cache" / "links.json"
    assert read_cache(path) == {}
    memory = {"https://a.test/": CachedAnswer("gone", "answers 404", "2026-11-25", bad_runs=1)}
    write_cache(path, memory)
    assert read_cache(path) == memory
    for bad in ("{", "[]", '{"a": {"b": 1}}', '{"a": 3}'):
        path.write_text(bad)
        assert read_cache(path) == {}
        assert "cannot be used" in capsys.readouterr().out


# A run


def a_round(host: StrangeHost, **settings: object) -> Round:
    copies = partial(archived, archive=f"{host.address}/archive")
    return Round(TODAY, **{"pause": 0, "make_pool": hurried, "find_copy": copies, **settings})


def test_a_run_asks_what_is_due_forgets_what_is_gone_and_finds_copies(host: StrangeHost) -> None:
    fine, dead = f"{host.address}/fine", f"{host.address}/missing"
    nowhere = f"{host.address}/gone?nowhere"
    memory = {
        fine: CachedAnswer("there", "answers 200", TODAY.isoformat()),
        "https://dropped.test/": CachedAnswer("gone", "answers 404", "2026-01-01"),
    }
    found = a_round(host).run([fine, dead, nowhere], memory)
    assert set(found) == {fine, dead, nowhere}
    assert host.requests["HEAD /fine"] == 0
    assert found[dead].archived == f"https://web.archive.org/web/20250102030405/{dead}"
    assert found[nowhere].archived == ""
    requests = host.requests["GET /archive"]
    a_round(host).run([dead], found)
    assert host.requests["GET /archive"] == requests  # a copy that is known is not looked for again


def test_one_host_is_asked_one_address_after_the_other_with_a_pause(host: StrangeHost) -> None:
    a_round(host, pause=0.2).run([f"{host.address}/{number}" for number in range(4)], {})
    gaps = [later - earlier for earlier, later in zip(host.when, host.when[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) >= 0.2


def test_a_run_ends_in_time_and_says_what_it_did_not_reach(host: StrangeHost) -> None:
    known = {f"{host.address}/1": CachedAnswer("gone", "answers 404", "2026-11-01", bad_runs=2)}
    this = a_round(host, longest=-1)
    memory = this.run([f"{host.address}/1", f"{host.address}/2"], known)
    assert memory == known  # what was known stays
    assert this.postponed == [f"{host.address}/1", f"{host.address}/2"]
    assert "2 were due but not checked in time" in report(
        memory, {f"{host.address}/1": ["x"]}, this.postponed
    )


@pytest.mark.parametrize(
    "said",
    [
        b"not json",
        b"[]",
        b'{"archived_snapshots": {}}',
        b'{"archived_snapshots": {"closest": {"url": 3}}}',
        b'{"archived_snapshots": {"closest": {"url": "https://evil.test/x"}}}',
        b'{"archived_snapshots": {"closest": {"url": "https://web.archive.org/web/2025/x) [a](b"}}}',
    ],
)
def test_an_archive_that_says_something_odd_is_no_copy(said: bytes) -> None:
    class Pool:
        def request(self, *_: object) -> urllib3.HTTPResponse:
            return urllib3.HTTPResponse(body=said)

    assert archived("https://a.test/", Pool()) == ""  # type: ignore[arg-type]


# The addresses and the report


def test_addresses_come_from_sources_and_pages_with_their_places(tmp_path: Path) -> None:
    guide = guide_of(
        tmp_path,
        sources=[
            row("sources", id="one", url="https://a.test/x#part"),
            row("sources", id="none", url=None),
            row("sources", id="two", url="https://a.test/x"),
        ],
    )
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text(
        "# Page\n[a](https://b.test/a_(b)), <https://c.test/?q=1>. https://d.test/.\n"
        "[own](other.md) `http://127.0.0.1:8000` https://guide.example.org/ [b](https://b.test/a_(b))\n"
    )
    assert addresses(guide, docs) == {
        "https://a.test/x": ["data/sources.yml:1 (one)", "data/sources.yml:3 (two)"],
        "https://b.test/a_(b)": ["docs/page.md:2", "docs/page.md:3"],
        "https://c.test/?q=1": ["docs/page.md:2"],
        "https://d.test/": ["docs/page.md:2"],
    }


def test_the_report_names_each_kind_with_its_place() -> None:
    copy = "https://web.archive.org/web/2025/https://a.test/"
    memory = {
        "https://a.test/": CachedAnswer(
            "gone", "answers 404", "2026-11-25", "", 2, "2026-11-18", copy
        ),
        "https://b.test/": CachedAnswer(
            "moved", "answers 200 elsewhere", "2026-11-25", "https://c.test/"
        ),
        "https://d.test/": CachedAnswer("closed", "answers 403", "2026-11-25"),
        "https://e.test/": CachedAnswer(
            "silent", "has no such host", "2026-11-25", "", 1, "2026-11-25"
        ),
        "https://f.test/": CachedAnswer("there", "answers 200", "2026-11-25"),
    }
    text = report(memory, {address: [f"place of {address}"] for address in memory}, [])
    died, moved, closed = text.split("\n## ")
    assert "`https://a.test/` `answers 404`. First failed on 2026-11-18, 2 runs. " in died
    assert f"[Archived copy]({copy}). In `place of https://a.test/`." in died
    assert "Now at `https://c.test/`" in moved
    assert "https://d.test/" in closed
    assert "https://e.test/" not in text  # one bad run is not reported
    assert "5 addresses are known." in text


def test_the_memory_is_plain_json(tmp_path: Path) -> None:
    write_cache(
        tmp_path / "links.json",
        {"https://a.test/": CachedAnswer("there", "answers 200", "2026-11-25")},
    )
    cached = json.loads((tmp_path / "links.json").read_text())
    assert cached["https://a.test/"]["state"] == "there"
