from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules import purity
from tests.rules.known import KNOWN
from tests.rules.ladder import is_in
from tools.code import Module

PURE = [
    module
    for name, module in KNOWN.items()
    if any(is_in(name, room) for room in purity.PURE) and name not in purity.PRINTING
]


def test_there_are_pure_rooms() -> None:
    assert PURE


def test_pure_rooms_touch_nothing_outside() -> None:
    assert [fault for module in PURE for fault in purity.faults(module)] == []


@pytest.mark.parametrize(
    "text",
    [
        "import time",
        "import os.path",
        "from pathlib import Path",
        "from urllib.request import urlopen",
        "def f():\n    import secrets",
        "open('x')",
        "datetime.datetime.now()",
        "date.today()",
        "numpy.random.normal()",
        "np.random.default_rng()",
        "place.read_bytes()",
        "sys.stdout.write('x')",
    ],
)
def test_the_rule_sees_what_is_impure(text: str) -> None:
    assert purity.faults(Module("scenes.x", Path("scenes/x.py"), text))


@pytest.mark.parametrize(
    "text",
    [
        "from pathlib import PurePosixPath",
        "from urllib.parse import quote",
        "np.random.default_rng(7)",
        "state.now",
        "sys.float_info.max",
        "def f(now: float) -> float:\n    return now + timedelta(1)",
        "door.open(now)",
    ],
)
def test_the_rule_lets_pass_what_is_pure(text: str) -> None:
    assert purity.faults(Module("scenes.x", Path("scenes/x.py"), text)) == []
