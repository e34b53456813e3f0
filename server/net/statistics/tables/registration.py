"""Tables of applications, the companies they became, hosts and seats. None tells of a person but
the clerks, by the names that the list itself shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table
from server.registration import industry

STATES: Final = {
    "draft": ("填写中", "draft"),
    "submitted": ("待受理", "submitted"),
    "in_review": ("审核中", "in review"),
    "changes_requested": ("待补正", "changes requested"),
    "approved": ("待签约", "approved"),
    "awaiting_licence": ("待执照", "awaiting licence"),
    "active": ("在驻", "resident"),
    "suspended": ("已暂停", "suspended"),
    "exiting": ("退出中", "leaving"),
    "closed": ("已退出", "left"),
    "rejected": ("已驳回", "rejected"),
    "withdrawn": ("已撤回", "withdrawn"),
    "expired": ("已失效", "lapsed"),
}
FLAGS: Final = {
    "overdue": ("超期", "overdue"),
    "duplicate": ("疑似重复", "possible duplicate"),
    "name_conflict": ("名称相近", "similar name"),
    "restricted": ("经营范围受限", "restricted scope"),
    "region_unlisted": ("区划未收录", "region not listed"),
    "expiring": ("即将到期", "expires soon"),
}
SEATS_ARE: Final = {
    "free": ("空闲", "free"),
    "leased": ("已用", "leased"),
    "resting": ("封存", "resting"),
}
HOSTS_ARE: Final = {
    "open": ("接收企业", "takes companies in"),
    "closed": ("停止接收", "takes nobody in"),
}


def _industry(row: Mapping[str, Any]) -> Any:
    known = industry.DIVISIONS.get(str(row["industry"]))
    return {"zh": known.zh, "en": known.en} if known else row["industry"]


APPLICATIONS: Final = Table(
    *("applications", "入驻申请", "Applications", "/applications", "applications"),
    (
        Column("name", "企业", "Company"),
        Column("credit_code", "统一社会信用代码", "Credit code"),
        Column("state", "状态", "State", says=STATES),
        Column("flags", "提示", "Flags", says=FLAGS),
        Column("industry", "行业", "Industry", value=_industry),
        Column("clerk_name", "经办人", "Clerk"),
        Column("submitted", "提交时间", "Submitted", "moment"),
        Column("due", "审核期限", "Review due", "moment"),
        Column("term_until", "入驻期至", "Term ends", "moment"),
        Column("created", "开始填写", "Begun", "moment"),
        Column("updated", "最近变动", "Changed", "moment"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
)
COMPANIES: Final = Table(
    *("companies", "入驻企业", "Companies", "/applications", "applications"),
    (
        Column("name", "企业", "Company"),
        Column("credit_code", "统一社会信用代码", "Credit code"),
        Column("state", "状态", "State", says=STATES),
        Column("flags", "提示", "Flags", says=FLAGS),
        Column("industry", "行业", "Industry", value=_industry),
        Column("term_until", "入驻期至", "Term ends", "moment"),
        Column("updated", "最近变动", "Changed", "moment"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
    usual={"state": "active,suspended,exiting"},
)
CUSTODIANS: Final = Table(
    *("custodians", "托管机构", "Custodians", "/custodians", "custodians"),
    (
        Column("title", "名称", "Name"),
        Column("place", "地址", "Address"),
        Column("credit_code", "统一社会信用代码", "Credit code"),
        Column("state", "状态", "State", says=HOSTS_ARE),
        Column("seats", "席位", "Seats", "number"),
        Column("free", "空闲", "Free", "number"),
        Column("leased", "已用", "Leased", "number"),
        Column("resting", "封存", "Resting", "number"),
    ),
)
SEATS: Final = Table(
    *("seats", "席位", "Seats", "/seats", "seats"),
    (
        Column("number", "号码", "Number", "number"),
        Column("name", "席位", "Seat"),
        Column("state", "状态", "State", says=SEATS_ARE),
        Column("company", "企业", "Company"),
        Column("application", "企业编号", "Company id"),
        Column("custodian", "托管机构编号", "Custodian id"),
        Column("since", "起始", "Since", "moment"),
        Column("free_from", "可用日期", "Free from", "moment"),
    ),
    paged=True,
    cursor="after",
)
BOOTHS: Final = Table(
    *("booths", "展位", "Booths", "/booths", "booths"),
    (
        Column("no", "展位号", "Number"),
        Column("hall", "展厅", "Hall"),
        Column("name", "名称", "Name"),
        Column("tenant.name", "企业", "Company"),
        Column("tenant.since", "入驻时间", "Since", "moment"),
        Column("visible", "对外展示", "Shown"),
        Column("width", "宽（米）", "Width (m)", "number"),
        Column("depth", "深（米）", "Depth (m)", "number"),
        Column("height", "高（米）", "Height (m)", "number"),
        Column("triangles", "三角面上限", "Triangles at most", "number"),
        Column("texture_bytes", "贴图上限（字节）", "Texture bytes at most", "number"),
        Column("node", "节点", "Node"),
    ),
)
REGISTRATION: Final = (APPLICATIONS, COMPANIES, CUSTODIANS, SEATS, BOOTHS)
