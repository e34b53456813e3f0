"""What a question wants: the things that an answer must speak of, and the kind of its value."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from avatars.guides.extractive.heads import head, owners
from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.stems import stem
from avatars.guides.knowledge.terms import Mark, Terms, pairs, terms
from avatars.guides.knowledge.tokens import CODE, CONCEPT

NeedKind = Literal["concept", "code", "name", "word", "han"]
Form = Literal["plain", "yes_no", "list", "most", "least"]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that an answer must speak of. ``hard``: without it nothing is an answer."""

    kind: NeedKind
    text: str
    weight: float
    keys: tuple[tuple[str, float], ...] = ()
    hard: bool = False
    type: str = ""
    seen: bool = True
    is_head: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Wants:
    """A question taken apart. ``years`` are the ones it names."""

    text: str
    terms: Terms
    lang: Lang
    needs: tuple[Need, ...]
    types: frozenset[str]
    form: Form
    years: tuple[int, ...]
    today: date
    is_vague: bool
    """Whether it names nothing that could be looked up."""


_SCOPE: Final = re.compile(r"园|基地|你们|\b(?:park|site|campus|here|estate|you)\b")


_TYPES: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("phone", r"电话|手机号?|号码(?!牌)|热线|打给谁|\bphone|telephone|hotline|number (?:to|should|can) |call\b.*number|contact number"),
        ("email", r"邮箱|电子邮件|email|e-mail|mail address"),
        ("url", r"网址|官网|网站|website|\burl\b|web site|web page"),
        ("percent", r"百分之几|百分之多少|几成|比例|几折|多少个?百分|percent|per cent|what proportion"),
        ("time", r"几点|开放时间|营业时间|上班时间|服务时间|供应时间|用餐时间|开到|什么时间(?:开|关)|时段|what time|opening hours|opening times|business hours|office hours|(?:when|what time).{0,24}\b(?:open|close)|what are the hours|首班|末班|几点发|\bhours of\b"),
        ("distance", r"多远|几公里|多少公里|距离|多少米远|how far|distance"),
        ("span", r"多久|多长时间|几天|几个工作日|多少天|多少个?工作日|几个月(?!台)|多少个月(?!台)|几年|多少年|几分钟|多少分钟|几小时|办理时限|how long (?:does|will|is the|do|did|until|before|can|may|must|would|should|has|have)|how many (?:working |business |calendar )?(?:days|months|years|weeks|minutes|hours)|how soon|how quickly|turnaround"),
        ("money", r"多少钱|几块|几元|多少元|几毛|怎么收费|收费标准|什么价|多贵|价钱|价格|费用|租金|押金.{0,4}多少钱|how much (?:is|are|for|rent|money|to)\b|how much (?:does|do|will|would|should|must|did|can|could) .*(?:cost|rent|fee|price|pay|charge|deposit)|\b(?:cost|price|fare|tariff|toll)s?\b|(?:price|cost|fee|charge|rent|tariff|rate)s? (?:of|for|per|in)\b|what.{0,24}(?:price|cost|fee|charge|rent|tariff)\b|how expensive|几万|多少万|元钱"),
        ("weight", r"多重|重多少|重量|how heavy|weigh"),
        ("length", r"多高|多宽|多长(?!时间)|多深|多厚|尺寸|how (?:tall|high|wide|deep|thick)|\bsizes?\b|dimensions?"),
        ("area", r"面积|多少平|多少亩|how (?:big|large)|what size|floor area"),
        ("speed", r"多快|时速|转速|限速|how fast|speed"),
        ("heat", r"温度|多少度|temperature|how (?:hot|cold)"),
        ("load", r"荷载|承重|承载|floor load|how much weight"),
        ("power", r"功率|多少千瓦|多少千伏安|电容量|how much power|power capacity"),
        ("data", r"(?:文件|附件|图片|照片|视频|内存|显存|带宽|网速|宽带|存储).{0,8}多[大少快]|多大的?(?:文件|附件|内存|带宽)|how (?:big|large).{0,16}file|file size|largest file|bandwidth|how much (?:memory|storage)|internet speed"),
        ("firms", r"多少家|几家|how many (?:companies|firms|tenants|enterprises|businesses)"),
        ("people", r"多少人|几个人|多少员工|员工人数|多少名|how many (?:people|employees|staff|persons|guests|visitors|seats|workers)"),
        ("date", r"什么时候|何时|哪天|几号|几月|哪年|哪一年|日期|截止|什么日子|^when\b|since when|\bwhen (?:is|are|does|do|did|was|were|will|can|must|should)\b|what date|what day|which (?:year|date|day|month)|what year|deadline|by when"),
        ("place", r"在哪|哪里|哪儿|哪条路|什么路|何处|地址|位置|什么地方|几楼|哪层|哪栋|哪座|哪幢|哪个楼|[去到在]哪|\bwhere\b|address|location|which (?:floor|building|hall)"),
        ("who", r"谁|哪位|何人|联系人|哪家(?:公司|企业|单位)|哪个(?:部门|公司|单位)|\bwho\b|whom|which (?:department|company|team|firm)"),
        ("number", r"多少|几(?:个|家|部|台|栋|间|层|座|辆|张|条|项|种|名|位|次|米|吨|千|度|人|套|批|件|只|根|把|支|户|期|亩|分|天|组|处|所)|多[大高重宽长深快厚]|how (?:many|much|high|tall|big|large|heavy|wide|long|deep|fast|strong|thick|often)"),
    )
)  # fmt: skip
_FORMS: Final[tuple[tuple[Form, re.Pattern[str]], ...]] = (
    ("least", re.compile(r"最(?:低|便宜|少|小|近|短|早|矮|轻|窄|实惠|划算)的?(?!多|招|限)|\b(?:cheapest|lowest|smallest|least expensive|shortest|nearest|closest|fewest|lightest|earliest)\b")),
    ("most", re.compile(r"最(?:高|贵|多|大|远|长|晚|重|宽|快|新)的?|\b(?:highest|largest|biggest|most expensive|longest|farthest|tallest|strongest|heaviest|widest|fastest|latest|greatest)\b")),
    ("list", re.compile(r"哪些|有什么(?!区别|时间)|都有啥|有啥|哪几|列出|列举|分别|都包括|包括什么|包含什么|清单|哪几种|\bwhich (?:\w+ ){0,2}(?:are|have|do|can|offer)|what (?:kinds?|types?|sorts?)|\blist\b|what (?!is\b|are the (?:opening|hours|working|business))(?:\w+ ){0,3}(?:are there|are available|do you have|does the park|are required|do i need|are needed|must i)|name (?:all|the)|what are the|有几种|什么材料|什么资料|什么条件")),
    ("yes_no", re.compile(r"吗\W*$|吗[,，?？]|是否|能不能|可不可以|有没有|能否|是不是|可否|有无|会不会|要不要|^(?:is|are|do|does|did|can|could|may|will|would|has|have|am|should|must)\b")),
)  # fmt: skip
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|\b)")
_TOPIC: Final = re.compile(r"的|(?:公司|科技|集团|大厦|工厂|有限)")


def wants(text: str, library: Library, lang: Lang, today: date) -> Wants:
    """A question taken apart against what a library knows."""
    plain = folded(text)
    found = terms(text)
    form: Form = next((form for form, rule in _FORMS if rule.search(plain)), "plain")
    kinds = frozenset(kind for kind, rule in _TYPES if rule.search(plain))
    if form == "yes_no" or _IS_IT.search(plain):
        kinds = frozenset()
    years = tuple(int(found[1]) for found in _YEAR.finditer(plain))
    kinds = _widened(kinds, found)
    needs = _needs(text, found, library, head(found, lang), owners(found, lang))
    vague = _is_vague(plain, needs)
    return Wants(plain, found, lang, _scaled(needs), kinds, form, years, today, vague)


_SHARED: Final = frozenset({"escalation", "subsidy", "discount", "rent_subsidy", "tax"})
"""Of these one is told a part as often as a sum."""


def _widened(kinds: frozenset[str], found: Terms) -> frozenset[str]:
    """Kinds that do as well: a span or an hour for a day, a part for a sum."""
    more: set[str] = set()
    if "date" in kinds:
        more |= {"time", "span"}
    if kinds & {"money", "number"} and found.concepts & _SHARED:
        more |= {"percent", "money"}
    return kinds | more


_EMPTY: Final = frozenset("procedure fee price time_word situation payment permitted apply".split())


def _is_vague(plain: str, needs: list[Need]) -> bool:
    if _SCOPE.search(plain) or any(_says_something(need) for need in needs):
        return False
    return len(plain) <= 12 or (plain.isascii() and len(plain.split()) <= 6)


def _says_something(need: Need) -> bool:
    empty = need.kind == "concept" and all(key in _EMPTY for key, _ in need.keys)
    return need.weight >= 0.3 and not need.asks and not empty


_IS_IT: Final = re.compile(r"吗[?？]?\s*$|^(?:is|are|do|does|can|could|may|will|has|have|am)\b(?!.*\bhow\b)")


def _scaled(needs: list[Need]) -> tuple[Need, ...]:
    """Weak needs count when there are no others."""
    if any(need.weight >= 0.3 for need in needs):
        return tuple(needs)
    return tuple(replace(need, weight=1.0 if need.weight < 0.15 else need.weight) for need in needs)


def _needs(
    text: str, found: Terms, library: Library, asked: Mark | None, of: list[Mark]
) -> list[Need]:
    named = list(_named(found.text, library))
    made = [_name(found.text[a:b], library) for a, b in named]
    for n, mark in enumerate(found.marks):
        if any(a <= mark.start and mark.end <= b for a, b in named):
            continue
        after = found.text[mark.end : mark.end + 4]
        need = _need(mark, text, after, library, n == 0)
        if need is not None:
            need = _as_head(need) if mark == asked else need
            made.append(replace(need, hard=True) if mark in of and need.weight >= 0.5 else need)
    return made


def _as_head(need: Need) -> Need:
    """What is asked for by name counts more, and must be met."""
    if need.weight < 0.3 or need.kind == "code":
        return need
    return replace(need, weight=max(need.weight, 0.9), hard=True, is_head=True)


def _named(plain: str, library: Library) -> list[tuple[int, int]]:
    """Where names of the records stand in a question, longest first, none inside another."""
    spans: list[tuple[int, int]] = []
    inside = (name for name in library.names if name in plain and _is_proper(name))
    for name in sorted(inside, key=lambda name: (-len(name), name)):
        for match in re.finditer(_bounded(name), plain):
            a, b = match.span()
            if not any(x < b and a < y for x, y in spans):
                spans.append((a, b))
    return spans


def _bounded(name: str) -> str:
    left = r"(?<![a-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    right = r"(?![a-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return left + re.escape(name) + right


def _is_proper(name: str) -> bool:
    """Whether a name of the records is one by itself, rather than a heading of plain words."""
    if re.search(r"[的与和及、,，:：]| (?:and|of|for|the|to|in) ", name):
        return False
    marks = terms(name).marks
    plain = sum(m.end - m.start for m in marks if m.kind in ("concept", "stop", "code"))
    return plain <= 0.6 * len(name)


def _name(name: str, library: Library) -> Need:
    share = library.share(name)
    return Need("name", name, 0.2 if share >= 0.3 else 1.4, hard=share < 0.3)


def _need(mark: Mark, text: str, after: str, library: Library, first: bool) -> Need | None:
    match mark.kind:
        case "concept":
            return _concept(mark, library)
        case "code":
            return _code(mark, library)
        case "word":
            return _word(mark, text, library, first)
        case "han":
            return _han(mark, after, library)
    return None


LIGHTER: Final = frozenset(
    "annual monthly daily hourly first_year one_off minimum maximum unit building floor_level night"
    " lease weekday permitted equipment payment advance amount version policy review apply booking".split()
)
"""Concepts that qualify what is asked for, and are often left unsaid where it is on record."""
_ASKING: Final = re.compile(
    r"有?多[大高宽深长重远久快贵]|在?哪里?|在?哪儿|位置|地点|在什么地方|什么地方|几点.{0,2}|找谁|联系谁|问谁|做什么|干什么|怎么样|什么时候|何时|多少.{0,2}|几[个年月天元块]|最[高多]多少|给多少|补多少|奖多少|how (?:much|many|high|tall|big|large|heavy|wide|long|deep|fast|far|soon|often|how)|where|when|what time|how long.*|how many.*|how much.*|who.*|谁|怎么(?:走|去|来|收|办)?|尺寸|大小|sizes?|what size|dimensions?|要多久|多长时间|[在去到]?哪[栋层年天座幢个](?:楼|建筑)?|几楼|[在去到]哪"
)


def _concept(mark: Mark, library: Library) -> Need:
    table = lexicon().concepts
    strong = [key for key in mark.keys if not table[key].weak]
    if not strong:
        return Need("concept", mark.text, 0.08, tuple((key, 1.0) for key in sorted(mark.keys)))
    if _ASKING.fullmatch(mark.text) or all(table[key].asks for key in strong):
        kind = next((table[key].type for key in strong if table[key].type), "")
        keys = tuple((key, 1.0) for key in sorted(strong))
        return Need("concept", mark.text, 0.18, keys, type=kind, asks=True)
    own = [key for key in strong if key not in ("fee", "price")] or strong
    rare = {key: rarity(library, CONCEPT + key) for key in own}
    most = max(rare.values())
    asked = any(table[key].asked for key in own)
    weight = (1.2 if asked else 1.0) * (0.45 + 0.55 * most)
    if set(own) <= {"fee", "price"}:
        weight = 0.25
    keys = tuple(sorted((key, max(0.5, value / most)) for key, value in rare.items()))
    if set(own) <= LIGHTER:
        weight = min(weight, 0.3)
    seen = any(library.frequency.get(CONCEPT + key) for key in own)
    type_ = next((table[key].type for key in own if table[key].type), "")
    return Need("concept", mark.text, weight, keys, type=type_, seen=seen)


def _code(mark: Mark, library: Library) -> Need:
    (key,) = mark.keys
    if key.startswith(("year:", "nth:")):
        return Need("code", mark.text, 0.15 if key.startswith("y") else 0.6, ((key, 1.0),))
    seen = bool(library.frequency.get(CODE + key))
    return Need("code", mark.text, 1.2, ((key, 1.0),), True, seen=seen)


def _word(mark: Mark, text: str, library: Library, first: bool) -> Need:
    (root,) = mark.keys
    proper = text[mark.start : mark.start + 1].isupper() and not first
    rare = rarity(library, root)
    seen = bool(library.frequency.get(root))
    if library.share(mark.text) >= 0.3:
        return Need("word", mark.text, 0.15, ((root, 1.0),))
    if root in lexicon().light or root in lexicon().stops:
        return Need("word", mark.text, 0.12, ((root, 1.0),))
    weight = (1.4 if proper else 0.8) * (0.4 + 0.6 * rare)
    if not seen and not proper:
        weight *= 1.0 if _modifies(mark, text) else 0.5
        proper = proper or _modifies(mark, text)
    return Need("word", mark.text, weight, ((root, 1.0),), proper, seen=seen)


_NUMERAL: Final = re.compile("^[一二三四五六七八九十百千]{2,}")


_MODIFIES: Final = re.compile(r"[ -]([a-z]{3,})")


def _modifies(mark: Mark, text: str) -> bool:
    """Whether an English word stands right before another that has content: nitrogen gas."""
    after = _MODIFIES.match(folded(text), mark.end)
    if after is None:
        return False
    root = stem(after[1])
    return root not in lexicon().stops and root not in lexicon().light


def _han(mark: Mark, after: str, library: Library) -> Need:
    if len(mark.text) == 1:
        seen = bool(library.frequency.get(mark.text))
        return Need("han", mark.text, 0.15 if seen else 0.45, ((mark.text, 1.0),), seen=seen)
    if library.share(mark.text) >= 0.3:
        return Need("han", mark.text, 0.15)
    core = _NUMERAL.sub("", mark.text)
    grams = pairs(core if len(core) > 1 else mark.text)
    seen = [gram for gram in grams if library.frequency.get(gram)]
    rare = max(rarity(library, gram) for gram in grams)
    weight = min(1.6, 0.75 + 0.2 * (len(mark.text) - 2)) * (0.4 + 0.6 * rare)
    hard = not seen and bool(_TOPIC.match(after))
    if not seen and not hard:
        weight *= 0.6
    return Need(
        "han", mark.text, weight, tuple((gram, 1.0) for gram in grams), hard, seen=bool(seen)
    )


def rarity(library: Library, token: str) -> float:
    """How rare a token is among the passages: 0 in all of them, 1 in none."""
    size = len(library.cuts) or 1
    frequency = library.frequency.get(token, 0)
    return max(0.0, math.log((size + 1) / (frequency + 0.5)) / math.log((size + 1) / 0.5))
