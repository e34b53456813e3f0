"""Looking a password up in a long sorted list, by bisection."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from server.outside.breached import is_breached


def digest(password: str) -> str:
    return hashlib.sha1(password.encode()).hexdigest().upper()


def listed(path: Path, passwords: set[str], end: str = "\n", count: bool = True) -> Path:
    lines = sorted(digest(p) + (f":{len(p) * 7}" if count else "") for p in passwords)
    path.write_bytes("".join(line + end for line in lines).encode())
    return path


@given(
    st.sets(st.text("abc", min_size=1, max_size=4), max_size=40),
    st.text("abc", min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_it_is_found_when_it_is_there(
    passwords: set[str], wanted: str, end: str, count: bool
) -> None:
    with TemporaryDirectory() as folder:
        path = listed(Path(folder) / "list.txt", passwords, end, count)
        assert all(is_breached(path, each) for each in passwords)
        assert is_breached(path, wanted) == (wanted in passwords)


def test_a_last_line_without_an_end_counts(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(sorted(digest(word) for word in ("one", "two", "three"))))
    assert all(is_breached(path, word) for word in ("one", "two", "three"))
    assert not is_breached(path, "four")


def test_an_empty_list_has_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.touch()
    assert not is_breached(path, "one")
