"""What no park's records answer: other languages, tasks of other kinds, signs without words."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final

from avatars.guides.knowledge.fold import folded

_SCRIPTS: Final = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7af\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f]"
)
"""Kana, hangul, Cyrillic, Hebrew, Arabic, the scripts of India, Thai."""
_WORDS: Final = re.compile(
    r"\b(?:où|est|le|la|les|des|une|combien|coûte|quel|quelle|comment|pour|dans|avec|je|vous|nous|quand"
    r"|wo|ist|die|der|das|wie|viel|kostet|und|ich|wann|gibt|welche|nicht|bitte"
    r"|cuánto|cuesta|dónde|está|el|los|las|qué|cómo|cuándo|hay|por|para"
    r"|quanto|dove|sono|che|della|onde|fica|quando|custa)\b"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_ENGLISH: Final = re.compile(
    r"\b(?:the|is|are|what|how|where|when|who|which|do|does|can|may|of|for|in|and|to|my|your|i|we)\b"
)
_FOREIGN: Final = 0.25
"""The share of words of another script or language from which on a question is not read."""
_TASKS: Final = re.compile(
    r"(?:写|作|编)(?:一?[首篇段个封份]).{0,12}(?:诗|歌词|小说|故事|代码|程序|脚本|笑话|情书|作文|论文)|写代码|作诗|讲个?(?:一?个)?(?:笑话|故事)|唱(?:一?首)?歌[给吧]|把.{1,60}翻译成"
    r"|\b(?:write|compose|make up|tell)(?: me| us)? (?:a|an|some) (?:\w+ ){0,2}(?:poem|song|story|joke|essay|script|code|haiku)\b|^(?:please |can you |could you )?translate\b.{0,60}\b(?:to|into)\b|\bsing (?:me )?a song"
)
_SUM: Final = re.compile(
    r"\d\s*(?:[+*×÷x-]|乘以?|加上?|减去?|除以|times|plus|minus|divided by|multiplied by)\s*\d[\d.]*\s*(?:等于|得多少|=)"
    r"|^(?:what is|what's|calculate|compute|计算)\s*\d[\d.]*\s*(?:[+*×÷x-]|times|plus|minus|divided by|multiplied by)\s*\d"
)
_WORLD: Final = re.compile(
    r"\b(?:should i|do i|would you|who (?:do|did) you|who (?:should|will|would) \w+) vote\b|\bvote for\b|meaning of life|\bhoroscope|\bstar sign"
    r"|(?:投票|投)给谁|该投谁|人生的意义|星座运势|(?:苹果|华为|小米|荣耀|三星)手机.{0,6}(?:多少钱|什么价|价格|几块)|\biphones?\b.{0,16}\bcosts?\b|\bhow much (?:is|are|does|do) (?:an? |the )?iphones?\b"
)
"""Matters of the world at large, on which a park takes no side and keeps no prices."""
_AGAIN: Final = re.compile(r"([^\d\s][^\d]{0,15}?)(?:\s*\1){3,}")


def is_beyond(text: str) -> bool:
    """Whether a question is in a language, or asks for work, that records are no help with."""
    plain = folded(text)
    return _is_foreign(plain) or any(rule.search(plain) for rule in (_TASKS, _SUM, _WORLD))


def _is_foreign(plain: str) -> bool:
    signs = [sign for sign in plain if sign.isalnum()]
    if len(_SCRIPTS.findall(plain)) > _FOREIGN * len(signs):
        return True
    if _HAN.search(plain) or _ENGLISH.search(plain):
        return False
    words = plain.split()
    return len(_WORDS.findall(plain)) >= max(2, _FOREIGN * len(words))


def once(text: str) -> str:
    """A text without what it only repeats: 你好你好你好你好 is 你好."""
    return _AGAIN.sub(r"\1", text)


def says_nothing(text: str) -> bool:
    """Whether a text is one sign, or signs that are no words at all."""
    return sum(sign.isalnum() for sign in text) < 2
