"""Names in a text: firms, people, products, codes, titles in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

KINDS: Final = (
    "股份有限公司|有限责任公司|有限公司|分公司|公司|集团|研究院|研究所|设计院|大学|学院|银行|事务所|"
    "协会|联盟|基金会|委员会|管委会|开发区|实验室|产业园|科技园|博物馆|体育馆|游泳池|健身房|医院|酒店"
)
_FIRM: Final = re.compile(rf"([㐀-鿿（）()]{{0,14}}?)({KINDS})")
_TITLED: Final = re.compile(
    r"([王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
    r"任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    r"向汤][㐀-鿿]{0,2})(先生|女士|小姐|经理|主任|总监|老师|博士|教授|主管|院士|总经理|董事长|书记|局长)"
)
_QUOTED: Final = re.compile(r"[《「『“\"]([^》」』”\"]{2,40})[》」』”\"]")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9&.+'’-]*(?:[ ][A-Z][A-Za-z0-9&.+'’-]*)*")
_CODE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,6}-?\d[\dA-Za-z]*(?:-\d+[A-Za-z]?)*|\d+[A-Za-z]{1,3})"
    r"(?![A-Za-z0-9])"
)
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;]\s+|[“\"(]\s*|\n)\s*$")
_UNITS: Final = (
    "m2 m3 km2 mm cm m km kg g t kw mw kwh kva mva kv v w a kn kpa mpa hz ghz db mbps gbps "
    "sqm sq ft ha rmb cny usd eur hkd jpy am pm st nd rd th h min s k pct x c"
)
UNITS: Final = frozenset(_UNITS.split())
_COMMON: Final = (
    "i i'm i'll i've you your yes no ok vr ar xr ai 3d 2d wifi wi-fi app id pdf qr web "
    "e-mail email it monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december chinese "
    "english china mandarin mr ms mrs dr please park centre center hall building floor unit "
    "room exhibit booth desk gate phase line street road avenue north south east west yuan "
    "cbd hr ceo faq"
)
COMMON: Final = frozenset(_COMMON.split())
"""Capitalised words that name nothing in particular."""
_STARTERS: Final = (
    "the a an it its this that these those there here they we he she you your our my their "
    "his her if when where while what which who how why as at by for from in into of on to "
    "with without within under over up upon about after before between both each every all "
    "any some many most more no not none only also and but or so yes please let's let "
    "thanks thank hello hi welcome sorry rent rents floor area tenants visitors companies "
    "firms according since until during currently today now note however besides apart "
    "based additionally furthermore moreover overall parking electricity water power prices "
    "policies applicants applications registration half exhibitors one two three four five "
    "six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first "
    "second third finally then next can could may might must should would will do does did "
    "is are was were has have had be been being open closed free come follow see look ask "
    "tell sure certainly course unfortunately"
)
STARTERS: Final = frozenset(_STARTERS.split())
"""Words that begin a sentence without naming anything."""
_GENERIC: Final = (
    "这家 该 贵 本 各 一家 您的 你的 哪家 我们 家 的 有 是 和 等 为 让 由 向 与 到 在 找 您 "
    "企业 多家 其他 新"
)
GENERIC: Final = frozenset({"", *_GENERIC.split()})


def names(text: str) -> Iterator[str]:
    """Names that a text gives, as they stand there; the same one may come twice."""
    for found in _TITLED.finditer(text):
        yield found[1]
    yield from (found[1] for found in _QUOTED.finditer(text) if not found[1].isdigit())
    for found in _FIRM.finditer(text):
        if found[1] not in GENERIC:
            yield found[0]
    yield from (found[0] for found in _CODE.finditer(text) if _is_code(found[0]))
    yield from _latin(text)


def is_held(name: str, text: str) -> bool:
    """Whether a text in small letters without blanks holds a name; of a firm, what is its own."""
    bare = squeezed(name)
    if bare in text:
        return True
    firm = _FIRM.fullmatch(name)
    if firm is None:
        return False
    kind = squeezed(firm[2])
    # What precedes the name in its sentence is swept in with it: its own end counts.
    return any(squeezed(firm[1])[at:] + kind in text for at in range(1, max(1, len(firm[1]) - 1)))


def squeezed(text: str) -> str:
    """In small letters, without blanks, hyphens and signs: for comparing names."""
    return re.sub(r"[\s\-_·.,'’()（）&]", "", text).lower()


def _is_code(word: str) -> bool:
    letters = re.sub(r"[\d-]", "", word).lower()
    return (
        word.lower() not in COMMON
        and word.lower() not in UNITS
        and not (word[0].isdigit() and letters in UNITS)
        and letters not in ("rmb", "cny", "usd", "eur", "no")
    )


def _latin(text: str) -> Iterator[str]:
    """Capitalised words: within Chinese every one, in English those that begin no sentence."""
    for found in _LATIN.finditer(text):
        words = found[0].split(" ")
        opens = _SENTENCE.search(text, 0, found.start()) is not None
        if words[0].lower().rstrip(".") in STARTERS and opens:
            words = words[1:]
        kept = [w.strip(".'’-+&") for w in words]
        kept = [w for w in kept if w and _names_something(w)]
        yield from kept


def _names_something(word: str) -> bool:
    small = word.lower().removesuffix("'s").removesuffix("’s")
    capital = any(c.isupper() for c in word)
    return capital and small not in COMMON and small not in UNITS and len(small) > 1
