"""Words that a firm's name cannot hold, and why.

企业名称登记管理规定 (2020, art. 11, 12) and its 实施办法 (2023, art. 15 to 17). Words are looked
for where they mean what they say: names of countries at the head of the trade name or in brackets,
as 日本 also stands in 春日本草.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

STATE: Final = ("中国", "中华", "中央", "全国", "国家", "国务院")
"""Names that begin with these are decided by the State Council's departments."""
SUPERLATIVE: Final = (
    *("国家级", "最高级", "最佳", "最好", "第一品牌", "顶级", "世界级", "全球第一", "全国第一"),
    *("中国第一", "驰名商标", "特供", "专供", "国宴", "国酒", "免检", "领导品牌", "唯一指定"),
)
"""Words that mislead about rank."""
AUTHORITY: Final = (
    *("共产党", "中共中央", "共青团", "国民党", "民主党派", "国务院", "人民政府", "人民代表大会"),
    *("人民法院", "人民检察院", "检察院", "公安局", "派出所", "监察委", "纪委监委", "解放军"),
    *("武警", "军区", "部队", "国防部", "外交部", "党中央", "党校", "政协", "民兵", "红军"),
    *("总工会", "妇联", "红十字", "税务局", "海关总署", "人民银行"),
)
"""The Party, the State, the army, mass organisations."""
FOREIGN: Final = (
    *("美国", "英国", "法国", "德国", "日本", "韩国", "朝鲜", "俄罗斯", "苏联", "印度", "意大利"),
    *("加拿大", "澳大利亚", "西班牙", "葡萄牙", "荷兰", "瑞士", "瑞典", "挪威", "丹麦", "芬兰"),
    *("比利时", "奥地利", "波兰", "希腊", "土耳其", "以色列", "伊朗", "伊拉克", "沙特", "埃及"),
    *("南非", "巴西", "阿根廷", "墨西哥", "智利", "新加坡", "马来西亚", "泰国", "越南", "缅甸"),
    *("菲律宾", "印度尼西亚", "印尼", "巴基斯坦", "蒙古国", "乌克兰", "新西兰", "爱尔兰"),
    *("联合国", "欧盟", "北约", "世贸组织", "世界卫生组织", "东盟", "国际货币基金"),
)
"""States, and bodies that they form."""
INDECENT: Final = (
    *("色情", "淫秽", "赌博", "博彩", "赌场", "六合彩", "毒品", "恐怖主义", "法轮功", "邪教"),
    *("纳粹", "皇军", "慰安", "黑社会", "杀手", "算命", "风水大师", "鬼子"),
)
CHARITABLE: Final = ("基金会", "慈善会", "研究会", "协会", "学会", "红十字会")
"""Words that feign an organisation without profit."""
_NUMERALS: Final = re.compile(r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4,}")
"""Four numerals in a row look like a unit of the army, or a date."""
_BRACKETS: Final = re.compile(r"（([^（）]*)）")


class Word(NamedTuple):
    """A word that was found, and the code of why it cannot be there."""

    code: str
    word: str


def found(name: str, trade: str) -> list[Word]:
    """Every such word in a name that is simplified, whose trade name is known."""
    places = (trade, name, *_BRACKETS.findall(name))
    led = [Word("name_state", each) for each in STATE if name.startswith(each)][:1]
    foreign = [
        Word("name_foreign", each)
        for each in FOREIGN
        if any(place.startswith(each) for place in places)
    ]
    numbers = [Word("name_numerals", each) for each in _NUMERALS.findall(trade)]
    inside = (
        ("name_superlative", SUPERLATIVE),
        ("name_authority", AUTHORITY),
        ("name_indecent", INDECENT),
        ("name_charity", CHARITABLE),
    )
    held = [Word(code, each) for code, words in inside for each in words if each in name]
    return [*led, *held, *foreign, *numbers]
