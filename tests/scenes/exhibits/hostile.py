"""Files that nobody means well with, built in a few lines: GLBs, zips, pictures, JSON."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenes.exhibits.document import Source
from scenes.exhibits.gate import Admitted, admit
from scenes.exhibits.policy import Policy

ASSET: dict[str, Any] = {"asset": {"version": "2.0"}}
JSON, BIN = b"JSON", b"BIN\0"
PNG_MARK = b"\x89PNG\r\n\x1a\n"


def gltf(**more: Any) -> bytes:
    """A glTF's JSON: an asset and what is added."""
    return json.dumps({**ASSET, **more}).encode()


def padded(data: bytes, pad: bytes = b" ") -> bytes:
    return data + pad * (-len(data) % 4)


def chunk(kind: bytes, body: bytes, size: int | None = None) -> bytes:
    """A GLB chunk that may lie about its size."""
    return struct.pack("<I4s", len(body) if size is None else size, kind) + body


def glb(
    *chunks: bytes, version: int = 2, length: int | None = None, magic: bytes = b"glTF"
) -> bytes:
    """A GLB of chunks, whose header may lie."""
    body = b"".join(chunks)
    return struct.pack("<4sII", magic, version, 12 + len(body) if length is None else length) + body


def plain_glb(binary: bytes = b"", **more: Any) -> bytes:
    """An honest GLB."""
    chunks = [chunk(JSON, padded(gltf(**more)))]
    return glb(*chunks, *([chunk(BIN, padded(binary, b"\0"))] if binary else []))


def data_uri(data: bytes, mime: str = "application/octet-stream") -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def png_chunk(kind: bytes, body: bytes, crc: int | None = None) -> bytes:
    """A PNG chunk that may lie about its checksum."""
    check = zlib.crc32(kind + body) if crc is None else crc
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def png_header(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    return png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))


def png(width: int = 2, height: int = 2, *more: bytes) -> bytes:
    """A PNG that says it is this large; its data are those of two pixels by two."""
    pixels = png_chunk(b"IDAT", zlib.compress(b"\0" * 14))
    return PNG_MARK + png_header(width, height) + b"".join(more) + pixels + png_chunk(b"IEND", b"")


def jpeg(width: int = 4, height: int = 4, channels: int = 3) -> bytes:
    """A JPEG's segments, without a picture that could be decoded."""
    body = struct.pack(">BHHB", 8, height, width, channels) + b"\1\x11\0" * channels
    frame = b"\xff\xc0" + struct.pack(">H", len(body) + 2) + body
    return b"\xff\xd8\xff\xe0\0\x04ab" + frame + b"\xff\xda\0\x02" + b"\x12" * 16 + b"\xff\xd9"


def webp(
    kind: bytes = b"VP8L", body: bytes = b"\x2f\x03\xc0\0\0", size: int | None = None
) -> bytes:
    """A WebP of one chunk; the default says four pixels by four."""
    content = b"WEBP" + kind + struct.pack("<I", len(body)) + body.ljust(24, b"\0")
    return b"RIFF" + struct.pack("<I", len(content) if size is None else size) + content


def ktx2(
    width: int = 4,
    height: int = 4,
    *,
    depth: int = 0,
    faces: int = 1,
    levels: Sequence[tuple[int, int, int]] | None = None,
    packing: int = 0,
) -> bytes:
    """A KTX2 of one level of sixteen bytes; `levels` are (offset, packed, plain) that may lie."""
    count = 1 if levels is None else len(levels)
    start = 80 + 24 * count
    told = [(start, 16, 16)] if levels is None else levels
    head = struct.pack(
        "<12s9I4I2Q",
        b"\xabKTX 20\xbb\r\n\x1a\n",
        *(0, 1, width, height, depth, 0, faces, count, packing),
        *(0, 0, 0, 0, 0, 0),
    )
    return head + b"".join(struct.pack("<3Q", *level) for level in told) + b"\0" * 16


def avif(width: int = 4, height: int = 4) -> bytes:
    """An AVIF's boxes, without a picture that could be decoded."""
    extent = struct.pack(">I4sIII", 20, b"ispe", 0, width, height)
    meta = struct.pack(">I4sI", 12 + len(extent), b"meta", 0) + extent
    return struct.pack(">I4s4sI", 16, b"ftyp", b"avif", 0) + meta


@dataclass
class Packed:
    """A member of a zip, each of whose fields may lie."""

    name: str | bytes
    data: bytes
    method: int = 8
    flags: int = 0
    mode: int = 0
    size: int | None = None
    crc: int | None = None
    local_name: bytes | None = None
    extra: bytes = b""
    at: int | None = None
    raw: bytes = field(default=b"", init=False)

    def __post_init__(self) -> None:
        self.raw = self.name if isinstance(self.name, bytes) else self.name.encode()

    @property
    def body(self) -> bytes:
        if self.method != 8:
            return self.data
        pack = zlib.compressobj(9, zlib.DEFLATED, -15)
        return pack.compress(self.data) + pack.flush()

    @property
    def check(self) -> int:
        return zlib.crc32(self.data) if self.crc is None else self.crc

    @property
    def told(self) -> int:
        return len(self.data) if self.size is None else self.size

    def local(self) -> bytes:
        name = self.raw if self.local_name is None else self.local_name
        sizes = (self.check, len(self.body), self.told, len(name), 0)
        head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, self.flags, self.method, 0, 0, *sizes)
        return head + name + self.body

    def central(self, at: int) -> bytes:
        sizes = (self.check, len(self.body), self.told, len(self.raw), len(self.extra))
        rest = (0, 0, 0, self.mode << 16, at if self.at is None else self.at)
        return (
            struct.pack("<4s6H3I2H", b"PK\1\2", 0x314, 20, self.flags, self.method, 0, 0, *sizes)
            + struct.pack("<3H2I", *rest)
            + self.raw
            + self.extra
        )


def zipped(
    *members: Packed, count: int | None = None, comment: bytes = b"", lead: bytes = b""
) -> bytes:
    """A zip of members, whose end may lie."""
    body, central = lead, b""
    for member in members:
        central += member.central(len(body))
        body += member.local()
    entries = len(members) if count is None else count
    numbers = (0, 0, entries, entries, len(central), len(body), len(comment))
    return body + central + struct.pack("<4s4H2IH", b"PK\5\6", *numbers) + comment


def files(given: Mapping[str, bytes]) -> list[Source]:
    return [Source(name, memoryview(data)) for name, data in given.items()]


def admitted(given: Mapping[str, bytes] | bytes, policy: Policy | None = None) -> Admitted:
    """What the gate makes of files; bytes alone are one file of no telling name."""
    named = given if isinstance(given, Mapping) else {"upload": given}
    return admit(files(named), policy or Policy())


def errors(given: Mapping[str, bytes] | bytes, policy: Policy | None = None) -> list[str]:
    """The codes for which the gate refuses."""
    found = admitted(given, policy).findings
    return [finding.code for finding in found if finding.severity == "error"]


def warnings(given: Mapping[str, bytes] | bytes) -> list[str]:
    """The codes that the gate only warns of."""
    return [f.code for f in admitted(given).findings if f.severity == "warning"]
