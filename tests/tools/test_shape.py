from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import shape
from tools.code import Module

TEST = """
from unittest.mock import Mock, patch

def test_a(monkeypatch):
    thing = Mock()
    monkeypatch.setattr(thing, "x", 1)
    monkeypatch.setenv("X", "1")

def test_b():
    with patch("x"):
        pass

def helper():
    pass
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts = {
        "scenes/small.py": "from scenes import large\n\ndef f():\n    return 1\n",
        "scenes/large.py": "from scenes import small\n" + "x = 1\n" * 400,
        "scenes/printed.py": '"""Printed from small.py."""\n' + "x = 1\n" * 900,
        "tests/test_small.py": TEST,
        "clients/web/src/a.ts": "export const a = 1;\n" * 10,
        "clients/web/src/a.test.ts": "test();\n" * 20,
        "clients/web/dist/a.js": "x\n" * 999,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_measures_sizes_and_leaves_printed_files_out(root: Path) -> None:
    found = shape.measure(root)
    assert found.modules == 2
    assert found.large == {"scenes/large.py": 401}
    assert found.module_lines_median == (4 + 401) / 2
    assert found.script_modules == 1
    assert found.body_lines_median == 1


def test_finds_rings(root: Path) -> None:
    assert shape.measure(root).cycles == [["scenes.large", "scenes.small"]]


def test_counts_tests_against_production_in_both_languages(root: Path) -> None:
    found = shape.measure(root)
    assert found.production_lines == 4 + 401 + 10
    assert found.test_lines == TEST.count("\n") + 20
    assert found.test_ratio == round(found.test_lines / found.production_lines, 2)


def test_counts_mocks_but_not_changes_of_the_environment(root: Path) -> None:
    found = shape.measure(root)
    assert (found.tests, found.mocks, found.mocks_per_100_tests) == (2, 3, 150.0)


def test_a_function_of_ours_named_patch_is_no_mock() -> None:
    text = "from scenes.state import patch\ndef test_a():\n    patch([])\n"
    assert shape.count_mocks([Module("tests.test_a", Path("tests/test_a.py"), text)]) == 0


def test_an_empty_checkout_has_a_shape(tmp_path: Path) -> None:
    assert shape.measure(tmp_path).modules == 0


def test_the_report_names_every_aim_and_large_file(root: Path) -> None:
    words = shape.report(shape.measure(root))
    assert "scenes/large.py" in words
    assert "scenes.large ↔ scenes.small" in words
    assert "aims:" in words


def test_json_is_asked_for_by_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    shape.main(["--json"])
    assert json.loads(capsys.readouterr().out)["modules"] > 0
