from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools import code
from tools.code import Import, Module


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts = {
        "scenes/__init__.py": "from scenes.names import is_id\n",
        "scenes/names.py": "import re\n",
        "scenes/state.py": (
            "from typing import TYPE_CHECKING\n"
            "from . import names\n"
            "if TYPE_CHECKING:\n    from avatars import pose\n"
            "def load():\n    import numpy as np\n"
        ),
        "avatars/pose.py": "from scenes import names, state\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_modules_are_known_by_their_dotted_names(root: Path) -> None:
    names = ["avatars.pose", "scenes", "scenes.names", "scenes.state"]
    assert sorted(code.modules(root=root)) == names


def test_imports_are_full_names_wherever_they_stand(root: Path) -> None:
    found = code.modules(root=root)["scenes.state"].imports
    assert sorted(found) == [
        Import("avatars.pose", 4, True),
        Import("numpy", 6, False),
        Import("scenes.names", 2, False),
        Import("typing.TYPE_CHECKING", 1, False),
    ]


def test_relative_imports_of_a_front_door_start_in_its_own_folder() -> None:
    module = Module("a.b", Path("a/b/__init__.py"), "from . import c\nfrom ..d import e\n")
    assert [each.name for each in module.imports] == ["a.b.c", "a.d.e"]


def test_arrows_lead_to_our_own_modules(root: Path) -> None:
    known = code.modules(root=root)
    assert code.arrows(known)["scenes.state"] == {"scenes.names", "avatars.pose"}
    assert code.arrows(known)["avatars.pose"] == {"scenes.names", "scenes.state"}
    assert code.arrows(known)["scenes"] == {"scenes.names"}


def test_arrows_at_run_time_leave_out_what_only_types_need(root: Path) -> None:
    known = code.modules(root=root)
    assert code.arrows(known, at_run_time=True)["scenes.state"] == {"scenes.names"}


def test_bodies_are_counted_without_docstrings() -> None:
    text = '''
def one():
    """Words.

    More words.
    """
    return 1

async def three(x):
    if x:
        return 2
    return 3

class A:
    def only_words(self):
        """Words."""
'''
    assert sorted(code.bodies(ast.parse(text))) == [0, 1, 3]
