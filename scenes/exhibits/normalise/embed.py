"""Images that lie beside a document, put into it."""

from __future__ import annotations

import struct
import zlib
from typing import Any, Final

import numpy as np

from scenes.exhibits.codecs.edit import Edit
from scenes.exhibits.document import Document

__all__ = ["embedded"]

Json = dict[str, Any]
NO_BOUND = 2**62
CORE = ("image/png", "image/jpeg")


def embedded(document: Document) -> Document:
    """The document with every image in a bufferView of its own."""
    if not any("uri" in image for image in document.json.get("images", ())):
        return document
    edit = Edit(document, NO_BOUND)
    for i, image in enumerate(edit.table("images")):
        if "uri" in image:
            picture = document.pictures[i]
            # A picture that nobody could recognise is drawn by nobody: white does not tint.
            data, mime = (WHITE, "image/png") if picture is None else (picture.data, picture.mime)
            view = edit.add("bufferViews", edit.buffer(np.frombuffer(data, np.uint8)))
            rest = {key: value for key, value in image.items() if key != "uri"}
            edit.json["images"][i] = {**rest, "bufferView": view, "mimeType": mime}
    _let_fallbacks_go(edit)
    return edit.document()


def _let_fallbacks_go(edit: Edit) -> None:
    """A texture's own source must be a PNG or JPEG: one that its extension names too is not.

    Beside a document, where its type was not written down, nothing said so.
    """
    for t, texture in enumerate(edit.json.get("textures", ())):
        source = texture.get("source")
        others = [each.get("source") for each in texture.get("extensions", {}).values()]
        if source in others and edit.json["images"][source].get("mimeType") not in CORE:
            plain = {key: value for key, value in texture.items() if key != "source"}
            edit.json["textures"][t] = plain


def _white() -> bytes:
    """A PNG of one white pixel."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\x00\xff")),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


WHITE: Final = _white()
