"""Small talk: greetings, thanks, who one is; it needs no records."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final

from avatars.guides.knowledge.fold import folded

_RULES: Final = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("hello", r"(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|大家好|hello|hi|hey|good (?:morning|afternoon|evening)|greetings)(?:[呀啊]|there|\s)*"),
        ("thanks", r"(?:好的?|ok)?[,，\s]*(?:谢谢|多谢|感谢|谢了|辛苦了|thanks?|thank you|cheers)(?:[你您啦了]|a lot|very much|so much|\s)*"),
        ("bye", r"(?:再见|拜拜|回头见|bye|goodbye|see you)(?:[啦了]|later|\s)*"),
        ("who", r"(?:你|您)(?:到底|究竟)?(?:是谁|叫什么(?:名字)?|是什么|(?:到底)?是不是(?:真人|机器人|人|ai)|是(?:一个|个)?真人吗|是(?:一个|个)?机器人吗|是人吗|是ai吗)|who are you|what are you|what(?:'s| is) your name|are you (?:an? )?(?:real )?(?:human|real|robot|ai|person|bot|machine|human being)(?: being| person)?|are you (?:real|human)|how old are you|(?:你|您)(?:今年)?(?:几岁|多大年纪|多大岁数|多少岁)"),
    )
)  # fmt: skip
_EDGES: Final = " \t\n。，,.!！?？~、…"


def small_talk(text: str) -> str:
    """Which small talk a text is; empty when it is none, or asks for more besides."""
    plain = folded(text).strip(_EDGES)
    for key, rule in _RULES:
        if rule.fullmatch(plain):
            return key
    return ""
