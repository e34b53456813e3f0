"""What the stages of the pipeline hand on: the files that came, and the glTF document in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

__all__ = ["Document", "Picture", "Source"]

Json = dict[str, Any]


class Source(NamedTuple):
    """One file of an upload: its name as the sender gave it, and its bytes (never copied)."""

    name: str
    data: memoryview


class Picture(NamedTuple):
    """An image resource, known by its header: nothing of it was decoded. Size in pixels."""

    data: memoryview
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed glTF document with its resources resolved inside the upload, in the JSON's order.

    A buffer is None when it has no bytes of its own (the fallback of EXT_meshopt_compression); a
    picture is None when it could not be found or recognised, which a finding says.
    """

    json: Json
    buffers: tuple[memoryview | None, ...]
    pictures: tuple[Picture | None, ...]
    entry: str = ""
