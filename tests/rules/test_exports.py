"""What a front door lists is there, and nothing is listed twice."""

from __future__ import annotations

import importlib

import pytest

from tests.rules.known import KNOWN

LISTING = [name for name, module in KNOWN.items() if "__all__" in module.text]


@pytest.mark.parametrize("name", LISTING)
def test_all_is_true(name: str) -> None:
    module = importlib.import_module(name)
    listed = module.__all__
    assert len(listed) == len(set(listed))
    assert [each for each in listed if not hasattr(module, each)] == []
