"""Plain text (Markdown and CSV too) from bytes in any of the encodings that offices write.

The text is exactly what the file says, character for character, without its byte order mark.
"""

from __future__ import annotations

import codecs
from typing import Final

from server.run.guides.formats.found import FormatError

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOK: Final = 4096
"""Bytes by which an unmarked UTF-16 is known."""
SEEN: Final = frozenset("\t\n\r\f\v\x1b")
"""Control characters that honest texts have."""


def decoded(data: bytes) -> str:
    """The text; raises FormatError ``document_unreadable`` for what is none."""
    text = _marked(data)
    if text is None:
        text = _unmarked(data)
    if text is None or not _is_text(text):
        raise FormatError("document_unreadable", "binary")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _tried(data[len(mark) :], encoding)
    return None


def _unmarked(data: bytes) -> str | None:
    wide = _wide(data)
    if wide:
        return _tried(data, wide)
    for encoding in ("utf-8", "gb18030"):
        text = _tried(data, encoding)
        if text is not None:
            return text
    return None


def _wide(data: bytes) -> str:
    """Which UTF-16 it is, by where its zero bytes stand: spaces and line ends have one each."""
    head = data[: LOOK - LOOK % 2]
    if len(data) % 2 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd and not even:
        return "utf-16-le"
    return "utf-16-be" if even and not odd else ""


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    """No zeros, and next to no characters that nobody types."""
    if "\0" in text:
        return False
    odd = sum(1 for c in text if (c < " " and c not in SEEN) or c in "\x7f\ufffe\uffff")
    return odd * 200 <= len(text)
