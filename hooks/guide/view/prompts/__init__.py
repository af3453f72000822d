"""Prompt packs: the rows of the guide as texts for an assistant of the reader's choice."""

from .packs import Pack, prompt_packs

__all__ = ["Pack", "prompt_packs"]
