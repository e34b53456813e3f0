"""The central directory of a zip (APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16), zip64 included."""

from __future__ import annotations

import struct
from typing import NamedTuple

from scenes.exhibits.gate.zips.names import extra_field, member_name

__all__ = ["Directory", "Member", "ZipError", "read_directory"]

END = struct.Struct("<4sHHHHIIH")
END_64 = struct.Struct("<4sQHHIIQQQQ")
LOCATOR = struct.Struct("<4sIQI")
ENTRY = struct.Struct("<4s6H3I5H2I")
LOCAL = struct.Struct("<4s5H3I2H")
LONGEST_COMMENT = 0xFFFF
LONGEST_NAME = 4096
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF


class ZipError(Exception):
    """A zip whose directory cannot be followed; `code` is stable, `about` says where."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.about = about


class Member(NamedTuple):
    """One entry of the directory. `start` and `end` are where its packed bytes stand."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    at: int
    start: int
    agrees: bool

    @property
    def end(self) -> int:
        """Where its packed bytes end."""
        return self.start + self.packed

    @property
    def is_folder(self) -> bool:
        """Whether it only names a folder."""
        return self.name.endswith("/")


class Directory(NamedTuple):
    """All entries, and where the directory itself begins: no member may reach that far."""

    members: list[Member]
    start: int


class _End(NamedTuple):
    entries: int
    size: int
    offset: int
    at: int


def read_directory(data: memoryview, most: int) -> Directory:
    """Read a zip's directory of at most `most` entries; raises ZipError."""
    end = _find_end(data)
    if end.entries > most * 2:
        raise ZipError("ZIP_TOO_MANY_FILES", str(end.entries))
    if end.offset + end.size != end.at:
        raise ZipError("ZIP_DAMAGED", "central directory")
    members = []
    at = end.offset
    for _ in range(end.entries):
        member, at = _entry(data, at, end.at)
        members.append(member)
    if at != end.at:
        raise ZipError("ZIP_DAMAGED", "central directory")
    return Directory(members, end.offset)


def _find_end(data: memoryview) -> _End:
    tail = bytes(data[-(END.size + LONGEST_COMMENT) :])
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        if at + END.size <= len(tail):
            fields = END.unpack_from(tail, at)
            if at + END.size + fields[-1] == len(tail):
                return _end(data, fields, len(data) - len(tail) + at)
        at = tail.rfind(b"PK\x05\x06", 0, at + 3)
    raise ZipError("ZIP_DAMAGED", "end of central directory")


def _end(data: memoryview, fields: tuple[int, ...], at: int) -> _End:
    _, disk, first, here, count, size, offset, _ = fields
    # Programs that write to a pipe end with the large form, whether it is needed or not.
    large = bytes(data[max(0, at - LOCATOR.size) : at]).startswith(b"PK\x06\x07")
    if large or FULL_16 in (disk, first, here, count) or FULL_32 in (size, offset):
        return _end_64(data, at)
    if disk or first or here != count:
        raise ZipError("ZIP_DAMAGED", "several disks")
    return _End(count, size, offset, at)


def _end_64(data: memoryview, at: int) -> _End:
    if at < LOCATOR.size + END_64.size:
        raise ZipError("ZIP_DAMAGED", "zip64")
    mark, _, where, disks = LOCATOR.unpack_from(data, at - LOCATOR.size)
    if mark != b"PK\x06\x07" or disks > 1 or where + END_64.size > at - LOCATOR.size:
        raise ZipError("ZIP_DAMAGED", "zip64")
    mark, _, _, _, disk, first, here, count, size, offset = END_64.unpack_from(data, where)
    if mark != b"PK\x06\x06" or disk or first or here != count:
        raise ZipError("ZIP_DAMAGED", "zip64")
    return _End(count, size, offset, where)


def _entry(data: memoryview, at: int, end: int) -> tuple[Member, int]:
    if at + ENTRY.size > end:
        raise ZipError("ZIP_DAMAGED", "central directory")
    fields = ENTRY.unpack_from(data, at)
    mark, _, _, flags, method, _, _, crc, packed, size, named, extended, noted = fields[:13]
    after = at + ENTRY.size + named + extended + noted
    if mark != b"PK\x01\x02" or after > end:
        raise ZipError("ZIP_DAMAGED", "central directory")
    if named > LONGEST_NAME:
        raise ZipError("ZIP_BAD_NAME")
    raw = bytes(data[at + ENTRY.size : at + ENTRY.size + named])
    extra = bytes(data[at + ENTRY.size + named : at + ENTRY.size + named + extended])
    name = member_name(raw, flags, extra)
    sizes = _sizes_64([size, packed, fields[16]], extra, name)
    size, packed, where = sizes
    start, agrees = _local(data, where, raw, method)
    mode = fields[15] >> 16
    return Member(name, flags, method, crc, packed, size, mode, where, start, agrees), after


def _sizes_64(sizes: list[int], extra: bytes, name: str) -> list[int]:
    """Size, packed size and place: those that are too large stand in the zip64 extra field."""
    if FULL_32 not in sizes:
        return sizes
    body = extra_field(extra, 0x0001)
    found = []
    for value in sizes:
        if value != FULL_32:
            found.append(value)
            continue
        if len(body) < 8:
            raise ZipError("ZIP_DAMAGED", name)
        found.append(int.from_bytes(body[:8], "little"))
        body = body[8:]
    return found


def _local(data: memoryview, at: int, raw: bytes, method: int) -> tuple[int, bool]:
    """Where a member's bytes begin, and whether its own header says what the directory says."""
    if at + LOCAL.size > len(data):
        raise ZipError("ZIP_DAMAGED", "local header")
    mark, _, _, packing, _, _, _, _, _, named, extended = LOCAL.unpack_from(data, at)
    if mark != b"PK\x03\x04":
        raise ZipError("ZIP_DAMAGED", "local header")
    name = bytes(data[at + LOCAL.size : at + LOCAL.size + named])
    return at + LOCAL.size + named + extended, name == raw and packing == method
