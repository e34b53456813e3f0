"""One file's text, whatever it is: the task of the walled worker."""

from __future__ import annotations

from server.run.guides.formats.found import MOST_BYTES, FormatError, Found, bounded
from server.run.guides.formats.kinds import kind_of
from server.run.guides.formats.plain import decoded

HEAD = 4096


def read(name: str, data: bytes | memoryview) -> Found:
    """The text of a file; raises FormatError with a code.

    Markdown, text and CSV come out exactly as they are written, character for character.
    """
    if len(data) > MOST_BYTES:
        raise FormatError("document_too_large", str(MOST_BYTES))
    kind = kind_of(name, bytes(data[:HEAD]))
    if kind == "pdf":
        from server.run.guides.formats import pdf

        return _whole(pdf.text_of(bytes(data)))
    if kind == "docx":
        from server.run.guides.formats import word

        return _whole(word.text_of(bytes(data)))
    return _whole(Found(bounded(decoded(bytes(data)))))


def _whole(found: Found) -> Found:
    """Text that a database can keep, and some of it; raises FormatError."""
    text = found.text.replace("\0", "")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise FormatError("document_unreadable", "empty")
    return found._replace(text=text)
