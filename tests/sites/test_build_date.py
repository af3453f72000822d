"""The day that counts as today comes from the data, again with each rebuild of a server, unless it is given."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest
from guide.facts.freshness import data_epoch
from guide.rows.loading import load_guide

from tests.guides import PROJECT

EPOCH = "SOURCE_DATE_EPOCH"


def build(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What hooks/macros.py leaves to a build of the guide; MkDocs loads it anew for each, as here."""
    monkeypatch.syspath_prepend(str(PROJECT / "hooks"))
    monkeypatch.delitem(sys.modules, "macros", raising=False)
    import macros

    env = SimpleNamespace(project_dir=str(PROJECT), conf={}, macro=lambda *_: None)
    macros.define_env(env)
    return env


def test_a_rebuild_does_not_take_the_day_of_the_build_before_for_one_that_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    monkeypatch.delitem(sys.modules, "invocation", raising=False)
    build(monkeypatch)
    monkeypatch.setenv(EPOCH, "86400")  # what a build of older data left
    env = build(monkeypatch)
    assert os.environ[EPOCH] == str(data_epoch(load_guide(PROJECT)))
    assert env.checked.pages.setting.epoch == ""


def test_a_day_that_was_given_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "1800000000")
    monkeypatch.delitem(sys.modules, "invocation", raising=False)
    env = build(monkeypatch)
    assert os.environ[EPOCH] == env.checked.pages.setting.epoch == "1800000000"
