"""From when until when a record says of itself that it holds."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, Protocol

from avatars.guides.knowledge.dates import DAY, day_of, days
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.numerals import chinese_value


class Validity(NamedTuple):
    """The first and the last day; ``repealed`` when it says that it holds no more."""

    first: date | None = None
    last: date | None = None
    repealed: bool = False


NEVER: Final = date(1970, 1, 1)
"""The last day of what was repealed without saying when."""
_WORK: Final = "施行|实施|执行|生效|启用|起用"
_DEAD: Final = "废止|失效|作废|到期|终止|停止执行|停止使用|不再执行|不再适用"
_TO: Final = r"\s*(?:至|到|-|—|~|to|until|through|till|and)+\s*"
_SELF: Final = re.compile(
    r"(?:本|此)(?:办法|政策|通知|规定|细则|文件|价目表|价格|标准|措施|意见|手册|指南|方案|条例|制度|公告|表|版|页|资料|租金表|收费标准|价格表|优惠|说明|清单|协议)"
    r"|\bthis (?:policy|notice|document|price list|scheme|regulation|version|measure|guide|handbook|programme|program|rule|tariff|sheet|edition|page|circular)|\bthese (?:rules|measures|prices|regulations|rates|provisions)"
)
_SPAN: Final = re.compile(
    rf"(?:有效期限?|执行期限?|适用期限?|执行时间|有效时间|有效|validity(?: period)?|valid|effective|in force)[^\n。;；]{{0,8}}?(?P<a>{DAY}){_TO}(?P<b>{DAY})"
)
_UNTIL: Final = re.compile(
    rf"(?:有效期限?|有效|执行|实施|施行|适用)[^\n。;；,，]{{0,6}}?(?:至|到|截至|截止)[^\n\d二。]{{0,4}}(?P<a>{DAY})"
    rf"|(?:失效日期|到期日|截止有效|废止日期|valid_until|expiry date|expiration date|end date)\s*[:：]?\s*(?P<b>{DAY})"
    rf"|(?:至|到)\s*(?P<c>{DAY})\s*(?:止|有效|为止)"
    rf"|(?:valid|effective|in force|applies|apply|remains in force|holds)\s*(?:only )?(?:until|till|through|to|up to)[: ]+(?:the end of )?(?P<d>{DAY})"
    rf"|(?:expires?|expired|lapses?|lapsed|ends?|ended)\s*(?:on|at the end of|:)?\s+(?P<e>{DAY})"
)
_DEAD_FROM: Final = re.compile(
    rf"(?:自|于|从)?\s*(?P<a>{DAY})\s*(?:起|之日起|以后|后)?\s*(?:正式)?(?:予以)?(?:{_DEAD})"
    rf"|(?:repealed|withdrawn|superseded|replaced|abolished|discontinued|no longer (?:in force|valid|applies))[^\n.]{{0,40}}?(?:on|from|as of|since|with effect from)\s+(?P<b>{DAY})"
)
_FROM: Final = re.compile(
    rf"(?:自|从|于)?\s*(?P<a>{DAY})\s*(?:起|开始|之日起)?\s*(?:正式)?(?:{_WORK})"
    rf"|(?:生效日期|生效时间|施行日期|实施日期|执行日期|valid_from|起始日期|effective date|start date)\s*[:：]?\s*(?P<b>{DAY})"
    rf"|(?:effective|valid|in force|applies|takes effect|comes? into force|came into force)\s*(?:from|as of|on|since|:|starting)?\s*(?P<c>{DAY})"
)
_YEARS: Final = re.compile(
    r"有效期限?为?\s*(\d{1,2}|[一二两三四五六七八九十])\s*(年|个月)|valid for (\w+) (years?|months?)"
)
_DEAD_SELF: Final = re.compile(
    rf"(?:本|此|该)(?:办法|政策|通知|规定|细则|文件|价目表|标准|措施|方案|版)?(?:现?已)(?:经)?(?:{_DEAD})"
    rf"|^[^\n《]{{0,30}}[(（\[【](?:现?已)?(?:{_DEAD}|旧版|历史版本|存档)[)）\]】]|状态\s*[:：]\s*(?:现?已)?(?:{_DEAD})"
    r"|status\s*:\s*(?:repealed|expired|superseded|withdrawn|obsolete|archived|deprecated|draft)"
    r"|this \w+(?: \w+)? (?:has been|is|was) (?:now )?(?:repealed|withdrawn|superseded|abolished|replaced|no longer|obsolete|out of date)"
    r"|^[^\n]{0,80}[(\[](?:repealed|expired|superseded|withdrawn|obsolete|archived|old version)[)\]]",
    re.MULTILINE,
)
_WORDS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
HEAD: Final = 700
"""Characters at the beginning in which a record speaks of itself without saying so."""
TAIL: Final = 300


def validity(text: str, title: str = "") -> Validity:
    """What a record says of its own validity in its title, its first lines, or of "this policy"."""
    plain = folded(f"{title}\n{text}")
    first = last = None
    for place in _places(plain):
        a, b = _bounds(place)
        first, last = first or a, last or b
        if b is None and first and (years := _YEARS.search(place)):
            last = last or _after(first, years)
    deep = re.search(r"\n##+ |\n[一二三四五六七八九十]+、", plain)
    head = plain[: min(HEAD, deep.start() if deep else HEAD)]
    repealed = last is None and bool(_DEAD_SELF.search(head))
    return Validity(first, last, repealed)


_OPENED: Final = re.compile(
    rf"(?:本|此|该|this )\S{{0,8}}[^。\n]{{0,12}}(?:{_DEAD}|{_WORK}|有效期|valid|in force|takes effect)"
)


def _places(plain: str) -> Iterator[str]:
    """Lines in which a record speaks of itself as a whole."""
    deep = re.search(r"\n##+ |\n[一二三四五六七八九十]+、", plain)
    head = min(HEAD, deep.start() if deep else HEAD)
    tail = len(plain) - TAIL if not deep else len(plain)
    many = len(_OPENED.findall(plain)) > 1
    at = 0
    for sentence in re.split(r"(?<=[。\n])", plain):
        of_itself = bool(_SELF.search(sentence)) and (at < head or not many)
        here = at < head or at >= tail
        of_another = re.search(r"[《》]|原\S{0,12}(?:废止|失效)", sentence)
        if len(sentence) < 400 and (of_itself or (here and not of_another)):
            yield sentence
        at += len(sentence)


def _bounds(sentence: str) -> tuple[date | None, date | None]:
    first = last = None
    if found := _SPAN.search(sentence):
        return _first(found), _last(found, "b")
    if re.search("长期有效|永久有效|indefinitely|until further notice", sentence):
        found = _FROM.search(sentence) or re.search(rf"(?P<a>{DAY})\s*(?:起|开始)", sentence)
        return (_first(found) if found else None), None
    if found := _UNTIL.search(sentence):
        last = _last(found)
    ends_another = re.search(r"《[^》]*》[^。]{0,12}(?:同时)?(?:废止|失效)", sentence)
    if not ends_another and (found := _DEAD_FROM.search(sentence)):
        day = _first(found)
        last = last or (day - timedelta(days=1) if day else None)
    if found := _FROM.search(sentence):
        first = _first(found)
    return first, last


def of_section(sentence: str) -> Validity:
    """The days that a sentence gives to the section or item it stands in."""
    plain = folded(sentence)
    if not _MAY_DATE.search(plain):
        return Validity()
    if _DEAD_HERE.search(plain) and not re.search(r"[《》]", plain):
        first, last = _bounds(plain)
        return Validity(None, last or NEVER)
    first, last = _bounds(plain)
    return Validity(first, last) if last is not None or _FROM_ALONE.search(plain) else Validity()


_MAY_DATE: Final = re.compile(
    rf"有效|施行|实施|执行|期限|{_DEAD}|valid|in force|effective|expire|repeal|withdrawn|supersed|no longer|ended|lapse|applies"
)
_DEAD_HERE: Final = re.compile(
    r"(?:本条|本项|本款|本节|本政策|该政策|该条|该项|现|已经?|均已)(?:于[^。]{0,20})?(?:正式)?(?:废止|失效|作废|到期|停止执行|终止)(?!前|后|时|的|日)"
    r"|\b(?:has|have|is|was|were) (?:now |since )?(?:been )?(?:repealed|withdrawn|expired|superseded|abolished|discontinued|no longer (?:in force|valid|available))"
)
_FROM_ALONE: Final = re.compile(
    r"^\W*(?:生效|施行|实施|执行)(?:日期|时间|期限)?\s*[:：]|(?:本条|本项|本政策|本办法|该政策)\s*自|(?:本条|本项|本政策)于"
    r"|^\W*(?:effective|valid|in force)\b|this (?:measure|scheme|grant|section|offer|policy) (?:takes effect|applies|starts)"
)


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...


_LAST_NAME: Final = re.compile(
    r"失效|有效期至|有效期止|到期|截止有效|终止|结束日期|valid (?:until|to|till|through)|valid_until|expir|end date|until|^to$"
)
_FIRST_NAME: Final = re.compile(
    r"生效|起始|施行|实施日期|开始日期|执行日期|valid from|valid_from|effective|start date|^from$"
)
_SPAN_NAME: Final = re.compile(r"有效期|实施期限|执行期限?|适用期|in force|validity|valid$|period")
_STATE_NAME: Final = re.compile(r"状态|status|state")


def of_row(cells: Sequence[_Named]) -> Validity:
    """The days that the cells of a row give it, by the names of their columns."""
    first = last = None
    for cell in cells:
        name, text = folded(cell.name), folded(cell.text)
        found = list(days(text))
        if _STATE_NAME.search(name) and re.search(rf"{_DEAD}|expired|repealed|withdrawn", text):
            last = last or NEVER
        elif not found:
            continue
        elif _LAST_NAME.search(name):
            last = found[-1].last
        elif _FIRST_NAME.search(name):
            first = found[0].first
        elif _SPAN_NAME.search(name):
            last = found[-1].last if len(found) > 1 or re.search("至|到|until|to", text) else None
            first = found[0].first if len(found) > 1 or last is None else first
    return Validity(first, last)


def _words(found: re.Match[str], group: str = "") -> str:
    groups = found.groupdict()
    return groups[group] if group else next((v for v in groups.values() if v), "")


def _first(found: re.Match[str]) -> date | None:
    read = day_of(_words(found))
    return read[0] if read else None


def _last(found: re.Match[str], group: str = "") -> date | None:
    read = day_of(_words(found, group))
    return read[1] if read else None


def _after(first: date, found: re.Match[str]) -> date | None:
    raw = found[1] or found[3]
    count = int(raw) if raw.isdigit() else int(chinese_value(raw) or _WORDS.get(raw, 0))
    if not count:
        return None
    months = count if (found[2] or found[4]).startswith(("个月", "month")) else count * 12
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, 28)) - timedelta(days=1)
