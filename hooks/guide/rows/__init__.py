"""Rows of the data files: models, readers, tables and what is wrong with a row."""
