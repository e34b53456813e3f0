"""Words of the privacy pages, in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same in Chinese and English."""

    zh: str
    en: str
