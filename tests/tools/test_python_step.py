from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import python_step


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """An environment as ``python -m venv`` leaves it, as far as anybody looks."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text(f"home = /usr\ncommand = python3 -m venv {folder}\n")
    return folder


def test_an_environment_made_here_is_usable(venv: Path) -> None:
    assert python_step.is_usable(venv)


def test_no_environment_is_not_usable(tmp_path: Path) -> None:
    assert not python_step.is_usable(tmp_path)


def test_an_environment_that_was_moved_is_not_usable(venv: Path) -> None:
    moved = venv.rename(venv.with_name("moved"))
    assert not python_step.is_usable(moved)


def test_an_environment_whose_python_is_gone_is_not_usable(venv: Path) -> None:
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to(venv / "gone")
    assert not python_step.is_usable(venv)


def test_levels_have_stamps_of_their_own() -> None:
    assert len({python_step.stamp(level) for level in python_step.LOCKS}) == 2
    assert len({python_step.wanted(level) for level in python_step.LOCKS}) == 2
