"""Folders are closed to others; files get their names whole."""

from __future__ import annotations

from pathlib import Path

from server.store.files import move_into_place, private_folder, sync_file


def test_an_open_folder_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(mode=0o755, parents=True)
    assert private_folder(folder) == folder
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_finished_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old, new = tmp_path / "name", tmp_path / "temporary"
    old.write_text("old")
    new.write_text("new")
    sync_file(new)
    move_into_place(new, old)
    assert [path.name for path in tmp_path.iterdir()] == ["name"]
    assert old.read_text() == "new"
