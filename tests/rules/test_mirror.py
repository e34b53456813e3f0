from __future__ import annotations

from tests.rules import mirror
from tests.rules.known import ALL
from tools import code
from tools.places import ROOT

ROOMS = (*code.ROOMS, "tools")


def test_every_module_has_a_test_that_mirrors_it() -> None:
    assert list(mirror.unmirrored(ALL)) == []


def test_every_test_mirrors_something() -> None:
    assert list(mirror.astray(ROOMS, ALL)) == []


def test_the_exceptions_are_still_there() -> None:
    assert [name for name in mirror.TESTED_THROUGH if name not in ALL] == []
    tests = [*mirror.TESTED_THROUGH.values(), *mirror.STORIES]
    assert [name for name in tests if not (ROOT / name).exists()] == []
