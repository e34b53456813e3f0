from __future__ import annotations

from pathlib import Path

import pytest

from tools import reference


def test_a_bar_in_a_cell_is_escaped() -> None:
    assert reference.table(["a"], [["x | y"]]) == ["| a |", "| --- |", "| x \\| y |"]


@pytest.mark.parametrize(
    ("default", "text"),
    [(True, "`1`"), (False, "`0`"), ((), ""), (("a", "b"), "`a`, `b`"), ("", ""), (20, "`20`")],
)
def test_defaults_are_shown_as_one_writes_them(default: object, text: str) -> None:
    assert reference.shown(default) == text


def test_pages_are_written_where_they_belong(tmp_path: Path) -> None:
    reference.main(tmp_path)
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.md")) == sorted(
        reference.PAGES
    )


def test_every_setting_and_code_has_a_row() -> None:
    assert "`LINGJING_DATA`" in reference.settings_page()
    assert "`scene_stale`" in reference.errors_page()
    assert "`too_slow`" in reference.errors_page()
