"""A reader's keyboard: nothing is clicked or focused by a script, only Tab, arrows, Space, Enter and what is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect

MOST_STOPS = 160
# The element with the focus: its name as it is read, its kind, and whether a reader sees where it is.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const shown = [at, at.parentElement, at.closest("label"), at.nextElementSibling].filter(Boolean);
  // The last stop of a date is the browser's own button in it, which it marks itself.
  const isMarked = at.type === "date" || shown.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const isInHeader = Boolean(at.closest(".md-header, .md-skip, .md-search"));
  const isInSight = box.bottom > 0 && box.top < innerHeight && (isInHeader || box.bottom > header);
  const named = at.getAttribute("aria-label") || Array.from(at.labels ?? [], (label) => label.innerText).join(" ");
  const group = at.closest("fieldset")?.querySelector("legend")?.innerText ?? "";
  return {
    name: (named || at.innerText || at.value || "").replace(/\\s+/g, " ").trim(),
    group: group.trim(), type: at.type ?? "", tag: at.localName, isChecked: Boolean(at.checked),
    isMarked, isInSight, id: at.id, place: `${at.localName}#${at.id}.${at.className}`,
  };
}"""


@dataclass
class Keys:
    """Hands on a keyboard. `faults`: where the focus could not be seen or was lost."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def focused(self) -> dict[str, Any]:
        """What has the focus; nothing having it is a fault once something had."""
        return self.page.evaluate(FOCUSED) or {
            "name": "",
            "tag": "",
            "group": "",
            "type": "",
            "id": "",
        }

    def stop(self) -> dict[str, Any]:
        """One Tab on, and a look at where that leads."""
        self.page.keyboard.press("Tab")
        at = self.focused()
        if at["tag"] and not (at["isMarked"] and at["isInSight"]):
            seen = "unmarked" if not at["isMarked"] else "out of sight"
            self.faults.append(f"{self.page.url}: {seen}: {at['place']} {at['name'][:40]!r}")
        return at

    def to(self, name: str, *, group: str = "", tag: str = "") -> dict[str, Any]:
        """Tabs until something whose name begins with `name` has the focus."""
        for _ in range(MOST_STOPS):
            at = self.stop()
            if at["name"].startswith(name) and group in at["group"] and tag in ("", at["tag"]):
                return at
        raise AssertionError(
            f"{MOST_STOPS} stops, and {name!r} is not among them on {self.page.url}"
        )

    def press(self, name: str, *, tag: str = "") -> None:
        """Enter on it; what follows must have the focus."""
        self.to(name, tag=tag)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Types into a field, as a paste does for long texts."""
        self.to(name)
        self.page.keyboard.insert_text(text)

    def choose(self, name: str, group: str = "") -> None:
        """A choice of a group: Tab leads to the group, arrows within it."""
        for _ in range(MOST_STOPS):
            at = self.stop()
            if at["type"] == "radio" and group in at["group"]:
                break
        for _ in range(12):
            if f"{self.focused()['name']} ".startswith(f"{name} "):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no choice {name!r} in {group!r} on {self.page.url}")

    def is_on(self, selector: str) -> None:
        """What a press brought has the focus."""
        expect(self.page.locator(selector).first).to_be_focused()
