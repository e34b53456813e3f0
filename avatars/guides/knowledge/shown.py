"""What a text shows without naming it: a number that can only be a telephone's, a part off a price."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("phone", r"(?<![\d.-])(?:\+\d{1,3}[ -]?)?(?:1[3-9]\d{9}|\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{3,4}|[48]00[ -]?\d{3,4}[ -]?\d{3,4})(?![\d-])|\+\d{1,3}[ (-]\d[\d ()-]{5,}\d"),
        ("email", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("headcount", r"\d (?:people|employees|workers|staff)\b"),
        ("website", r"https?://\w|\bwww\.\w"),
        ("discount", r"[一二三四五六七八九\d](?:点[一二三四五六七八九\d])?折|打折|减半|半价|half[- ]price|(?:\d%|per cent|percent) (?:off|discount)"),
        ("deposit", r"押[一二两三四五六七八九十\d]付[一二两三四五六七八九十\d]"),
        ("payment", r"押[一二两三四五六七八九十\d]付[一二两三四五六七八九十\d]"),
    )
)  # fmt: skip


def shown(plain: str) -> frozenset[str]:
    """The concepts that a folded text shows by a value alone."""
    return frozenset(key for key, sign in _SIGNS if sign.search(plain))
