"""Who registers organisations in China, and what sorts each registers: the first two characters.

GB 32100-2015 with its amendment No. 1 of 2016 (表 1): every pair that has been given a meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Registrar(NamedTuple):
    """An authority, and the sorts of organisation by the second character."""

    zh: str
    en: str
    sorts: Mapping[str, str]


REGISTRARS: Final[Mapping[str, Registrar]] = {
    "1": Registrar(
        "机构编制",
        "public bodies",
        {"1": "机关", "2": "事业单位", "3": "中央编办直接管理机构编制的群众团体", "9": "其他"},
    ),
    "2": Registrar("外交", "foreign affairs", {"1": "外国常驻新闻机构", "9": "其他"}),
    "3": Registrar(
        "司法行政",
        "justice",
        {
            "1": "律师执业机构",
            "2": "公证处",
            "3": "基层法律服务所",
            "4": "司法鉴定机构",
            "5": "仲裁委员会",
            "9": "其他",
        },
    ),
    "4": Registrar("文化", "culture", {"1": "外国在华文化中心", "9": "其他"}),
    "5": Registrar(
        "民政",
        "civil affairs",
        {"1": "社会团体", "2": "民办非企业单位", "3": "基金会", "9": "其他"},
    ),
    "6": Registrar(
        "旅游",
        "tourism",
        {
            "1": "外国旅游部门常驻代表机构",
            "2": "港澳台地区旅游部门常驻内地（大陆）代表机构",
            "9": "其他",
        },
    ),
    "7": Registrar("宗教", "religion", {"1": "宗教活动场所", "2": "宗教院校", "9": "其他"}),
    "8": Registrar("工会", "trade unions", {"1": "基层工会", "9": "其他"}),
    "9": Registrar(
        "工商",
        "market regulation",
        {"1": "企业", "2": "个体工商户", "3": "农民专业合作社"},
    ),
    "A": Registrar(
        "中央军委改革和编制办公室", "the armed forces", {"1": "军队事业单位", "9": "其他"}
    ),
    "N": Registrar(
        "农业",
        "agriculture",
        {
            "1": "组级集体经济组织",
            "2": "村级集体经济组织",
            "3": "乡镇级集体经济组织",
            "9": "其他",
        },
    ),
    "Y": Registrar("其他", "others", {"1": "其他"}),
}
PAIRS: Final = frozenset(a + b for a, registrar in REGISTRARS.items() for b in registrar.sorts)
RESIDENT_PAIRS: Final = frozenset({"91", "92", "93"})
"""Businesses, sole traders and farmers' cooperatives: who may become a resident."""
