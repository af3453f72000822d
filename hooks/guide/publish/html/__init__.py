"""The HTML of a built page: read as a tree, searched for what it must not hold, written as Markdown."""
