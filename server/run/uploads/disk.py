"""What the quarantine does on the disk: blocking work, done in threads."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from server.run.uploads.errors import UploadError
from server.run.uploads.upload import MARK, Upload, recovered
from server.store.files import sync_folder
from server.store.uploads import StoredUpload

__all__ = ["find", "in_thread", "make", "share", "unlink"]

T = TypeVar("T")
FULL: Final = (errno.ENOSPC, errno.EDQUOT)


async def in_thread(work: Callable[..., T], *words: Any) -> T:
    """Do blocking work in a thread, and see it through even when nobody waits any more.

    Raises ``disk_full`` for what the system says of a full disk.
    """
    doing = asyncio.ensure_future(asyncio.to_thread(work, *words))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.gather(doing, return_exceptions=True)
        raise
    except OSError as error:
        if error.errno in FULL:
            raise UploadError("disk_full") from error
        raise


def find(folder: Path, stored: Sequence[StoredUpload]) -> list[Upload]:
    """What of the known uploads is there; all that belongs to none is taken away."""
    files = {path.name: path for path in folder.iterdir() if path.is_file()}
    marks: dict[str, list[Path]] = {}
    for name, path in files.items():
        if name.endswith(MARK):
            marks.setdefault(name.split(".")[0], []).append(path)
    found = []
    for kept in stored:
        if kept.id not in files:
            continue
        path = files[kept.id]
        touched = max(path.stat().st_mtime, kept.at)  # it may share the file of an old blob
        size = path.stat().st_size if kept.sha256 else recovered(path, marks.get(kept.id, []))
        if kept.sha256 is None or size == kept.bytes:
            found.append(Upload(kept, path, size, touched))
    known = {upload.id for upload in found}
    unlink(path for name, path in files.items() if name not in known)
    return found


def make(path: Path) -> None:
    """Begin a file, durably."""
    path.touch(0o600, exist_ok=False)
    sync_folder(path.parent)


def unlink(paths: Iterable[Path]) -> None:
    """Take files away that may be gone."""
    for path in paths:
        path.unlink(missing_ok=True)


def share(twin: Path, path: Path) -> None:
    """Let a file be another name of one with the same bytes, where the disk can do that."""
    other = path.with_name(path.name + ".twin")
    with contextlib.suppress(OSError):
        os.link(twin, other)
        os.replace(other, path)
