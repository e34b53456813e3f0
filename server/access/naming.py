"""Names that people give themselves, made fit to be shown to others.

Control characters, line breaks and the bidirectional controls of Unicode (UAX #9) could disguise a
name or disturb what stands beside it; they are taken out rather than refused, as nobody types them
on purpose. Names are then in NFC, with single spaces.
"""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Format characters that some scripts and emoji need."""
MOST_MARKS = 4
"""Combining marks in a row: more of them climb over neighbouring text."""


def clean_name(name: str) -> str:
    """The name as others may see it; empty when nothing of it can be shown."""
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", name):
        kind = unicodedata.category(character)
        marks = marks + 1 if kind.startswith("M") else 0
        if character.isspace():
            kept.append(" ")
        elif (kind not in _HIDDEN or character in _JOINERS) and marks <= MOST_MARKS:
            kept.append(character)
    cleaned = " ".join("".join(kept).split())
    return cleaned if cleaned.strip(_JOINERS) else ""
