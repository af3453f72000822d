"""Bytes to raw rows: strings only, every value with its line, no types guessed."""
