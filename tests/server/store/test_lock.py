"""Two servers cannot have one folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.store import Archive, StoreError
from server.store.lock import FolderLock


async def test_a_second_server_is_told_who_has_the_folder(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path)
    with pytest.raises(StoreError) as locked:
        await Archive.open(tmp_path)
    assert locked.value.code == "archive_locked"
    assert str(os.getpid()) in locked.value.message
    await archive.set_meta("still", "open")
    await archive.close()
    await (await Archive.open(tmp_path)).close()


def test_release_can_be_repeated(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    lock.acquire()
    lock.release()
    lock.release()
    again = FolderLock(tmp_path)
    again.acquire()
    again.release()
