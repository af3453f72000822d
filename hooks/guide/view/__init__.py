"""HTML from facts: components, charts, macros."""
