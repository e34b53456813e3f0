"""Legal forms of businesses: what a name must end in, and which credit codes they have.

企业名称登记管理规定 (2020, art. 10), 公司法 (2023, art. 7), 合伙企业法 (art. 15, 56, 62),
个人独资企业法 (art. 11), 农民专业合作社法 (art. 12), 个体工商户名称登记管理办法.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

FormName = Literal[
    "limited", "shares", "partnership", "sole", "enterprise", "branch", "trader", "cooperative"
]
FORM_NAMES: Final[tuple[FormName, ...]] = get_args(FormName)


class LegalForm(NamedTuple):
    """A form: its names, the first two characters of its codes, and what names end in."""

    zh: str
    en: str
    pair: str
    endings: tuple[str, ...]


SHOPS: Final = (
    *("工作室", "经营部", "经营店", "服务部", "服务中心", "事务所", "门市部", "批发部", "加工厂"),
    *("中心", "商行", "商店", "超市", "饭店", "餐厅", "酒楼", "书店", "药店", "公寓", "农场"),
    *("店", "馆", "部", "厂", "行", "坊", "社", "铺", "室", "城", "屋", "摊", "庄", "园", "吧"),
    *("堂", "阁", "轩", "场", "站", "院", "所", "廊", "汇", "家", "栈", "咖", "房", "基地", "庄园"),
)
"""What the names of small businesses mostly end in: no list of them is closed."""
FREE: Final[frozenset[FormName]] = frozenset(("trader", "sole"))
"""Forms whose names may end in whatever the business calls itself."""
FORMS: Final[Mapping[FormName, LegalForm]] = {
    "shares": LegalForm(
        "股份有限公司", "Company limited by shares", "91", ("股份有限公司", "股份公司")
    ),
    "limited": LegalForm(
        "有限责任公司", "Limited liability company", "91", ("有限责任公司", "有限公司")
    ),
    "partnership": LegalForm(
        "合伙企业",
        "Partnership",
        "91",
        ("（特殊普通合伙）", "（普通合伙）", "（有限合伙）", "合伙企业"),
    ),
    "branch": LegalForm(
        "分支机构", "Branch", "91", ("分公司", "分厂", "分店", "分所", "代表处", "办事处")
    ),
    "cooperative": LegalForm(
        "农民专业合作社",
        "Farmers' cooperative",
        "93",
        (
            *("农民专业合作社联合社", "专业合作社联合社", "合作社联合社"),
            *("农民专业合作社", "专业合作社", "合作联社", "合作社"),
        ),
    ),
    "enterprise": LegalForm(
        "全民、集体所有制等企业",
        "Other enterprise",
        "91",
        ("（集团）总公司", "集团公司", "总公司", "总厂", "公司", "集团", "银行", "酒店", *SHOPS),
    ),
    "sole": LegalForm("个人独资企业", "Sole proprietorship", "91", ("（个人独资）", *SHOPS)),
    "trader": LegalForm("个体工商户", "Sole trader", "92", ("（个体工商户）", *SHOPS)),
}
COMPANY_WORDS: Final = ("有限", "公司")
"""Words that only companies have in their names."""


def ending(name: str, form: FormName) -> str:
    """The ending of a name that belongs to a form, the longest; empty when there is none."""
    fits = (each for each in FORMS[form].endings if name.endswith(each))
    return max(fits, key=len, default="")


def forms_of(name: str) -> frozenset[FormName]:
    """The forms that a name may have by its ending; several where small businesses are alike."""
    fits = {form: found for form in FORM_NAMES if (found := ending(name, form))}
    longest = max(map(len, fits.values()), default=0)
    return frozenset(form for form, found in fits.items() if len(found) == longest)
