"""Everything that is added to the built pages, or written beside them."""
