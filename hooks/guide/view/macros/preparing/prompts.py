"""Macros about the prompt packs."""

from __future__ import annotations

from markupsafe import Markup

from ...context import Context
from ...prompts import Pack, prompt_packs

GROUPS = {
    "Interviews for PM": ("interviewer", "pm"),
    "Interviews for PMM": ("interviewer", "pmm"),
    "Everything else": ("", ""),
}
SKILL = "prompts/microsoft-interview-practice.zip"


def prompt_pack_list(context: Context) -> Markup:
    """Block. Every prompt pack with its file, its size and a button to copy it."""
    packs = prompt_packs(context.guide)
    interviews = list(GROUPS.values())
    groups: dict[str, list[dict[str, object]]] = {title: [] for title in GROUPS}
    for pack in packs:
        kind = (pack.row.kind, pack.row.track)
        title = next(
            name for name, wanted in GROUPS.items() if wanted == kind or wanted == interviews[-1]
        )
        groups[title].append(_entry(context, pack))
    return context.render(
        "prompt_packs.html",
        groups=[(title, entries) for title, entries in groups.items() if entries],
        rows=[pack.row for pack in packs],
        skill=context.links.file(SKILL),
    )


def prompt_examples(context: Context) -> Markup:
    """Block. Made-up practices with an assistant."""
    guide = context.guide
    return context.render(
        "prompt_examples.html",
        examples=guide["prompt-examples"].values(),
        packs=guide["prompt-packs"],
    )


def _entry(context: Context, pack: Pack) -> dict[str, object]:
    return {
        "row": pack.row,
        "file": context.links.file(pack.path),
        "size": _size(pack),
    }


def _size(pack: Pack) -> str:
    kilobytes, thousands = -(-len(pack.text.encode()) // 1000), -(-pack.tokens // 1000)
    return f"{kilobytes} kB, up to {thousands},000 tokens"
