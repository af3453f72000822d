"""Ends "Save for offline" for every reader: `make offline-kill`."""
