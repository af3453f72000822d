"""Macros about pay: what is reported, what is posted, what is offered, what is negotiated."""
