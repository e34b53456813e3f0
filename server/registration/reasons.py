"""Why an application is turned down, or a company suspended: codes with words for both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from server.registration.states import Verb


class Reason(NamedTuple):
    """A reason in both languages, with a way forward, and the verbs that it can be given with."""

    zh: str
    en: str
    zh_next: str
    en_next: str
    verbs: frozenset[Verb]


_REJECT: Final[frozenset[Verb]] = frozenset(("reject",))
_SUSPEND: Final[frozenset[Verb]] = frozenset(("suspend",))
_BOTH: Final = _REJECT | _SUSPEND

REASONS: Final[Mapping[str, Reason]] = {
    "not_authentic": Reason(
        "材料不真实或无法核实",
        "Documents are not authentic, or cannot be verified",
        "请核对材料原件后重新申请",
        "Check the originals and apply again",
        _BOTH,
    ),
    "not_eligible": Reason(
        "申请主体不符合入驻条件",
        "The applicant does not meet the conditions of residence",
        "企业、个体工商户与农民专业合作社可以申请",
        "Businesses, sole traders and farmers' cooperatives may apply",
        _REJECT,
    ),
    "restricted_scope": Reason(
        "经营范围不能使用集群注册地址",
        "The scope of business cannot use a shared address",
        "请调整经营范围，或使用独立场所登记",
        "Change the scope, or register at premises of your own",
        _REJECT,
    ),
    "name_unusable": Reason(
        "企业名称不能使用，或与已有名称冲突",
        "The name cannot be used, or conflicts with another",
        "请更换字号后重新申请",
        "Choose another trade name and apply again",
        _REJECT,
    ),
    "already_resident": Reason(
        "同一主体已在园入驻",
        "The same entity is a resident already",
        "请先办结原有入驻，或联系园区",
        "End the earlier residence first, or ask the park",
        _REJECT,
    ),
    "duplicate_application": Reason(
        "重复申请",
        "The same application was made before",
        "请在原申请中继续办理",
        "Go on with the earlier application",
        _REJECT,
    ),
    "industry_unwanted": Reason(
        "行业不在园区招商范围内",
        "The industry is not among those that the park takes in",
        "请联系园区了解其他安排",
        "Ask the park about other arrangements",
        _REJECT,
    ),
    "no_capacity": Reason(
        "园区席位或展位已满",
        "The park has no seat or booth left",
        "有空位后可以重新申请",
        "Apply again when there is room",
        _REJECT,
    ),
    "changes_not_made": Reason(
        "未按要求补正",
        "What was asked for was not changed",
        "请备齐材料后重新申请",
        "Apply again with everything that was asked for",
        _REJECT,
    ),
    "listed_abnormal": Reason(
        "已被列入经营异常名录或严重违法失信名单",
        "Listed for abnormal operation or serious violations",
        "请先申请移出名录",
        "Have the listing lifted first",
        _BOTH,
    ),
    "licence_revoked": Reason(
        "营业执照已被吊销、注销或撤销",
        "The business licence was revoked or cancelled",
        "请联系园区办理后续手续",
        "Ask the park what comes next",
        _BOTH,
    ),
    "unreachable": Reason(
        "通过登记的联系方式无法取得联系",
        "Nobody answers at the contacts on file",
        "请更新联系方式并联系园区",
        "Bring the contacts up to date and get in touch",
        _SUSPEND,
    ),
    "agreement_breached": Reason(
        "违反入驻协议",
        "The agreement was breached",
        "请改正后申请恢复",
        "Put it right and ask to be restored",
        _SUSPEND,
    ),
    "fees_unpaid": Reason(
        "费用逾期未缴",
        "Fees are overdue",
        "缴清后即可恢复",
        "Residence is restored once they are paid",
        _SUSPEND,
    ),
    "content_unlawful": Reason(
        "展位内容违反法律或园区规定",
        "The booth shows what the law or the park's rules forbid",
        "请更改展位内容后申请恢复",
        "Change the booth and ask to be restored",
        _SUSPEND,
    ),
    "by_authority": Reason(
        "应主管部门要求",
        "At the request of an authority",
        "请联系园区了解详情",
        "Ask the park for details",
        _BOTH,
    ),
}


def reasons_for(verb: Verb) -> tuple[str, ...]:
    """The codes that may be given with a verb."""
    return tuple(code for code, reason in REASONS.items() if verb in reason.verbs)
