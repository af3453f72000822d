"""The guide itself: facts in, checked rows and rendered components out.

Each room imports only from those before it: `rows` < `pages` < `facts` < `view` < `check` < `publish` < `forms`.
Nothing here imports MkDocs, so that a change of site builder touches only the adapters beside this package.
`make check` holds both (import-linter, in pyproject.toml).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rows.loading import Guide

# The guide of the running build, set once by the entry of the macros so that hooks need not read the data again.
current: Guide
