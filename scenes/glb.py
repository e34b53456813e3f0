"""The GLB container (glTF 2.0, section 4): JSON and binary chunk in, bytes out, and back."""

from __future__ import annotations

import json as _json
import math
import struct
from collections.abc import Mapping
from typing import Any, NamedTuple, NoReturn

__all__ = ["Glb", "GlbError", "read_glb", "write_glb"]

MAGIC = 0x46546C67
JSON_CHUNK = 0x4E4F534A
BIN_CHUNK = 0x004E4942
HEADER = struct.Struct("<III")
CHUNK = struct.Struct("<II")


class GlbError(ValueError):
    """A file that is not a usable GLB; `code` is stable, `message` is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class Glb(NamedTuple):
    """One GLB taken apart: its JSON object and the bytes of its binary chunk (maybe empty)."""

    json: dict[str, Any]
    bin: bytes


def read_glb(data: bytes) -> Glb:
    """Take a GLB apart; raises GlbError for everything the container format forbids."""
    _check_header(data)
    chunks = _chunks(data)
    if not chunks or chunks[0][0] != JSON_CHUNK:
        raise GlbError("glb.no-json", "the first chunk is not JSON")
    binary = chunks[1][1] if len(chunks) > 1 and chunks[1][0] == BIN_CHUNK else b""
    return Glb(_parse(chunks[0][1]), binary)


def write_glb(json: Mapping[str, Any], bin: bytes) -> bytes:  # noqa: A002
    """Put a GLB together: compact JSON with sorted keys, both chunks padded to four bytes."""
    try:
        text = _json.dumps(
            json, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        ).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise GlbError("glb.json", f"cannot be written as JSON: {error}") from None
    parts = [_chunk(JSON_CHUNK, text, b" ")]
    if bin:
        parts.append(_chunk(BIN_CHUNK, bin, b"\0"))
    return HEADER.pack(MAGIC, 2, HEADER.size + sum(map(len, parts))) + b"".join(parts)


def _chunk(kind: int, body: bytes, pad: bytes) -> bytes:
    padded = body + pad * (-len(body) % 4)
    return CHUNK.pack(len(padded), kind) + padded


def _check_header(data: bytes) -> None:
    if len(data) < HEADER.size:
        raise GlbError("glb.truncated", "shorter than a GLB header")
    magic, version, length = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise GlbError("glb.magic", "does not start with glTF")
    if version != 2:
        raise GlbError("glb.version", f"container version {version}, only 2 is known")
    if length != len(data):
        raise GlbError("glb.length", f"says {length} bytes, has {len(data)}")


def _chunks(data: bytes) -> list[tuple[int, bytes]]:
    found: list[tuple[int, bytes]] = []
    at = HEADER.size
    while at < len(data):
        if at + CHUNK.size > len(data):
            raise GlbError("glb.truncated", "ends inside a chunk header")
        size, kind = CHUNK.unpack_from(data, at)
        at += CHUNK.size
        if size % 4 or at + size > len(data):
            raise GlbError("glb.chunk", "a chunk is not aligned or reaches past the end")
        found.append((kind, bytes(data[at : at + size])))
        at += size
    return found


def _parse(text: bytes) -> dict[str, Any]:
    try:
        value = _json.loads(text.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise GlbError("glb.json", f"the JSON chunk cannot be read: {error}") from None
    if not isinstance(value, dict):
        raise GlbError("glb.json", "the JSON chunk is not an object")
    return value


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is out of range")
    return value
