"""What workflows do on GitHub: write comments and one issue about freshness, and choose the commit to publish.

These jobs have write access, so they install nothing: Python's standard library, and the `gh` that every runner has.
"""
