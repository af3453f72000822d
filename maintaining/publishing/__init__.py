"""Puts a built site on any host that serves a folder: `make publish TO=folder`, and back: `make rollback TO=folder`."""
