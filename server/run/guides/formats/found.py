"""What reading a file yields, and how it refuses."""

from __future__ import annotations

from typing import Final, NamedTuple

MOST_BYTES: Final = 20 * 2**20
"""A file may be so large."""
MOST_CHARACTERS: Final = 400_000
"""A document's text may be so long."""
MOST_PAGES: Final = 1000


class Found(NamedTuple):
    """A file's text; ``pages`` when it has such; ``notes`` are codes of what staff should know."""

    text: str
    pages: int | None = None
    notes: tuple[str, ...] = ()


class FormatError(Exception):
    """A file that gives no text: ``document_kind``, ``document_unreadable``, and the like."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def bounded(text: str) -> str:
    """The text, if it is not too long; raises FormatError ``document_too_long``."""
    if len(text) > MOST_CHARACTERS:
        raise FormatError("document_too_long", str(MOST_CHARACTERS))
    return text
