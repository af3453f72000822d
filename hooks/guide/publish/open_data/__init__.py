"""The data as files that others can use: each table and picture with its metadata, and one package for all."""

from .files import data_files, linkable_paths

__all__ = ["data_files", "linkable_paths"]
