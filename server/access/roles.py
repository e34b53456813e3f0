"""The roles of a park, once: what they are called and what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

Role = Literal[
    "visitor",
    "investor",
    "creator",
    "enterprise_agent",
    "enterprise_owner",
    "presenter",
    "host",
    "clerk",
    "manager",
    "auditor",
    "regulator",
    "operator",
]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""From the least to the most that others need to know of somebody who has several."""


class RoleWords(NamedTuple):
    """A role's names, and what it is for, in both languages."""

    zh: str
    en: str
    zh_about: str
    en_about: str


WORDS: Final[Mapping[Role, RoleWords]] = {
    "visitor": RoleWords("访客", "Visitor", "匿名参观园区", "tours the park without an account"),
    "investor": RoleWords(
        "投资人",
        "Investor",
        "受邀或自愿留下联系方式的访客",
        "invited, or left a contact by consent",
    ),
    "creator": RoleWords(
        "创作者", "Creator", "上传并修改自己的展品草稿", "uploads and edits drafts; cannot publish"
    ),
    "enterprise_agent": RoleWords(
        "企业经办人", "Enterprise agent", "布置本企业展位", "furnishes the enterprise's own booth"
    ),
    "enterprise_owner": RoleWords(
        "企业管理员", "Enterprise owner", "管理本企业", "runs the enterprise's presence here"
    ),
    "presenter": RoleWords(
        "讲解员", "Presenter", "在展厅中讲解演示", "presents to people in a hall"
    ),
    "host": RoleWords("主持人", "Host", "接待访客，维持秩序", "receives visitors, keeps order"),
    "clerk": RoleWords("办事员", "Clerk", "处理申请与待办", "works on applications and the inbox"),
    "manager": RoleWords(
        "园区经理", "Manager", "管理内容、场景与员工", "runs content, scenes and staff"
    ),
    "auditor": RoleWords(
        "审计员", "Auditor", "只读查看一切记录", "reads everything and changes nothing"
    ),
    "regulator": RoleWords(
        "监管人员", "Regulator", "只读查看一切记录", "reads everything and changes nothing"
    ),
    "operator": RoleWords("运营者", "Operator", "拥有园区的全部权限", "may do everything"),
}

STAFF: Final = frozenset[Role](
    ("creator", "presenter", "host", "clerk", "manager", "auditor", "regulator", "operator")
)
"""Who comes to work at the desk."""


def highest(roles: frozenset[Role]) -> Role:
    """The one role by which others know somebody who has these."""
    return max(roles, key=ROLES.index, default="visitor")
