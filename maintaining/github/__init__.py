"""What a workflow says on GitHub: one comment on a pull request or an issue, one issue about freshness.

These jobs may write, so they install nothing: Python's standard library, and the `gh` that every runner has.
"""
