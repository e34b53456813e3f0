"""Both ends of what takes time: who asks when it ends is not told when it begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded

_ASKS: Final = (
    (
        re.compile(
            r"几点[^,，。?？]{0,3}(?:到达?|抵达)(?:\W|$|站)|到达时间|到站时间|什么时候到(?:\W|$|达|站)"
            r"|\barriv(?:e|es|al)\b"
        ),
        re.compile(r"到达|抵达|到站|用时|全程|行程|历时|车程|\barriv|\btakes?\b|journey"),
        re.compile(r"发车|出发|开出|始发|班|\b(?:leave|depart)"),
    ),
    (
        re.compile(
            r"几点(?:钟)?(?:结束|关|收|打烊|停|下班|截止)|结束时间|关门时间|闭馆时间|什么时候(?:结束|关门)"
            r"|(?:what time|when)\b.{0,40}\b(?:close|end|finish|stop)s?\b|closing time"
        ),
        re.compile(
            r"[-–—~～]|[至到]|结束|关|闭|打烊|截止|停止|前|24 ?小时|全天|全年|不打烊"
            r"|\b(?:to|till?|until|by|clos\w*|end\w*|finish\w*|stop\w*|before|last)\b|24"
        ),
        re.compile(r"\d"),
    ),
    (
        re.compile(
            r"几点(?:钟)?(?:开门|开始|开馆|开放)|开门时间|开馆时间|什么时候(?:开门|开始)"
            r"|(?:what time|when)\b.{0,40}\b(?:opens?|starts?|begins?)\b|opening time"
        ),
        re.compile(
            r"[-–—~～]|[至到]|开|起|始|后|24 ?小时|全天|全年"
            r"|\b(?:from|to|open\w*|start\w*|begin\w*|after|since|first|between)\b|24"
        ),
        re.compile(r"\d[^,，。;；]{0,6}(?:前|截止|关|闭|结束)|\b(?:clos|end|until|by|before)"),
    ),
)
"""How one end is asked for, what tells of it, and what tells of another alone."""


@lru_cache(maxsize=32_768)
def differ(question: str, said: str) -> bool:
    """Whether a question asks for one end of a span and what is said tells of another alone."""
    one, two = folded(question), folded(said)
    return any(
        asks.search(one) and not tells.search(two) and other.search(two)
        for asks, tells, other in _ASKS
    )
