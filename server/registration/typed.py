"""Numbers and codes as people type them: full width, in small letters, with spaces and hyphens."""

from __future__ import annotations

from typing import Final

DASHES: Final = "-\u00ad‐‑‒–—―⁃−⸺⸻﹘﹣"
UNSEEN: Final = "\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FULL_WIDTH: Final = {0xFF01 + n: chr(0x21 + n) for n in range(0x5E)}
_CAPITALS: Final = {ord("a") + n: chr(ord("A") + n) for n in range(26)}
_OUT: Final = dict.fromkeys(map(ord, DASHES + UNSEEN))


def bare(text: str) -> str:
    """The text in half width and capitals, without spaces and hyphens of whatever kind.

    Only full-width forms of ASCII are folded: what merely looks like a digit (①, ², 𝟗) is none.
    """
    plain = text.translate(_FULL_WIDTH).translate(_OUT).translate(_CAPITALS)
    return "".join(plain.split())
