"""A window of WebKitGTK that its WebDriver drives and that writes its console to standard output.

The small browser that comes with WebKitGTK keeps the console to itself while it is driven. It runs under the
distribution's Python, which has the bindings, and gets a folder for its profile.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402


def main(folder: str, width: int, height: int) -> None:
    """Until the window is closed."""
    manager = WebKit2.WebsiteDataManager(base_data_directory=folder, base_cache_directory=folder)
    context = WebKit2.WebContext(website_data_manager=manager)
    context.set_automation_allowed(True)
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    context.connect("automation-started", started, view)
    window = Gtk.Window(default_width=width, default_height=height)
    window.connect("destroy", lambda _: Gtk.main_quit())
    window.add(view)
    window.show_all()
    Gtk.main()


def started(_, session, view) -> None:
    """The driver gets the one view there is."""
    about = WebKit2.ApplicationInfo()
    about.set_name("tests")
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
