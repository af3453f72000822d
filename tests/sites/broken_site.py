"""Tiny sites that already have a good build in site/, and the ways to break the next one."""

from __future__ import annotations

from pathlib import Path

from tests.sites.tiny_site import Run, Site, tiny_site

HOOKS = ["publish_whole_builds", "report_unexpected_errors", "show_problems_while_serving"]
OLD_SITE = {"index.html": b"the last good site", "old/index.html": b"a page of it"}
PAGES = {"index.md": "# Home"} | {f"page-{n}.md": f"# Page {n}" for n in range(1, 21)}
MACROS = "plugins:\n  - macros: {module_name: site_macros, on_undefined: strict}\n"
STRICT = "strict: true\n"
DEAD_LINK = "[gone](gone.md)"

# Hooks that break at their event, or wait there for the test.
ABORT = "from mkdocs.exceptions import Abort\ndef on_config(config): raise Abort('bad row')\n"
PLUGIN_ERROR = (
    "from mkdocs.exceptions import PluginError\n"
    "def on_page_content(html, page, **_):\n"
    "    if page.url == 'page-7/': raise PluginError('bad page')\n"
)
CODE_BUG = "def on_post_page(output, page, **_): return output + {}['no such key']\n"
LATE_BUG = "def on_post_build(config): raise ValueError('at the very end')\n"
HANG = """\
import time
from pathlib import Path
HERE = Path(__file__).parent
def on_post_page(output, page, **_):
    if page.url == 'page-7/' and (HERE / 'hang').exists():
        (HERE / 'reached').touch()
        time.sleep(600)
"""
SLOW = "import time\ndef on_pre_build(config): time.sleep(1)\n"


def site_with_old_build(root: Path, *, own_hook: str = "", **parts) -> Site:
    """Return a tiny site whose site/ already holds a good build."""
    hooks = [*HOOKS, Path("own_hook.py")] if own_hook else HOOKS
    site = tiny_site(root, parts.pop("pages", PAGES), hooks=hooks, **parts)
    site.write("own_hook.py", own_hook)
    site.write("site_macros.py", "def define_env(env):\n    env.macro(lambda: 'x', 'known')\n")
    for path, content in OLD_SITE.items():
        site.write(f"site/{path}", content)
    return site


def assert_unharmed(site: Site, run: Run, *messages: str, code: int = 1) -> None:
    """Assert a clean failure that left site/, and nothing beside it."""
    assert run.code == code, run.output
    assert site.published() == OLD_SITE
    assert beside_site(site) == []
    assert "Traceback" not in run.output
    for message in messages:
        assert message in run.output


def beside_site(site: Site) -> list[str]:
    """Return the names of folders left next to site/."""
    return [path.name for path in site.root.glob("site.*")]
