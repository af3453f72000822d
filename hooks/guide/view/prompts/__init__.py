"""Prompt packs: rows of the guide as prompts for an AI assistant of the reader's choice."""

from .packs import Pack, prompt_packs

__all__ = ["Pack", "prompt_packs"]
