"""Names of firms: a region, a trade name, a line of business and a legal form.

企业名称登记管理规定 (State Council decree 734, in force since 2021-03-01), art. 5 to 17, and its
实施办法 (2023). A name conflicts with another of the same trade name in the same line of business
and region, whatever script, width or brackets it is written in (art. 17).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from server.registration import industry_words, name_words, regions, script
from server.registration.errors import Finding, Severity
from server.registration.legal_forms import ending, forms_of

POINTER: Final = "/fields/name"
LONGEST: Final = 100
READ: Final = 400
"""Characters that are looked at: a name with more is too long whatever they are."""
SHORTEST_TRADE_NAME: Final = 2
_BRACKETS: Final = str.maketrans("()[]【】〔〕", "（）（）（）（）")
_GROUP: Final = re.compile(r"（([^（）]*)）")
_BALANCED: Final = re.compile(r"(?:[^（）]|（[^（）]+）)*")
_COMPANY: Final = re.compile(r"(.{2,}?)(?:股份有限公司|有限责任公司|有限公司)(?=.)")
_DOTS: Final = "·・"
ZONES: Final = re.compile(
    r"(?:经济技术开发|高新技术产业开发|工业园|开发|高新|自由贸易试验|综合保税|保税|合作|示范|新)区"
)
"""Places with an administration of their own after a city's name."""


class NameParts(NamedTuple):
    """A name taken apart, simplified; what was not found is empty."""

    region: str
    trade_name: str
    industry: str
    form: str


def normalised(text: str) -> str:
    """The name as a licence prints it: compatibility forms folded, no spaces, brackets （）."""
    plain = unicodedata.normalize("NFKC", text[:READ])
    seen = "".join(each for each in plain if unicodedata.category(each) not in ("Cc", "Cf", "Zs"))
    return unicodedata.normalize("NFKC", seen).translate(_BRACKETS)[:READ]


def check(text: str, *, is_new: bool = True, is_free: bool = False) -> list[Finding]:
    """Everything wrong with a name.

    A firm that exists has its name from an authority, so that words which no new name may hold
    are told as warnings then. ``is_free``: of a form whose names may end in anything.
    """
    name = normalised(text)
    if not name:
        return [_wrong("name_missing")]
    if len(name) > LONGEST:
        return [_wrong("name_long")]
    told = parts(name)
    lacks_form = not (told.form or is_free)
    words = name_words.found(_with_brackets(script.simplified(name)), told.trade_name)
    granted: Severity = "error" if is_new else "warning"
    return [
        *_script_findings(name),
        *([_wrong("name_form_missing")] if lacks_form else []),
        *_trade_findings(told, granted),
        *(_wrong(each.code, granted, each.word) for each in words),
    ]


def parts(text: str) -> NameParts:
    """The name taken apart, as far as the tables of places, businesses and forms know it."""
    name = _with_brackets(script.simplified(normalised(text)))
    form = _form(name)
    body = _parent(name.removesuffix(form)) if form else name
    region, rest = _region(body)
    bracketed = [each for each in _GROUP.findall(rest) if _is_place(each)]
    trade, industry = industry_words.split(_GROUP.sub(_kept, rest))
    return NameParts(region or "".join(bracketed), trade, industry, form)


def folded(text: str) -> str:
    """The whole name with all that does not tell names apart taken out."""
    return script.folded(normalised(text))


def conflicts(a: str, b: str) -> bool:
    """Whether two names cannot both stand in one register (art. 17)."""
    if folded(a) == folded(b):
        return bool(folded(a))
    one, other = parts(a), parts(b)
    same_trade = bool(one.trade_name) and one.trade_name == other.trade_name
    same_place = not (one.region and other.region) or _place(one.region) == _place(other.region)
    return same_trade and same_place and _same_business(one.industry, other.industry)


def similar(a: str, b: str) -> bool:
    """Whether somebody should look at two names: they conflict, or their trade names are near."""
    if conflicts(a, b):
        return True
    one, other = parts(a).trade_name, parts(b).trade_name
    if len(one) < SHORTEST_TRADE_NAME or len(other) < SHORTEST_TRADE_NAME:
        return False
    contained = min(len(one), len(other)) > 2 and (one in other or other in one)
    return one == other or contained or _is_one_off(one, other)


def _wrong(code: str, severity: Severity = "error", about: str = "") -> Finding:
    return Finding(POINTER, code, severity, about)


def _script_findings(name: str) -> list[Finding]:
    strange = [each for each in name if not (script.is_han(each) or each in "（）" + _DOTS)]
    found = [_wrong("name_not_han", about="".join(strange)[:20])] if strange else []
    balanced = _BALANCED.fullmatch(name) is not None
    return found if balanced else [*found, _wrong("name_brackets")]


def _trade_findings(told: NameParts, granted: Severity) -> list[Finding]:
    """What is missing of a name; a few old firms were granted a place for their trade name."""
    found = []
    han = [each for each in told.trade_name if script.is_han(each)]
    if not told.trade_name:
        severity = granted if told.region else "error"
        found.append(_wrong("trade_name_missing", severity))
    elif len(han) < SHORTEST_TRADE_NAME:
        found.append(_wrong("trade_name_short"))
    elif _is_place(told.trade_name):
        severity = granted if told.industry else "error"
        found.append(_wrong("trade_name_place", severity))
    return found


def _with_brackets(name: str) -> str:
    return name.translate(_BRACKETS)


def _form(name: str) -> str:
    """The ending that names the form, with the kind of enterprise before （有限合伙） and such."""
    kinds = sorted(forms_of(name))
    if not kinds:
        return ""
    last = ending(name, kinds[0])
    if not last.startswith("（"):
        return last
    before = name.removesuffix(last)
    inner = sorted(forms_of(before))
    return (ending(before, inner[0]) if inner else "") + last


def _parent(body: str) -> str:
    """Of a branch's name the firm's, without its form: 甲科技有限公司上海 is 甲科技."""
    found = _COMPANY.match(body)
    return found[1] if found else body


def _region(body: str) -> tuple[str, str]:
    """The places at the head of a name, and the rest; two characters at least are left."""
    rest, found = body, ""
    while (place := _place_at_head(rest)) and len(rest) - len(place) >= SHORTEST_TRADE_NAME:
        found, rest = found + place, rest.removeprefix(place)
    return found, rest


def _place_at_head(text: str) -> str:
    bracketed = _GROUP.match(text)
    if bracketed and _is_place(bracketed[1]):
        return bracketed[0]
    zone = ZONES.match(text)
    if zone:
        return zone[0]
    names = regions.names()
    return next((text[:n] for n in range(min(14, len(text)), 1, -1) if text[:n] in names), "")


def _is_place(text: str) -> bool:
    return text in regions.names() or text in ("中国", "全国", "香港", "澳门", "台湾")


def _kept(group: re.Match[str]) -> str:
    """What of a bracket belongs to the trade name: nothing when it names a place or a group."""
    return "" if _is_place(group[1]) or group[1] in ("集团", "控股") else group[1]


def _place(region: str) -> str:
    """A region without the words that say what it is, to compare regions by."""
    return re.sub(r"[省市区县（）]|自治[区州县]|特别行政区", "", region)


def _same_business(one: str, other: str) -> bool:
    """Whether two businesses are one, or either is left out (art. 17)."""
    if not one or not other:
        return True
    return one == other or _head(one) == _head(other)


def _head(industry: str) -> str:
    """A business without the words that say nothing of it."""
    for idle in industry_words.IDLE:
        industry = industry.replace(idle, "")
    return industry


def _is_one_off(one: str, other: str) -> bool:
    """Whether two trade names of three characters or more differ by one of them."""
    if len(one) != len(other) or len(one) < 3:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
