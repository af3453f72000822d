"""The guide itself: facts in, checked rows and rendered components out.

One direction: `reading` -> `models` -> `loading` -> `rules` -> `queries` -> `rendering` -> `macros`.
Nothing here imports MkDocs, so that a change of site builder touches only the adapters beside this package.
"""
