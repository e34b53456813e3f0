"""One server per data folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from server.store.errors import StoreError

LOCK_FILE = "park.lock"


class FolderLock:
    """Holds a data folder for this process; the kernel frees it however the process ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._file: int | None = None

    def acquire(self) -> None:
        """Take the folder, or raise `archive_locked` naming the process that has it.

        OSError comes through: some network file systems cannot lock.
        """
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(file, 32).decode("ascii", "replace").strip()
            os.close(file)
            raise StoreError(
                "archive_locked",
                f"{self._path.parent} is in use by another server (process {holder or 'unknown'})",
            ) from error
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())
        self._file = file

    def release(self) -> None:
        """Give the folder back; a second call does nothing."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
