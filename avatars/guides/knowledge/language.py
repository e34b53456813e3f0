"""Which of the two languages a text is in."""

from __future__ import annotations

import re
from typing import Final

from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.fold import HAN

_HAN: Final = re.compile(f"[{HAN}]")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
LOOKED_AT: Final = 4_000
"""Characters that are enough to tell."""


def of(text: str) -> Lang:
    """Chinese when there are at least half as many ideographs as English words; else English.

    A text without letters is Chinese, the first language of the park.
    """
    start = text[:LOOKED_AT]
    han, words = len(_HAN.findall(start)), len(_WORD.findall(start))
    return "zh" if han * 2 >= words or not words else "en"
