"""What a workflow says on GitHub: comments, and one issue about freshness; and which commit it publishes.

These jobs may write, so they install nothing: Python's standard library, and the `gh` that every runner has.
"""
