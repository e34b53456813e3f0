"""Words that exclude each other: who asks about the large room is not answered about the small."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded

_PAIRS: Final = (
    (r"地下", r"地面|地上|露天"),
    (r"室内", r"室外|户外"),
    (r"白天", r"夜间|晚上"),
    (r"客梯", r"货梯"),
    (r"大型", r"小型"),
    (r"单身|单人", r"家庭|双人"),
    (r"冷藏", r"冷冻"),
    (r"首次", r"重新|再次"),
    (r"成人|大人", r"儿童|小孩"),
    (r"进口", r"出口"),
    (r"中央空调", r"分体"),
    (r"单程", r"往返"),
    (r"首班|头班|第一班", r"末班|最后一班"),
    (r"入库", r"出库"),
    (r"装货", r"卸货"),
    (r"旺季", r"淡季"),
    (r"白班", r"夜班"),
    (r"早班", r"晚班"),
    (r"全职", r"兼职"),
    (r"新车", r"二手"),
    (r"购买|买断|出售|购置价", r"租赁|出租|租金"),
    (r"underground", r"surface|ground-level|open-air"),
    (r"indoor", r"outdoor"),
    (r"\b(?:large|big)\b", r"\bsmall\b"),
    (r"passenger (?:lift|elevator)", r"goods lift|freight"),
    (r"\badults?\b", r"child"),
    (r"\bone[- ]way\b", r"\breturn\b"),
    (r"\bsingle\b", r"\b(?:double|family|twin)\b"),
    (r"\bfirst (?:bus|shuttle|train|ferry)", r"\blast (?:bus|shuttle|train|ferry)"),
    (r"\binbound\b", r"\boutbound\b"),
    (r"\bfull[- ]time\b", r"\bpart[- ]time\b"),
    (r"\b(?:buy|purchase)\b", r"\b(?:rent|rents|rented|lease|leases|let)\b"),
    (r"\boff[- ]peak\b", r"(?<!off[- ])\bpeak\b"),
)
_SIBLINGS: Final = tuple(
    tuple(re.compile(pattern) for pattern in row.split())
    for row in (
        "早餐|早饭|breakfast 午餐|午饭|lunch 晚餐|晚饭|dinner|supper 夜宵",
        "博士|phd|doctor(?:al|ate) 硕士|master 本科|bachelor 大专",
        "一居|one.bedroom|单间|studio 两居|二居|two.bedroom 三居|three.bedroom",
        "(?<!东)北门|north.gate 南门|south.gate (?<!停)东门|east.gate 西门|west.gate",
        "春季|spring(?!.festival) 夏季|summer 秋季|autumn 冬季|winter",
        "小型车|轿车 货车|卡车|trucks?|lorr(?:y|ies) 客车|大巴|coach",
        "一类|class.i\b 二类|class.ii\b 三类|class.iii\b",
        "电话|热线|phone|hotline 传真|fax 邮箱|e-?mail 微信|wechat",
        "国家级|national.level 省级|provincial 市级|municipal 区级|district.level",
    )
)
"""Values of one kind: who asks about one is not answered by another."""
_BOTH_WAYS: Final = tuple(
    (re.compile(a), re.compile(b)) for one, two in _PAIRS for a, b in ((one, two), (two, one))
)
_SIZED: Final = re.compile("(?<![\u4e00-\u9fff])?(大|小|中)([\u4e00-\u9fff]{2,4})")
_NOUNS: Final = re.compile(
    "会议室|展厅|包间|教室|仓库|车|户型|房|报告厅|厂房|机组|客户|企业|展位|培训室"
)


@lru_cache(maxsize=32_768)
def clash(question: str, said: str) -> bool:
    """Whether what is said is of the opposite of what is asked, and not of it too."""
    one, two = folded(question), folded(said)
    for here, there in _BOTH_WAYS:
        if (
            here.search(one)
            and not there.search(one)
            and there.search(two)
            and not here.search(two)
        ):
            return True
    if any(_is_another(row, one, two) for row in _SIBLINGS) or _other_part(one, two):
        return True
    return any(_other_size(found[1], found[2], two) for found in _SIZED.finditer(one))


def _is_another(row: tuple[re.Pattern[str], ...], question: str, said: str) -> bool:
    asked = [rule for rule in row if rule.search(question)]
    told = [rule for rule in row if rule.search(said)]
    return len(asked) == 1 and bool(told) and asked[0] not in told


_PART: Final = re.compile(r"([东南西北中甲乙丙丁])(园|区|馆|院|街|座|楼|厅|侧|站|库|场|塔)")
"""Parts of a whole that are called by where they lie, or by a letter."""


def _other_part(question: str, said: str) -> bool:
    """Whether what is said is of the north part alone, where the south part is asked about."""
    asked, told = set(_PART.findall(question)), set(_PART.findall(said))
    nouns = {noun for _, noun in asked}
    return bool(asked) and not asked & told and any(noun in nouns for _, noun in told)


def _other_size(size: str, after: str, said: str) -> bool:
    noun = _NOUNS.match(after)
    if noun is None or noun[0] not in said or f"{size}{noun[0]}" in said:
        return False
    other = "".join(each for each in "大中小" if each != size)
    near = rf"[{other}]{noun[0]}|{noun[0]}[^,，。;；]{{0,4}}[(（\[]?[{other}](?![\u4e00-\u9fff])"
    return re.search(near, said) is not None
