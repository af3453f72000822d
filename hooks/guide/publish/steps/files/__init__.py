"""Steps that write files beside the pages."""
