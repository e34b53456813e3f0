"""What a file is: by its name, and by how it begins, as names are easily wrong."""

from __future__ import annotations

from typing import Final, Literal

from server.run.guides.formats.found import FormatError

FileKind = Literal["md", "txt", "csv", "pdf", "docx"]
ENDINGS: Final[dict[str, FileKind]] = {
    "md": "md", "markdown": "md", "txt": "txt", "text": "txt",
    "csv": "csv", "pdf": "pdf", "docx": "docx",
}  # fmt: skip
PDF_WITHIN: Final = 1024
"""Readers take a PDF whose first bytes are something else (ISO 32000, annex on readers)."""


def named(name: str) -> FileKind:
    """What its name says; raises FormatError ``document_kind``."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in ENDINGS:
        raise FormatError("document_kind", ending[:20])
    return ENDINGS[ending]


def kind_of(name: str, head: bytes) -> FileKind:
    """What it is: a PDF or DOCX that is called otherwise is still one, and none is by name alone.

    Raises FormatError ``document_kind``, ``document_unreadable``.
    """
    said = named(name)
    if b"%PDF-" in head[:PDF_WITHIN] and (said == "pdf" or head.startswith(b"%PDF-")):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if said in ("pdf", "docx"):
        raise FormatError("document_unreadable", said)
    return said
