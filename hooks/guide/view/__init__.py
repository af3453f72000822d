"""From facts to HTML: components, charts, macros."""
