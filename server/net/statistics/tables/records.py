"""Tables of records: the audit trail, privacy requests, consents, notices, the inbox."""

from __future__ import annotations

from typing import Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.persons import ROLES, STATES
from server.net.statistics.tables.table import Table

DOORS: Final = {
    "http": ("网页接口", "HTTP"),
    "live": ("实时连接", "live"),
    "command": ("命令行", "command line"),
    "job": ("后台任务", "job"),
    "house": ("系统", "the house"),
}
REQUESTS: Final = {
    "copy": ("获取副本", "copy"),
    "correct": ("更正", "correction"),
    "delete": ("删除", "deletion"),
    "other": ("其他", "other"),
}
DELIVERY: Final = {
    "waiting": ("待发送", "waiting"),
    "sent": ("已送达", "sent"),
    "dead": ("放弃", "given up"),
    "cancelled": ("已取消", "cancelled"),
}
WAYS: Final = {
    "email": ("邮件", "e-mail"),
    "phone": ("短信", "SMS"),
    "webhook": ("Webhook", "webhook"),
    "robot": ("群机器人", "robot"),
}
WORK: Final = {
    "waiting": ("待处理", "waiting"),
    "taken": ("处理中", "taken"),
    "done": ("已完成", "done"),
}

AUDIT: Final = Table(
    *("audit", "审计记录", "Audit trail", "/audit", "rows"),
    (
        Column("seq", "序号", "Number", "number"),
        Column("at", "时间", "At", "moment"),
        Column("name", "操作人", "Who"),
        Column("actor", "账号", "Account"),
        Column("role", "角色", "Role", says=ROLES),
        Column("action", "操作", "Action"),
        Column("target", "对象", "Target"),
        Column("how", "途径", "How", says=DOORS),
        Column("outcome", "结果", "Outcome"),
        Column("before", "之前", "Before"),
        Column("after", "之后", "After"),
        Column("address", "网络地址", "Address"),
        Column("request", "请求编号", "Request"),
    ),
    paged=True,
)
PRIVACY: Final = Table(
    *("privacy-requests", "个人信息请求", "Privacy requests", "/privacy/requests", "requests"),
    (
        Column("at", "时间", "At", "moment"),
        Column("name", "申请人", "Who"),
        Column("kind", "请求", "What", says=REQUESTS),
        Column("state", "状态", "State", says=STATES),
        Column("words", "说明", "Words"),
        Column("due", "期限", "Due", "moment"),
        Column("ended", "完成时间", "Ended", "moment"),
        Column("ended_by", "处理人", "Ended by"),
    ),
)
CONSENTS: Final = Table(
    *("consents", "同意情况", "Consents", "/privacy/consents", "purposes"),
    (
        Column("words", "目的", "Purpose"),
        Column("purpose", "编号", "Id"),
        Column("apart", "单独同意", "Asked apart"),
        Column("standing", "有效", "Standing", "number"),
        Column("withdrawn", "撤回", "Withdrawn", "number"),
    ),
)
NOTICES: Final = Table(
    *("notices", "通知与投递", "Notices", "/notices", "notices"),
    (
        Column("at", "时间", "At", "moment"),
        Column("words", "内容", "What"),
        Column("way", "方式", "Way", says=WAYS),
        Column("to", "收件", "To"),
        Column("state", "状态", "State", says=DELIVERY),
        Column("tries", "尝试次数", "Tries", "number"),
        Column("last.status", "最近应答", "Last status", "number"),
        Column("code", "原因", "Code"),
        Column("due", "下次尝试", "Next try", "moment"),
        Column("ended", "结束", "Ended", "moment"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
)
INBOX: Final = Table(
    *("inbox", "待办", "Inbox", "/inbox", "items"),
    (
        Column("title", "事项", "Item"),
        Column("words", "类型", "Kind"),
        Column("state", "状态", "State", says=WORK),
        Column("assignee_name", "负责人", "Assigned to"),
        Column("at", "时间", "At", "moment"),
        Column("due", "期限", "Due", "moment"),
        Column("ended", "完成时间", "Ended", "moment"),
        Column("notes.text", "备注", "Notes"),
    ),
    paged=True,
)
ENDPOINTS: Final = Table(
    *("webhooks", "Webhook 与机器人", "Webhooks", "/webhooks", "endpoints"),
    (
        Column("title", "名称", "Name"),
        Column("kind", "类型", "Kind"),
        Column("shown", "地址", "Address"),
        Column("events", "事件", "Events"),
        Column("state", "状态", "State"),
        Column("at", "创建时间", "Made", "moment"),
    ),
)
RECORDS: Final = (AUDIT, PRIVACY, CONSENTS, NOTICES, INBOX, ENDPOINTS)
