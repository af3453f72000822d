"""The steps that finish a built site, in order. Each is one module with one function, which is given the site.

A step writes files beside the pages, or changes `site.html`. To add one, write its module and put it in its place here:
files first, then changes of pages, then what is made from finished pages, and last what measures them.
"""

from __future__ import annotations

from collections.abc import Callable

from ..site import Site
from .books import take_books
from .build_info import add_build_info
from .comments import strip_comments
from .content_policy import add_content_policy
from .data import write_data
from .decks import write_decks
from .downloads import measure_downloads
from .feed import write_feed
from .links import restore_file_links
from .markup import check_markup
from .offline import list_offline_files, write_offline_worker
from .old_colors import add_old_colors
from .page_texts import write_page_texts
from .prompts import write_prompts
from .robots import write_robots
from .schema_org import add_descriptions
from .scripts import bundle_scripts
from .search import write_search
from .spare_bytes import spare_bytes
from .styles import join_styles
from .tool_data import write_tool_data

STEPS: tuple[Callable[[Site], None], ...] = (
    write_data,
    write_tool_data,
    write_decks,
    write_prompts,
    take_books,
    write_feed,
    write_robots,
    write_offline_worker,
    add_old_colors,
    strip_comments,
    restore_file_links,
    check_markup,
    add_descriptions,
    add_build_info,
    write_search,
    write_page_texts,
    measure_downloads,  # after what it measures
    spare_bytes,  # after all that looks for markup as components and templates write it
    join_styles,  # after all that changes what is on a page; reads the scripts
    bundle_scripts,
    add_content_policy,  # after all that writes scripts: its hashes are of what a browser gets
    list_offline_files,  # last: its hashes are of every file
)

__all__ = ["STEPS"]
