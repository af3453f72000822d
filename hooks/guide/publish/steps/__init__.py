"""The steps that finish a built site, in order. Each is a module with one function that takes the site.

A step writes files beside the pages (`files/`), or changes `site.html` (`pages/`). To add one, write its module and
list it here: files first, then changes to pages, then files made from finished pages, and measurements last.
"""

from __future__ import annotations

from collections.abc import Callable

from ..site import Site
from .files.books import copy_books
from .files.contents import read_contents
from .files.data import write_data
from .files.decks import write_decks
from .files.downloads import measure_downloads
from .files.feed import write_feed
from .files.offline import list_offline_files, write_offline_worker
from .files.page_texts import write_page_texts
from .files.prompts import write_prompts
from .files.robots import write_robots
from .files.search import write_search
from .files.tool_data import write_tool_data
from .files.unused import remove_unused
from .pages.build_info import add_build_info
from .pages.citations import complete_citations
from .pages.comments import strip_comments
from .pages.content_policy import add_content_policy
from .pages.links import restore_file_links
from .pages.markup import check_markup
from .pages.minify import minify_pages
from .pages.plain_colors import write_plain_colors
from .pages.schema_org import add_descriptions
from .pages.scripts import bundle_scripts
from .pages.share_pictures import draw_share_pictures
from .pages.styles import join_styles

STEPS: tuple[Callable[[Site], None], ...] = (
    write_data,
    write_tool_data,
    write_decks,
    write_prompts,
    copy_books,
    write_feed,
    write_robots,
    write_offline_worker,
    write_plain_colors,
    strip_comments,
    restore_file_links,
    check_markup,
    complete_citations,
    add_descriptions,
    draw_share_pictures,
    add_build_info,
    read_contents,
    write_search,
    write_page_texts,
    measure_downloads,  # after what it measures
    minify_pages,  # after every step that matches markup as components and templates write it
    join_styles,  # after every step that changes a page's content; reads the scripts
    bundle_scripts,
    remove_unused,  # after every step that changes what pages load
    add_content_policy,  # after every step that writes scripts: its hashes are of what a browser gets
    list_offline_files,  # last: its hashes are of every file
)

__all__ = ["STEPS"]
