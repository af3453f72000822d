"""What the search answers from, made from rendered pages and data. Imports nothing of the site builder."""
