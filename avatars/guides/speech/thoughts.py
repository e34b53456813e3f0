"""Takes out of a stream what a model says to itself between ``<think>`` and ``</think>``."""

from __future__ import annotations

from typing import Final

OPEN: Final = "<think>"
SHUT: Final = "</think>"


class Thoughts:
    """Takes text as it comes, gives what is meant for others; tags may come in pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._inside = False

    def feed(self, text: str) -> str:
        """What of the text so far is meant for others and was not given yet."""
        self._held += text
        given = ""
        while (at := self._held.find(SHUT if self._inside else OPEN)) >= 0:
            given += "" if self._inside else self._held[:at]
            self._held = self._held[at + len(SHUT if self._inside else OPEN) :]
            self._inside = not self._inside
        keep = _begun(self._held, SHUT if self._inside else OPEN)
        done, self._held = (
            self._held[: len(self._held) - keep],
            self._held[len(self._held) - keep :],
        )
        return given if self._inside else given + done

    def rest(self) -> str:
        """What is left when no more comes; a thought that never ended is none of it."""
        left, self._held = self._held, ""
        return "" if self._inside else left


def _begun(text: str, tag: str) -> int:
    """How many characters at the end may be the beginning of a tag."""
    return next(
        (n for n in range(min(len(tag) - 1, len(text)), 0, -1) if tag.startswith(text[-n:])), 0
    )
