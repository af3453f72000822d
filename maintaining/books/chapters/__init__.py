"""A page of the site as a chapter of a book: its words, tables, charts and sources."""
