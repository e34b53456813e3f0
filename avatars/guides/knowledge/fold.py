"""Text folded for comparison, character by character: every offset stays what it was.

Full-width forms become plain, capitals small, traditional characters simplified. What has no single
character for its plain form (such as the sign for square metres) stays as it is.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from avatars.guides.knowledge.traditional import SIMPLIFIED, TRADITIONAL

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Ideographs, as a class of a regular expression has them."""
_SIMPLE: Final = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
_DASHES: Final = "‐‑‒–—―−－～〜﹣"


class _Table(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first comes up."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _plain(chr(code))
        return found


def _plain(character: str) -> str:
    if character in _DASHES:
        return "-"
    form = unicodedata.normalize("NFKC", character)
    form = form if len(form) == 1 else character
    small = form.lower()
    small = small if len(small) == 1 else form
    return _SIMPLE.get(small, small)


_TABLE: Final = _Table()


def folded(text: str) -> str:
    """The text for comparison; as long as it was, each character in its place."""
    return text.translate(_TABLE)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph of the common blocks."""
    return "\u3400" <= character <= "\u4dbf" or "\u4e00" <= character <= "\u9fff"
