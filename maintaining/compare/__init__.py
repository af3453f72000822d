"""What a change does to the facts and to the pages that readers see: `make compare BASE=main`."""
