"""Rules about pages. One rule a file."""
