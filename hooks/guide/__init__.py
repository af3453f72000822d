"""The guide itself: facts in, checked rows and rendered components out.

Each layer imports only from those before it: `rows` < `pages` < `facts` < `view` < `check` < `publish` < `forms`.
Nothing here imports MkDocs, so that a change of site builder touches only the adapters beside this package.
`make check` holds both (import-linter, in pyproject.toml).
"""
