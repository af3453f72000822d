"""The HTML of a built page: parsed into a tree, searched for forbidden content, converted to Markdown."""
