"""Rules about pages. One claim a file."""
