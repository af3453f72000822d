"""Watches every page of a browser test: the site's policy holds, no other host is contacted, nothing is left behind."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request

# The event names what was blocked, in frames and before the page's own scripts too.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (e) => {
  const place = `${e.sourceFile || "the page"}:${e.lineNumber}`;
  policyWasBroken(`${e.effectiveDirective}: ${e.blockedURI} ${e.sample} at ${place}`);
});
"""
# Addresses that a browser answers by itself.
LOCAL = ("about", "blob", "data")


class Watch:
    """Notes what the pages of one profile do; `faults` names what broke a promise, after the test."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.host = context, urlsplit(address).netloc
        self.noted: list[str] = []
        context.expose_binding("policyWasBroken", self._note_violation)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._note_console)
        context.on("request", self._note_request)

    def faults(self) -> list[str]:
        """Broken policies, requests to other hosts, and cookies; a sentence each."""
        cookies = [f"a cookie is left: {cookie['name']}" for cookie in self.context.cookies()]
        return [*dict.fromkeys(self.noted), *cookies]

    def _note_violation(self, source: dict[str, Any], what: str) -> None:
        self.noted.append(f"the policy is broken on {source['page'].url}: {what}")

    def _note_console(self, message: Any) -> None:
        # Without scripts there is no event, but a message in the console; workers' messages come here as well.
        if "Content Security Policy" in message.text:
            self.noted.append(f"the policy is broken: {message.text}")

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL and address.netloc != self.host:
            self.noted.append(f"another host is asked: {request.url}")
