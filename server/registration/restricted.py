"""Scopes of business that a shared address cannot have, and those that a manager looks at.

Rules on cluster registration (集群注册) of the provinces agree in this: what needs a permission
*before* it is registered (前置审批) needs premises of its own. Sources: 工商登记前置审批事项目录
(工商企注字〔2018〕24号, February 2018), as shortened by 国发〔2021〕7号 (19 May 2021); and what
those rules name besides, as it cannot be done at a desk: dangerous goods, production, catering,
lodging. What needs a permission *afterwards* (后置审批) is possible, and flagged.
"""

from __future__ import annotations

import re
from typing import Final

from server.registration.errors import Finding, Severity
from server.registration.script import simplified

SCOPE: Final = "/fields/scope"
INDUSTRY: Final = "/fields/industry"
REFUSED_DIVISIONS: Final = frozenset(
    ("06", "07", "08", "09", "10", "11", "12", "16", "44", "45", "61", "62", "66", "67", "68", "86")
)
"""Mining, tobacco, power and gas, lodging and catering, banks, securities, insurance, the press."""
FLAGGED_DIVISIONS: Final = frozenset(("15", "27", "47", "48", "60", "69", "83", "84", "87", "90"))
REFUSED: Final = (
    # by permission beforehand
    *("烟草专卖", "烟草制品批发", "卷烟批发", "烟草生产", "烟草制品生产", "卷烟生产"),
    *("民用爆炸物品", "爆破作业", "烟花爆竹", "危险化学品", "剧毒化学品", "易制毒", "易制爆"),
    *("枪支", "弹药", "弩的制造", "弩的销售", "武器装备生产", "军品生产", "放射性"),
    *("保安服务", "武装守护押运", "快递服务", "快递业务", "邮政专营"),
    *("民办学校", "学历教育", "幼儿园", "学科类培训"),
    *("出版物出版", "图书出版", "报纸出版", "期刊出版", "音像制品出版", "电子出版物出版"),
    *("新闻采编", "卫星地面接收设施", "卫星电视广播地面接收设施"),
    *("吸收公众存款", "发放贷款", "小额贷款", "融资担保", "网络借贷", "典当"),
    *("信托业务", "证券承销", "证券经纪", "证券期货", "期货经纪", "保险业务", "人身保险"),
    *("财产保险", "银行业务", "外汇业务", "征信业务", "支付业务", "公募基金"),
    *("公共航空运输", "通用航空", "民用航空器维修", "民用机场"),
    *("燃气经营", "煤炭开采", "矿产资源开采", "非煤矿山", "石油开采", "核材料", "核设施"),
    *("血液制品生产", "麻醉药品", "精神药品", "血站", "殡葬服务", "赌博", "彩票发行"),
    # by the rules on shared addresses
    *("餐饮服务", "食品生产", "食品加工", "住宿服务", "酒店经营", "旅馆经营", "网吧"),
    *("互联网上网服务营业场所", "歌舞厅", "歌舞娱乐", "游艺娱乐", "桑拿", "足浴"),
    *("加油站", "成品油零售", "成品油批发", "生猪屠宰", "废旧金属", "危险废物"),
)
"""Words of a scope that a shared address cannot have."""
FLAGGED: Final = (
    *("食品销售", "食品经营", "药品零售", "药品批发", "药品生产", "医疗器械生产", "兽药"),
    *("第三类医疗器械", "医疗服务", "诊疗", "人力资源服务", "职业中介", "劳务派遣"),
    *("增值电信", "互联网信息服务", "广播电视节目制作", "网络文化经营", "营业性演出"),
    *("出版物零售", "出版物批发", "出版物互联网销售", "印刷", "旅行社", "拍卖", "道路货物运输"),
    *("道路旅客运输", "建设工程施工", "检验检测", "私募", "投资管理", "股权投资", "培训"),
    *("种子", "农药", "特种设备", "测绘", "酒类", "烟草制品零售", "电子烟", "商业保理"),
    *("融资租赁", "房地产开发"),
)
"""Words of a scope that needs a permission afterwards, or a closer look."""
_LEFT_OUT: Final = r"(?:不含|不包括|不包含|不涉及|不从事|不得|严禁|禁止|未经)"
_EXCEPT: Final = re.compile(
    rf"[(（](?:{_LEFT_OUT}|除)[^()（）]{{0,160}}[)）]"
    rf"|{_LEFT_OUT}[^;；。,，()（）]{{0,80}}"
    r"|(?<![^;；。,，、:：(（])除[^;；。,，()（）]{1,60}(?<![对海境国室户])外(?=[;；。,，、()（）]|$)"
)
"""What a scope says that it leaves out: it must not count as what is done."""
LONGEST: Final = 3000
_INDUSTRY_FLAGGED: Final = Finding(INDUSTRY, severity="warning", code="industry_flagged")


def restricted(division: str, scope: str) -> Finding | None:
    """What a division or a scope runs into: an error, else a warning, else nothing.

    ``scope_restricted`` and ``industry_restricted`` are refused at a shared address;
    ``scope_flagged`` is a warning that sets the flag ``restricted`` for a manager.
    """
    if division in REFUSED_DIVISIONS:
        return Finding(INDUSTRY, "industry_restricted")
    done = without_exceptions(scope)
    refused = [word for word in REFUSED if word in done]
    if refused:
        return _told("scope_restricted", refused)
    flagged = [word for word in FLAGGED if word in done]
    if flagged:
        return _told("scope_flagged", flagged, "warning")
    if division in FLAGGED_DIVISIONS:
        return _INDUSTRY_FLAGGED
    return None


def _told(code: str, words: list[str], severity: Severity = "error") -> Finding:
    return Finding(SCOPE, code, severity, "、".join(words[:5]))


def without_exceptions(scope: str) -> str:
    """A scope in one script and without spaces, and without what it says that it leaves out."""
    plain = "".join(simplified(scope[:LONGEST]).split())
    return _EXCEPT.sub("", plain)
