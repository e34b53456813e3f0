"""The GLB container (glTF 2.0, section 4.4): every rule of it, with the codes of Khronos."""

from __future__ import annotations

import struct
from typing import NamedTuple

from scenes.exhibits.gate.report import Report

__all__ = ["MAGIC", "Frame", "read_frame"]

MAGIC = b"glTF"
HEADER = struct.Struct("<4sII")
CHUNK = struct.Struct("<I4s")
JSON, BIN = b"JSON", b"BIN\0"


class Frame(NamedTuple):
    """What a GLB carries. Both are None when the file ends early; BIN also when there is none."""

    json: memoryview | None
    bin: memoryview | None


class _Chunk(NamedTuple):
    """One chunk's header: where it stands, how long it says it is, of which kind."""

    at: int
    size: int
    kind: bytes

    @property
    def label(self) -> str:
        """The kind as the validator writes it, with where the chunk stands."""
        return f"0x{int.from_bytes(self.kind, 'little'):08x}, byte {self.at}"


def read_frame(data: memoryview, report: Report) -> Frame:
    """Take a GLB apart without copying; the report says everything that the format forbids."""
    fault = _header_fault(data)
    if fault is not None:
        report.error(*fault)
        return Frame(None, None)
    _, _, total = HEADER.unpack_from(data)
    if total <= HEADER.size:
        report.error("GLB_LENGTH_TOO_SMALL", "", str(total))
    return _Reader(data, total, report).read()


def _header_fault(data: memoryview) -> tuple[str, str, str] | None:
    """Why this is no GLB of version 2: code, pointer, what it is about."""
    if len(data) < HEADER.size:
        return ("GLB_UNEXPECTED_END_OF_HEADER", "", str(len(data)))
    magic, version, _ = HEADER.unpack_from(data)
    if magic != MAGIC:
        return ("GLB_INVALID_MAGIC", "", magic.hex())
    return None if version == 2 else ("GLB_INVALID_VERSION", "", str(version))


class _Reader:
    """Goes over the chunks once; a damaged length ends the way, it never leads past the bytes."""

    def __init__(self, data: memoryview, total: int, report: Report) -> None:
        self._data = data
        self._total = total
        self._report = report
        self._seen: dict[bytes, memoryview] = {}
        self._count = 0

    def read(self) -> Frame:
        at = HEADER.size
        while at < len(self._data) and at != self._total:
            chunk = self._chunk_at(at)
            if chunk is None:
                return Frame(None, None)
            at += CHUNK.size + chunk.size
        self._end(at)
        return Frame(self._seen.get(JSON), self._seen.get(BIN))

    def _end(self, at: int) -> None:
        if at < len(self._data):
            self._report.warning("GLB_EXTRA_DATA", "", str(len(self._data) - at))
        elif at != self._total:
            self._report.error("GLB_LENGTH_MISMATCH", "", f"{self._total}, {at}")
        if JSON not in self._seen and not self._report.failed:
            self._report.error("GLB_LENGTH_TOO_SMALL", "", str(self._total))

    def _chunk_at(self, at: int) -> _Chunk | None:
        """Check one chunk and keep what it holds; None when the file ends inside it."""
        if at + CHUNK.size > len(self._data):
            self._report.error("GLB_UNEXPECTED_END_OF_CHUNK_HEADER", "", str(len(self._data)))
            return None
        chunk = _Chunk(at, *CHUNK.unpack_from(self._data, at))
        self._check(chunk)
        body = self._data[at + CHUNK.size : at + CHUNK.size + chunk.size]
        whole = len(body) == chunk.size
        self._keep(chunk, body)
        self._count += 1
        if not whole:
            self._report.error("GLB_UNEXPECTED_END_OF_CHUNK_DATA", "", str(len(self._data)))
        return chunk if whole else None

    def _check(self, chunk: _Chunk) -> None:
        if chunk.size % 4:
            self._report.error("GLB_CHUNK_LENGTH_UNALIGNED", "", chunk.label)
        if chunk.at + CHUNK.size + chunk.size > self._total:
            self._report.error("GLB_CHUNK_TOO_BIG", "", f"{chunk.label}, {chunk.size}")
        if self._count == 0 and chunk.kind != JSON:
            self._report.error("GLB_UNEXPECTED_FIRST_CHUNK", "", chunk.label)
        if chunk.kind == BIN and self._count > 1 and BIN not in self._seen:
            self._report.error("GLB_UNEXPECTED_BIN_CHUNK", "", chunk.label)
        if chunk.kind == JSON and chunk.size == 0:
            self._report.error("GLB_EMPTY_CHUNK", "", chunk.label)

    def _keep(self, chunk: _Chunk, body: memoryview) -> None:
        if chunk.kind not in (JSON, BIN):
            self._report.warning("GLB_UNKNOWN_CHUNK_TYPE", "", chunk.label)
        elif chunk.kind in self._seen:
            self._report.error("GLB_DUPLICATE_CHUNK", "", chunk.label)
        else:
            self._seen[chunk.kind] = body
