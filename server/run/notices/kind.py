"""What is known of a kind of notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

HOUR: Final = 3600.0
DAY: Final = 24 * HOUR


class Kind(NamedTuple):
    """One kind. ``title`` and ``text`` are templates with ``{names}`` in both languages.

    ``seconds``: a notice that could not be sent within them is given up. ``secret``: its words are
    wiped once it is over, as they would let somebody in.
    """

    zh: str
    en: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    seconds: float = 3 * DAY
    secret: bool = False


def both(zh: str, en: str) -> Mapping[str, str]:
    """Words in both languages."""
    return {"zh": zh, "en": en}
