"""Event `on_serve`: a server notices an edit at once, where MkDocs looks every half second and then waits a tenth.

The operating system says when something happens in a folder, and not all systems say it of all folders: nothing is
said of a shared folder that another machine writes to. So that only wakes MkDocs' own way to look, which
still looks every half second, and which alone says what differs.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from typing import Any

from mkdocs.plugins import event_priority
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingEmitter, PollingObserver

# Between two looks at the files if nothing wakes the server; a look takes 6 ms of CPU.
SECONDS = 0.5
# Without a further edit, before a rebuild: programs save several files, or one in parts, within milliseconds.
QUIET = 0.03
# A rebuild reads a thousand files: that is no edit.
EDITS = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


@event_priority(100)
def on_serve(server: Any, **_: Any) -> Any:
    """The server with an observer that is woken. `_watched_paths` is a private name; a test serves."""
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = WokenObserver(timeout=SECONDS)
    server.build_delay = QUIET
    for path in watched:
        server.watch(path)
    return server


class WokenEmitter(PollingEmitter):
    """Looks at what it watches as soon as it is woken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.woken = threading.Event()

    def queue_events(self, timeout: float) -> None:
        """Waits until it is woken, at most `timeout`, and looks."""
        self.woken.wait(timeout)
        self.woken.clear()  # before it looks: what is written meanwhile wakes it again
        super().queue_events(0)

    def on_thread_stop(self) -> None:
        """Ends the waiting."""
        self.woken.set()


class Waker(FileSystemEventHandler):
    """Wakes an emitter whenever something happens."""

    def __init__(self, emitter: Any) -> None:
        self.emitter = emitter

    def on_any_event(self, event: object) -> None:
        """Wakes it."""
        self.emitter.woken.set()


class WokenObserver(PollingObserver):
    """MkDocs' observer, woken by what the operating system says of the same folders."""

    def __init__(self, *, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._emitter_class = WokenEmitter
        self._system: Any = None

    def on_thread_start(self) -> None:
        """Starts to look. Does so without the system's help if that has no room for one more who asks."""
        super().on_thread_start()
        with suppress(OSError):
            system: Any = Observer()
            for emitter in self.emitters:
                how: Any = {"recursive": emitter.watch.is_recursive, "event_filter": EDITS}
                system.schedule(Waker(emitter), emitter.watch.path, **how)
            system.start()
            self._system = system

    def on_thread_stop(self) -> None:
        """Stops. What is being reported just then is reported no more, which the library would log as an error."""
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        if self._system:
            self._system.stop()
        super().on_thread_stop()
