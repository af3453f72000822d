"""Compares how two built sites look: `python -m tests.bench.looks OLD NEW loops/pm/ ...` lists what differs.

For a change that must not be seen, such as one of how styles are published. What a browser computes for each element is
compared, and for what stands before and after it: on a phone and on a desk, in both palettes, unfolded, on paper, with
the menu, a dialog or the search open, and with a tool begun. Pixels would differ from run to run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import FLAGS, PATIENCE_MS
from tests.browser.server import serving
from tests.browser.settling.traffic import go_to_rest
from tests.engines.journeys import POST

SETTLED_MS = 300
# What is around the content is the same on all pages: it is read on the start page and one other.
WITH_HEAD_AND_MENU = ("", "loops/pm/")
# Each look, a line a property, is sent once: pages have thousands of elements, and few looks. Elements that hardly any
# rule can tell apart, by their names, attributes and places, look alike: two of each are read.
# `background: none` and its short form say the same place in two ways.
COMPUTED = """(within) => {
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
  const looks = new Map();
  const seen = {};
  const isTold = /^(class|type|role|open|dir|aria-(?!label).*)$/;
  const told = ({ name, value }) => (isTold.test(name) ? `${name}=${value}` : name);
  const own = (each) => `${each.localName} ${[...each.attributes].map(told)}`;
  const kinds = new Map([[document.body, ""]]);
  const kindOf = (each) => {
    const before = each.previousElementSibling;
    const place = `${before ? own(before) : "first"}${each.nextElementSibling ? "" : " last"}`;
    if (!kinds.has(each)) kinds.set(each, `${kindOf(each.parentElement)}/${place}+${own(each)}`);
    return kinds.get(each);
  };
  const counts = new Map();
  let place = 0;
  for (const each of document.querySelectorAll(`${within} *`)) {
    place += 1;
    const kind = kindOf(each);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (counts.get(kind) > 2) continue;
    for (const part of [null, "::before", "::after", "::marker"]) {
      const style = getComputedStyle(each, part);
      const isUndrawn = [style.content, style.display].includes("none");
      if (part === "::marker" ? !each.matches("li, summary") : part && isUndrawn) continue;
      const value = (name) => style.getPropertyValue(name).replace(/^0% 0%$/, "0px 0px");
      const look = names.map((name) => `${name}: ${value(name)}`).join("\\n");
      if (!looks.has(look)) looks.set(look, looks.size);
      seen[`${place} ${each.tagName}.${each.className}${part ?? ""}`] = looks.get(look);
    }
  }
  return { looks: [...looks.keys()], seen };
}"""
# An element and its look.
Looks = dict[str, str]


def unfold(page: Page) -> None:
    """Opens all that is folded."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def search(page: Page) -> None:
    """Asks the search box."""
    page.keyboard.press("s")
    page.keyboard.type("loop", delay=20)
    page.wait_for_selector(".md-search-result__link")


def menu(page: Page) -> None:
    """Opens the menu of a phone, and reaches its third link by keys."""
    page.evaluate("document.getElementById('__drawer').click()")
    for _ in range(3):
        page.keyboard.press("Tab")


def paper(page: Page) -> None:
    """As it is printed."""
    page.emulate_media(media="print")


def press(*names: str) -> Callable[[Page], None]:
    """Presses these buttons, one after the other."""

    def pressed(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=name).first.click()
            page.wait_for_timeout(SETTLED_MS)

    return pressed


def fill(field: str, text: str, *names: str) -> Callable[[Page], None]:
    """Writes into a field of a tool, then presses these buttons."""

    def filled(page: Page) -> None:
        page.get_by_label(field).fill(text)
        press(*names)(page)
        page.wait_for_timeout(SETTLED_MS)

    return filled


def source(page: Page) -> None:
    """Opens the dialog of a mark."""
    page.locator("a.cite:visible").first.click()
    page.locator("dialog[open]").wait_for()


def back(page: Page) -> None:
    """Scrolls down and up again, which shows the button that leads to the top."""
    for place in (2_000, 1_500):
        page.evaluate(
            "async (y) => { scrollTo(0, y); await new Promise(requestAnimationFrame); }", place
        )
    page.locator(".md-top:not([hidden])").wait_for()


View = tuple[str, str, Callable[[Page], None], int, str]
# What is done, and what is seen in the end: a part may be fetched meanwhile.
BEGUN: tuple[tuple[str, Callable[[Page], None], str], ...] = (
    ("prepare/practice/", press("PM", "Start", "I have answered"), ".ratings"),
    ("prepare/cards/?page=pay/levels", press("Study", "Show the answer"), "#card-back"),
    ("prepare/role-plays/", press("A region ignores", "With a partner"), ".rehearsal-card"),
    ("prepare/stories/", press("Add a story"), "label:text('Name, in four words')"),
    (
        "pay/offer-calculator/",
        fill("Base a year", "180000", "Remove this offer"),
        ".study-tool:has(.offer-results):has(.tool-ask)",
    ),
    (
        "prepare/decode-a-post/",
        fill("The post, all of it", POST, "Read the post", "Erase the post"),
        ".study-tool:has(.post-found):has(.tool-ask)",
    ),
)


def begun(begin: Callable[[Page], None], seen: str) -> Callable[[Page], None]:
    """Begins a tool, waits for what is seen then, and goes to the top of the page.

    A click scrolls up or down, depending on what was drawn by then, and the way up shows a button.
    """

    def until_seen(page: Page) -> None:
        begin(page)
        page.locator(seen).first.wait_for()
        page.evaluate("scrollTo(0, 0)")

    return until_seen


def views(pages: list[str]) -> Iterator[View]:
    """Each view: address, what is done, how, width, palette."""
    for url in pages:
        yield url, "unfolded", unfold, 360, "dark"
        yield url, "unfolded", unfold, 1280, "light"
        yield url, "paper", paper, 1280, "light"
    yield "loops/pm/", "unfolded", unfold, 360, "light"
    yield "loops/pm/", "unfolded", unfold, 1280, "dark"
    yield "loops/pm/", "search", search, 360, "light"
    yield "loops/pm/", "search", search, 1280, "dark"
    yield "loops/pm/", "source", source, 360, "dark"
    yield "loops/pm/", "source", source, 1280, "light"
    yield "loops/pm/", "menu", menu, 360, "light"
    yield "loops/pm/", "scrolled back", back, 360, "light"
    yield "loops/pm/", "scrolled back", back, 1280, "dark"
    for url, begin, seen in BEGUN:
        yield url, "begun", begun(begin, seen), 360, "light"
        yield url, "begun", begun(begin, seen), 1280, "dark"


@contextmanager
def opened(browser: Browser, address: str, view: View) -> Iterator[Page]:
    """The view at one address, in a profile of its own."""
    url, _, act, width, scheme = view
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    go_to_rest(page, address + url)
    page.evaluate("document.querySelector('#edition')?.remove()")  # names the commit
    act(page)
    page.mouse.move(1, 899)
    yield page
    context.close()


def looks_of(page: Page, within: str) -> Looks:
    """What the browser computes, by element."""
    found = page.evaluate(COMPUTED, within)
    return {name: found["looks"][look] for name, look in found["seen"].items()}


def compared(browser: Browser, old: str, new: str, view: View) -> tuple[int, list[str]]:
    """How many elements the view has at the first address, and what differs at the second, once nothing does; after a
    while, as it then is: either page may still be about to draw something."""
    within = "body" if view[0] in WITH_HEAD_AND_MENU else ".md-content"
    with opened(browser, old, view) as before, opened(browser, new, view) as after:
        for _ in range(PATIENCE_MS // SETTLED_MS):
            was = looks_of(before, within)
            if not (found := differences(was, looks_of(after, within))):
                break
            before.wait_for_timeout(SETTLED_MS)
        return len(was), found


def differences(old: Looks, new: Looks) -> list[str]:
    """What is not the same, in words."""
    if old.keys() != new.keys():
        return [f"other elements: {sorted(old.keys() ^ new.keys())[:6]}"]
    return [
        f"{name} {was} became {now}"
        for name, look in old.items()
        if look != new[name]
        for was, now in zip(look.splitlines(), new[name].splitlines(), strict=True)
        if was != now
    ]


def main() -> int:
    """Compares; 1 if something differs."""
    old, new, *pages = sys.argv[1:]
    faults = 0
    with serving(Path(old)) as one, serving(Path(new)) as other, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for view in views(pages):
            elements, found = compared(browser, one, other, view)
            name = f"{view[0] or 'home'} {view[1]} {view[3]} {view[4]}"
            print(
                f"{name}: {elements} elements, {len(found)} differences",
                *found[:5],
                sep="\n  ",
                flush=True,
            )
            faults += bool(found)
        browser.close()
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
