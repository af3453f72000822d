"""The style sheets as they are published: those of every page as one, without what no page can use, minified."""
