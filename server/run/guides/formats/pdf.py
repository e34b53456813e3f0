"""PDF (ISO 32000) as text; the only importer of pypdf."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from server.run.guides.formats.found import (
    MOST_CHARACTERS,
    MOST_PAGES,
    FormatError,
    Found,
    bounded,
)
from server.run.guides.formats.lines import paragraphs

MOST_TITLES: Final = 2000


def text_of(data: bytes) -> Found:
    """Its text; raises FormatError ``document_encrypted``, ``document_unreadable``,
    ``document_too_long``.

    ``notes``: ``pages_unreadable`` when some page gave none, ``pages_without_text`` for scans.
    """
    try:
        reader = _opened(data)
        pages = len(reader.pages)
    except FormatError:
        raise
    except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError,
            AttributeError, OSError, RuntimeError) as error:  # fmt: skip
        raise FormatError("document_unreadable", type(error).__name__) from None
    if pages > MOST_PAGES:
        raise FormatError("document_too_long", f"{pages} pages")
    texts, broken = _read(reader)
    empty = sum(1 for text in texts if not text.strip())
    if empty == pages:
        raise FormatError("document_unreadable", "broken" if broken else "no text: a scan?")
    told = {"pages_unreadable": broken, "pages_without_text": empty - broken}
    notes = tuple(name for name, count in told.items() if count > 0)
    return Found(bounded(paragraphs(texts, list(_titles(reader)))), pages, notes)


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data), strict=False)
    # Many files forbid printing by an owner's password alone: those open with none.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FormatError("document_encrypted")
    return reader


def _read(reader: PdfReader) -> tuple[list[str], int]:
    """The text of every page, and how many could not be read."""
    texts, broken, length = [], 0, 0
    for page in reader.pages:
        try:
            text = page.extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - one bad page must not cost the others
            text, broken = "", broken + 1
        length += len(text)
        if length > 2 * MOST_CHARACTERS:
            raise FormatError("document_too_long", str(MOST_CHARACTERS))
        texts.append(text)
    return texts, broken


def _titles(reader: PdfReader) -> Iterator[str]:
    """What its bookmarks are called."""
    waiting: list[Any] = []
    with contextlib.suppress(Exception):
        waiting = list(reader.outline)
    for _ in range(MOST_TITLES):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting = [*each, *waiting]
        else:
            yield str(getattr(each, "title", "") or "")


def warm_up() -> None:
    """Read a page of text, so that what pypdf loads late is loaded."""
    with contextlib.suppress(FormatError):
        text_of(_SMALL)


_SMALL: Final = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 29>>stream\nBT /F 9 Tf (warm) Tj ET      \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"
)
