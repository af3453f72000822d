"""Bytes to raw rows: text only, every value with its line, nothing guessed."""
