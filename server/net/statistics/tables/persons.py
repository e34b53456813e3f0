"""Tables of people: accounts, invitations, keys, who is here, blocks and reports."""

from __future__ import annotations

from typing import Final

from server.access.roles import WORDS
from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table

ROLES: Final[dict[str, tuple[str, str]]] = {
    role: (words.zh, words.en) for role, words in WORDS.items()
}
STATES: Final = {
    "active": ("正常", "active"),
    "locked": ("已锁定", "locked"),
    "suspended": ("已停用", "suspended"),
    "open": ("待处理", "open"),
    "accepted": ("已接受", "accepted"),
    "expired": ("已过期", "expired"),
    "done": ("已完成", "done"),
    "refused": ("已拒绝", "refused"),
}
REASONS: Final = {
    "abuse": ("辱骂骚扰", "abuse"),
    "spam": ("广告刷屏", "spam"),
    "imitation": ("冒充他人", "imitation"),
    "content": ("不当内容", "content"),
    "other": ("其他", "other"),
}
RESTRAINTS: Final = {
    "mute": ("禁言", "muted"),
    "remove": ("请离", "removed"),
    "block": ("封禁", "blocked"),
}
OUTCOMES: Final = {
    "acted": ("已处置", "acted on"),
    "no_breach": ("未违规", "no breach"),
    "duplicate": ("重复举报", "duplicate"),
}

PEOPLE: Final = Table(
    *("people", "账号", "People", "/people", "people"),
    (
        Column("name", "姓名", "Name"),
        Column("email", "邮箱", "E-mail"),
        Column("phone", "电话", "Phone"),
        Column("grants.role", "角色", "Roles", says=ROLES),
        Column("grants.hall", "限于展厅", "In halls"),
        Column("state", "状态", "State", says=STATES),
        Column("factors", "第二重验证", "Second factors"),
        Column("sessions", "登录中的设备", "Sessions", "number"),
        Column("created", "创建时间", "Made", "moment"),
        Column("seen", "最近使用", "Last seen", "moment"),
        Column("id", "编号", "Id"),
    ),
)
INVITATIONS: Final = Table(
    *("invitations", "邀请", "Invitations", "/invitations", "invitations"),
    (
        Column("name", "姓名", "Name"),
        Column("email", "邮箱", "E-mail"),
        Column("grants.role", "角色", "Roles", says=ROLES),
        Column("grants.hall", "限于展厅", "In halls"),
        Column("state", "状态", "State", says=STATES),
        Column("by_name", "邀请人", "Invited by"),
        Column("created", "邀请时间", "Made", "moment"),
        Column("expires", "有效期至", "Good until", "moment"),
        Column("used", "接受时间", "Accepted", "moment"),
    ),
)
KEYS: Final = Table(
    *("keys", "接口密钥", "API keys", "/keys", "keys"),
    (
        Column("name", "名称", "Name"),
        Column("account_name", "所有者", "Owner"),
        Column("scopes", "权限", "Scopes"),
        Column("created", "创建时间", "Made", "moment"),
        Column("expires", "有效期至", "Good until", "moment"),
        Column("seen", "最近使用", "Last used", "moment"),
    ),
)
VISITORS: Final = Table(
    *("visitors", "在场访客", "Visitors", "/presence", "halls"),
    (
        Column("name", "名字", "Name"),
        Column("hall", "展厅", "Hall"),
        Column("role", "角色", "Role", says=ROLES),
        Column("muted", "已禁言", "Muted"),
        Column("address_hint", "网络", "Network"),
        Column("since", "来到时间", "Here since", "moment"),
        Column("account", "账号", "Account"),
    ),
    each="people",
)
BLOCKS: Final = Table(
    *("blocks", "访客限制", "Restraints", "/blocks", "blocks"),
    (
        Column("kind", "措施", "What", says=RESTRAINTS),
        Column("name", "对象", "Whom"),
        Column("reason", "原因", "Reason", says=REASONS),
        Column("words", "说明", "Words"),
        Column("author_name", "执行人", "By"),
        Column("at", "时间", "At", "moment"),
        Column("until", "到期", "Until", "moment"),
        Column("lifted", "解除时间", "Lifted", "moment"),
        Column("lifter_name", "解除人", "Lifted by"),
        Column("holds", "生效中", "In force"),
    ),
    paged=True,
)
REPORTS: Final = Table(
    *("reports", "举报", "Reports", "/reports", "reports"),
    (
        Column("at", "时间", "At", "moment"),
        Column("hall", "展厅", "Hall"),
        Column("reporter_name", "举报人", "Reported by"),
        Column("accused_name", "被举报人", "About"),
        Column("reason", "原因", "Reason", says=REASONS),
        Column("words", "说明", "Words"),
        Column("outcome", "结果", "Outcome", says=OUTCOMES),
        Column("answer", "回复", "Answer"),
        Column("handler_name", "处理人", "Handled by"),
        Column("handled", "处理时间", "Handled", "moment"),
    ),
    paged=True,
)
PERSONS: Final = (PEOPLE, INVITATIONS, KEYS, VISITORS, BLOCKS, REPORTS)
