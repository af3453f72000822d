"""Ports of this machine for servers that need to be given one.

Below those that the system hands out by itself, so that no browser's connection takes one before its server starts;
each worker has a few of its own.
"""

from __future__ import annotations

import itertools
import os
import socket

_ports = itertools.count(20_000 + os.getpid() % 400 * 30)


def free_port() -> int:
    """A port that nothing listens on, another one with each call."""
    return next(port for port in _ports if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
