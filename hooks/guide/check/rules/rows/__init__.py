"""Rules about rows together. One claim a file."""
