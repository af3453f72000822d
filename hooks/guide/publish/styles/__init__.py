"""The style sheets as they are published: those of every page as one, without unused rules, minified."""
