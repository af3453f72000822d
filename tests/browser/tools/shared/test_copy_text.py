"""Words to copy: one press puts them where the reader pastes from, and says so, or says what to do instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener, go

REFUSES = "navigator.clipboard.writeText = async () => { throw new Error('refused'); };"


def test_a_question_for_the_recruiter_is_copied(new_context: Opener, real_guide) -> None:
    context = new_context(width=360, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    go(page, "loops/pm/")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == real_guide["questions-to-ask"]["talks-and-formats"].question
    expect(page.get_by_role("button", name="Copy", exact=True)).to_be_visible()


@pytest.mark.long
def test_a_reader_is_told_what_to_do_if_copying_is_refused(new_context: Opener) -> None:
    page = new_context().new_page()
    page.add_init_script(REFUSES)
    go(page, "loops/pmm/")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(
        page.get_by_role("status").get_by_text("Select the words and copy them")
    ).to_be_attached()
