"""Rules about rows. One rule a file."""
