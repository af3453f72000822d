"""Builds the search index from rendered pages and data. Imports nothing of the site builder."""
