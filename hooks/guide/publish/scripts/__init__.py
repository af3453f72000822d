"""The scripts as they are published: the modules of a page as one file, minified."""
