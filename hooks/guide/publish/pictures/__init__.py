"""Raster images, for programs other than browsers."""
