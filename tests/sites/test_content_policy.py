"""A script that nobody has read keeps a site from being published, wherever a template brings it in."""

from __future__ import annotations

import pytest

from tests.sites.tiny_site import Site

OLD = {"index.html": b"the last good site"}
HEAD = "{% block extrahead %}"


# A whole build: 13 s of CPU. What the policy refuses is proved in tests/publish.
@pytest.mark.long
def test_scripts_and_styles_that_templates_bring_in_stop_the_build(guide_copy: Site) -> None:
    guide_copy.write("site/index.html", OLD["index.html"])
    ours = "<script>window.tracked = 1</script><style>p { color: red }</style>"
    guide_copy.replace("overrides/main.html", HEAD, HEAD + ours)
    # The theme writes one more script for this.
    guide_copy.replace("mkdocs.yml", "  features:\n", "  features:\n    - content.tabs.link\n")
    run = guide_copy.build("-q")
    assert run.code == 1
    assert "Traceback" not in run.output
    assert "A page breaks the Content Security Policy." in run.output
    assert "'window.tracked = 1'" in run.output
    assert 'var tabs=__md_get("__tabs")' in run.output
    assert "a <style> element" in run.output
    assert guide_copy.published() == OLD
