"""Checks whether an address still exists. urllib3 retries, and waits as long as the server asks, up to a minute.

Not lychee: version 0.24.2 has no limit, so one host that asks it to wait for a year holds up the whole report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    SSLError,
    TimeoutError,
)
from urllib3.util import Retry, Timeout

State = Literal["there", "moved", "gone", "closed", "silent"]
GONE = {404, 410}
# The page exists but refuses automatic visitors; 999 is LinkedIn's code for that.
CLOSED = {401, 402, 403, 405, 406, 429, 451, 999}
TOO_MANY = 429
FOR_GOOD = {301, 308}
BUSY = (429, 500, 502, 503, 504)
LONGEST_WAIT_SECONDS = 60
AGENT = "pm-pmm-guide-links/1 (checks the sources of an open guide, once in two weeks; it stores nothing)"


@dataclass(frozen=True)
class Answer:
    """The state of an address, in one word and in a sentence; `moved_to` if it moved for good."""

    state: State
    said: str
    moved_to: str = ""
    status: int = 0


def make_pool(connect: float = 10, read: float = 20, busy_retries: int = 2) -> urllib3.PoolManager:
    """The connection pool of one worker, which verifies certificates. Times are in seconds."""
    retries = Retry(
        total=10,
        connect=1,
        read=1,
        status=busy_retries,
        other=0,
        redirect=5,
        status_forcelist=BUSY,
        backoff_factor=1,
        raise_on_status=False,  # the last answer is the answer
        retry_after_max=LONGEST_WAIT_SECONDS,
        allowed_methods=("GET", "HEAD"),
    )
    headers = {"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.8"}
    return urllib3.PoolManager(
        headers=headers, retries=retries, timeout=Timeout(connect=connect, read=read)
    )


def ask(address: str, pool: urllib3.PoolManager) -> Answer:
    """Sends HEAD, then GET if that is refused or fails: many servers support only GET."""
    head = _answer("HEAD", address, pool)
    # A host that asks to slow down gets no second request.
    is_final = head.state in ("there", "moved") or head.status == TOO_MANY
    return head if is_final else _answer("GET", address, pool)


def _answer(method: str, address: str, pool: urllib3.PoolManager) -> Answer:
    try:
        # The body is not needed: the connection is closed after the headers.
        response = pool.request(method, address, preload_content=False)
    except (HTTPError, LocationParseError) as error:
        return Answer("silent", _fault(error))
    response.drain_conn() if method == "HEAD" else response.close()
    if response.status >= 400:
        status = response.status
        return Answer(_refusal(status), f"answers {status}", status=status)
    return _welcome(response, address)


def _refusal(status: int) -> State:
    return "gone" if status in GONE else "closed" if status in CLOSED else "silent"


def _welcome(response: urllib3.BaseHTTPResponse, address: str) -> Answer:
    history = response.retries.history if response.retries else ()
    hops = [hop for hop in history if hop.redirect_location]
    final = response.url or address
    if hops and all(hop.status in FOR_GOOD for hop in hops):
        return Answer("moved", f"answers {response.status} elsewhere", urljoin(address, final))
    return Answer("there", f"answers {response.status}")


# Subclasses before their base classes.
FAULTS: tuple[tuple[type[Exception], str], ...] = (
    (NameResolutionError, "has no such host"),
    (NewConnectionError, "refuses the connection"),
    (SSLError, "has no valid certificate"),
    (TimeoutError, "does not answer in time"),
    (ProtocolError, "drops the connection"),
    (LocationParseError, "is not an address that can be requested"),
)


def _fault(error: Exception) -> str:
    """A fault in words, or the name of its exception where we have none."""
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    if "redirect" in str(reason):
        return "redirects in a loop"
    known = next((words for kind, words in FAULTS if isinstance(reason, kind)), "")
    return known or f"cannot be reached ({type(reason).__name__})"
