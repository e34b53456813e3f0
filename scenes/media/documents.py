"""PDF pages as pictures: the only importer of PDFium.

Nothing of a document but these pictures is ever shown: scripts, links, forms and attachments in it
stay where they are. PDF is ISO 32000-2.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
from numpy.typing import NDArray

from scenes.media.found import MediaError
from scenes.media.policy import MediaPolicy

__all__ = ["check_document", "is_pdf", "page", "page_sizes", "pages"]

HEAD = 1024
"""Bytes within which the mark of a PDF begins, as readers have it."""


def is_pdf(data: memoryview) -> bool:
    """Whether the mark of a PDF stands near the beginning."""
    return b"%PDF-" in bytes(data[:HEAD])


def check_document(data: memoryview, policy: MediaPolicy) -> int:
    """How many pages there are; raises MediaError for a document that cannot be shown."""
    with _opened(data) as document:
        count = len(document)
        if not count:
            raise MediaError("DOCUMENT_EMPTY")
        if count > policy.max_pages:
            raise MediaError("DOCUMENT_TOO_LONG", f"{count} > {policy.max_pages}")
        for number in range(count):
            _size(document, number)
        return count


def page_sizes(data: memoryview, policy: MediaPolicy) -> list[tuple[int, int]]:
    """Width and height of each page's picture, pixels; raises MediaError as above."""
    count = check_document(data, policy)
    with _opened(data) as document:
        return [_pixels(_size(document, number), policy) for number in range(count)]


def pages(data: memoryview, policy: MediaPolicy) -> Iterator[NDArray[np.uint8]]:
    """Every page as RGB bytes, (h,w,3); one at a time, so that memory stays small."""
    with _opened(data) as document:
        for number in range(len(document)):
            yield _drawn(document, number, policy)


def page(data: memoryview, policy: MediaPolicy, number: int) -> NDArray[np.uint8]:
    """One page as RGB bytes, (h,w,3), counted from 0; raises MediaError where there is none."""
    with _opened(data) as document:
        if not 0 <= number < len(document):
            raise MediaError("DOCUMENT_INVALID", f"{number + 1}")
        return _drawn(document, number, policy)


def _drawn(document: pypdfium2.PdfDocument, number: int, policy: MediaPolicy) -> NDArray[np.uint8]:
    width, height = _size(document, number)
    page = document[number]
    drawn = page.render(scale=policy.page_side / max(width, height), rev_byteorder=True)
    # A copy of its own: the page's memory goes with the page.
    picture = np.ascontiguousarray(drawn.to_numpy()[:, :, :3])
    drawn.close()
    page.close()
    return picture


def _pixels(size: tuple[float, float], policy: MediaPolicy) -> tuple[int, int]:
    scale = policy.page_side / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


@contextmanager
def _opened(data: memoryview) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(bytes(data))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise MediaError("DOCUMENT_LOCKED" if locked else "DOCUMENT_INVALID") from None
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise MediaError("DOCUMENT_INVALID", str(error)[:100]) from None
    finally:
        document.close()


def _size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    """Width and height in points; raises MediaError for a page that is none."""
    width, height = document.get_page_size(number)
    if not (0 < width < 1e6 and 0 < height < 1e6 and 1 / 50 <= width / height <= 50):
        raise MediaError("DOCUMENT_INVALID", f"{number + 1}")
    return width, height


def attached(data: bytes, name: str) -> bytes | None:
    """A file that a PDF carries along, or None; raises what ``_opened`` raises."""
    with _opened(memoryview(data)) as document:
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            if attachment.get_name() == name:
                return bytes(attachment.get_data())
    return None
