"""Chinese text in one form: compatibility characters and widths (NFKC), simplified characters.

OpenCC's table ``t2s`` turns traditional characters into simplified ones. For comparison alone: what
people wrote is kept as they wrote it.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opencc import OpenCC

HAN: Final = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0x20000, 0x323AF),
)
"""Ideographs of Unicode 15: 〇, the first block with extension A, and those of planes 2 and 3."""


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # its tables are read when the first name is looked at

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in NFKC and simplified characters."""
    whole = text.encode("utf-8", "replace").decode()  # halves of signs come in JSON
    return str(_converter().convert(unicodedata.normalize("NFKC", whole)))


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return any(low <= ord(character) <= high for low, high in HAN)


def folded(text: str) -> str:
    """Only letters, digits and ideographs, simplified and in one case, to compare texts by."""
    plain = simplified(unicodedata.normalize("NFKC", text).casefold())
    return "".join(each for each in plain if each.isalnum())
