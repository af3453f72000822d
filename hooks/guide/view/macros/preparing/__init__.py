"""Macros about preparing: questions, practice, cases, plans, prompts."""
