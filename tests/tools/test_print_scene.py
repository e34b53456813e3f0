"""The editor's fields are those that the park lets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.properties import COMPONENTS, HALL
from tools import print_scene


def test_the_printed_table_is_current() -> None:
    assert not print_scene.is_stale(), "run `python -m tools.print_scene`"


def test_every_property_is_there() -> None:
    printed = print_scene.text()
    for key in (*HALL, *(key for table in COMPONENTS.values() for key in table)):
        assert f'"{key}":' in printed


def test_a_stale_file_is_told_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(print_scene, "ROOT", tmp_path)
    assert print_scene.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().out
    assert print_scene.main([]) == 0
    assert print_scene.main(["--check"]) == 0
