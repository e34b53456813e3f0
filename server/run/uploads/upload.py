"""One upload: what it is, how much of it is here, and its file."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from server.store.files import sync_folder
from server.store.uploads import StoredUpload

__all__ = ["Checksum", "Pen", "Upload"]

SYNC_BYTES: Final = 16 * 2**20
"""What a power cut may take of a piece that is under way; never of one that was acknowledged."""
READ_BYTES: Final = 2**20
MARK: Final = ".unproved"
"""Beside an upload's file: the name tells where a piece begins whose checksum is not known yet."""


class Checksum(NamedTuple):
    """What the bytes of one piece must come to."""

    algorithm: str
    digest: bytes


@dataclass(slots=True)
class Upload:
    """An upload as the server knows it while it runs. ``touched`` is Unix time in seconds."""

    kept: StoredUpload
    path: Path
    offset: int
    touched: float
    digest: Any = None
    """The hash of what is here; None when that must be read again first."""
    busy: bool = False

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return self.kept.id

    @property
    def is_whole(self) -> bool:
        """Whether all of it is here."""
        return self.kept.sha256 is not None


class Pen:
    """Writes one piece behind what is here. Its methods block: they are for a thread."""

    def __init__(self, path: Path, start: int, digest: Any, checksum: Checksum | None) -> None:
        self.at = start
        self.digest = digest if digest is not None else hash_of(path, start)
        self._start = start
        self._before = self.digest.copy()
        self._checksum = checksum
        self._sum = hashlib.new(checksum.algorithm) if checksum else None
        self._unsynced = 0
        self._mark = path.with_name(f"{path.name}.{start}{MARK}") if checksum else None
        if self._mark is not None:
            self._mark.touch(0o600)
            sync_folder(path.parent)
        self._file = os.open(path, os.O_WRONLY)

    def write(self, piece: bytes | bytearray) -> None:
        """Write and hash; raises OSError, and what was not written whole is taken back."""
        view = memoryview(piece)
        while view:
            written = os.pwrite(self._file, view, self.at)
            self.digest.update(view[:written])
            if self._sum is not None:
                self._sum.update(view[:written])
            self.at += written
            self._unsynced += written
            view = view[written:]
        if self._unsynced >= SYNC_BYTES:
            os.fsync(self._file)
            self._unsynced = 0

    def is_right(self) -> bool:
        """Whether the piece comes to what its sender said."""
        return self._sum is None or (
            self._checksum is not None and self._sum.digest() == self._checksum.digest
        )

    def close(self, *, keep: bool) -> None:
        """Make the piece durable, or take it back; also when the disk refuses, with OSError."""
        try:
            if not keep:
                self._take_back()
            os.ftruncate(self._file, self.at)
            os.fsync(self._file)
        except OSError:
            self._take_back()
            os.ftruncate(self._file, self.at)
            raise
        finally:
            os.close(self._file)
        if self._mark is not None:
            self._mark.unlink()
            sync_folder(self._mark.parent)

    def _take_back(self) -> None:
        self.at, self.digest = self._start, self._before


def hash_of(path: Path, size: int) -> Any:
    """The SHA-256 of the first ``size`` bytes of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while size and (piece := file.read(min(READ_BYTES, size))):
            digest.update(piece)
            size -= len(piece)
    return digest


def recovered(path: Path, marks: list[Path]) -> int:
    """How much of a file counts after a restart; a piece of unknown checksum does not."""
    size = path.stat().st_size
    for mark in marks:
        size = min(size, int(mark.name.split(".")[1]))
    os.truncate(path, size)
    for mark in marks:
        mark.unlink()
    return size
