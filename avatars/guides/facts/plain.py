"""One way of writing: what only looks different is made the same before facts are read."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARK: Final = re.compile(r"[\[［【]\s*\d{1,3}(?:\s*[,，、]\s*\d{1,3})*\s*[\]］】]")
_THOUSANDS: Final = re.compile(r"(?<![\d.,A-Za-z-])\d{1,3}(?:,\d{3})+(?![\d])")
_SPACED: Final = re.compile(r"(?<![\d.,A-Za-z-])(?<!\d )\d{1,3}(?: \d{3})+(?!\d| \d)")
"""Thousands set apart by blanks, as SI has them: 18 000."""
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−～〜~"), "-")
_ODD: Final = {ord("⁄"): "/", ord("·"): "·", ord("・"): "·", ord("•"): "·", ord("\u00a0"): " "}
_TRADITIONAL: Final = str.maketrans(
    "萬億兩個間層樓號臺棟戶年歲點時", "万亿两个间层楼号台栋户年岁点时"
)


def plain(text: str) -> str:
    """Half-width, squares as ``m2``, without thousands separators and marks of source."""
    text = _MARK.sub(" ", text).translate(_DASHES)
    text = unicodedata.normalize("NFKC", text).translate(_ODD).translate(_TRADITIONAL)
    text = text.translate(_DASHES).replace("\u200b", "").replace("\ufeff", "")
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    return _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text)
