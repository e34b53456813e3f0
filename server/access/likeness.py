"""Whether one name can be taken for another, or for a word that means staff.

A name's *likeness* is what is left of it once everything is gone that a reader may overlook: width,
case, accents, spaces and signs (Unicode's NFKC and NFKD forms and case folding), and letters of
other scripts that look like Latin ones (UTS #39 calls this a skeleton; only the commonest of its
pairs are here). Names with the same likeness count as the same name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from server.access.roles import STAFF, WORDS

_CYRILLIC = dict(zip("авеікмнорстухјѕԁԛԝ", "abeikmhopctyxjsdqw", strict=True))
_GREEK = dict(zip("αβεηικνορτυχγ", "abenikvoptuxy", strict=True))
_OTHERS = {
    "0": "o", "1": "l", "|": "l", "5": "s", "$": "s", "@": "a", "3": "e", "4": "a", "7": "t",
    "i": "l", "ı": "l", "ɩ": "l", "ɑ": "a", "ɡ": "g", "ո": "n", "օ": "o", "ս": "u", "ᴏ": "o",
    "ᴀ": "a", "ᴇ": "e", "ᴛ": "t", "ʀ": "r", "ᴘ": "p", "ƽ": "s", "ꜱ": "s", "〇": "o", "○": "o",
}  # fmt: skip
_HAN = dict(zip("運營園區經講員創審計監管辦導", "运营园区经讲员创审计监管办导", strict=True))
CONFUSABLES: Final = str.maketrans({**_CYRILLIC, **_GREEK, **_OTHERS, **_HAN})
"""Letters as those they are taken for. ``i`` and ``l`` count as one, as do ``0`` and ``o``."""

_ALSO: Final = (
    "官方", "客服", "管理员", "管理者", "工作人员", "版主", "站长", "系统", "系统消息", "灵境官方",
    "admin", "administrator", "moderator", "official", "staff", "support", "system", "root",
    "оператор", "администратор", "модератор",
)  # fmt: skip
_WHOLE_ONLY: Final = ("系统", "站长", "创作者", "主持人")
"""Chinese words that are part of honest names too: a systems engineer, an independent creator."""
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def likeness(name: str) -> str:
    """What of a name tells it from others; empty when nothing does."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    """The words of a name, each as its likeness."""
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    bare = "".join(c for c in wide if not unicodedata.category(c).startswith(("M", "C")))
    return _WORD.findall(bare.translate(CONFUSABLES))


def _reserved() -> tuple[frozenset[str], tuple[str, ...]]:
    named = {text for role in STAFF for text in (WORDS[role].zh, WORDS[role].en)} | set(_ALSO)
    alike = {likeness(word) for word in named}
    parts = {word for word in alike if not word.isascii()} - set(map(likeness, _WHOLE_ONLY))
    return frozenset(alike), tuple(sorted(parts))


RESERVED, RESERVED_PARTS = _reserved()
"""Words that mean staff: as a whole name or one word of it; Chinese ones also inside a word."""


def is_reserved(name: str) -> bool:
    """Whether somebody with this name would be taken for staff."""
    words = _words(name)
    whole = "".join(words)
    return (
        whole in RESERVED
        or any(word in RESERVED for word in words)
        or any(part in whole for part in RESERVED_PARTS)
    )
