"""Names and looks of wandering visitors."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

from clients.headless.messages import Body, Language

CHINESE: Final = (
    "王晓明", "李静", "陈思远", "赵一帆", "刘佳宁", "杨帆", "黄子轩", "周雨桐", "吴昊", "徐若曦",
    "孙博文", "马悦", "朱明哲", "胡晓燕", "郭建华", "何嘉怡", "高远", "林清", "罗文博", "郑心怡",
)  # fmt: skip
ENGLISH: Final = (
    "Emma", "Lukas", "Sofia", "Oliver", "Hannah", "Mateo", "Grace", "Noah", "Amelia", "Ravi",
)  # fmt: skip
COLOURS: Final = (
    "#4a7dbd", "#c2703d", "#5c8a5a", "#8a6fae", "#b3544f", "#3f8f8f", "#a8893a", "#6b7785",
)  # fmt: skip
"""sRGB: quiet colours that are told apart at a distance."""


def name_of(number: int) -> tuple[str, Language]:
    """The name and the language of the visitor of this number; no two share a name."""
    if number % 3 == 2:
        return _from(ENGLISH, number // 3), "en"
    return _from(CHINESE, number // 3 * 2 + number % 3), "zh-CN"


def _from(names: Sequence[str], at: int) -> str:
    rounds, index = divmod(at, len(names))
    return names[index] + (f" {rounds + 1}" if rounds else "")


def body_of(rng: Random) -> Body:
    """How this visitor looks."""
    return Body(rng.choice(COLOURS), "plain")
