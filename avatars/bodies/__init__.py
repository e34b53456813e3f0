"""Bodies of digital humans: which there are. ``build`` makes them, with numpy, when asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BODIES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "xiaojing": {"zh": "小境（女士，盘发）", "en": "Xiaojing (woman, hair up)"},
        "xiaoling": {"zh": "小灵（男士，短发）", "en": "Xiaoling (man, short hair)"},
        "xiaoyun": {"zh": "小云（女士，短发、眼镜）", "en": "Xiaoyun (woman, bob and glasses)"},
    }
)
"""The bodies that a park has by itself: their names, with words for people in both languages."""
