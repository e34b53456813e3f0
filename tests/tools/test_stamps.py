from __future__ import annotations

from pathlib import Path

import pytest

from tools import stamps


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "src/b.ts",
        "src/a.ts",
        "node_modules/x/index.js",
        "dist/a.js",
        ".hidden",
        ".npmrc",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_sources_leave_products_and_hidden_files_out(tree: Path) -> None:
    found = [str(path.relative_to(tree)) for path in stamps.sources(tree)]
    assert found == [".npmrc", "src/a.ts", "src/b.ts"]


def test_sources_of_one_file_and_of_nothing(tree: Path) -> None:
    assert list(stamps.sources(tree / "src/a.ts", tree / "absent")) == [tree / "src/a.ts"]


def test_a_digest_changes_with_contents_names_and_words(tree: Path) -> None:
    a, b = tree / "src/a.ts", tree / "src/b.ts"
    first = stamps.digest([a])
    assert stamps.digest([a]) == first
    others = [stamps.digest([b]), stamps.digest([a, b]), stamps.digest([a], "word")]
    a.write_text("changed")
    assert len({first, *others, stamps.digest([a])}) == 5


def test_a_stamp_is_current_only_for_what_it_says(tmp_path: Path) -> None:
    stamp = tmp_path / "deep" / "stamp"
    assert not stamps.is_current(stamp, "a")
    stamps.leave(stamp, "a")
    assert stamps.is_current(stamp, "a")
    assert not stamps.is_current(stamp, "b")
