"""Every event that webhooks and robots can be told of, once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Event(NamedTuple):
    """One event: its words, and what its ``data`` holds besides. Data are ids, never persons."""

    zh: str
    en: str
    data: tuple[str, ...] = ()


EVENTS: Final[Mapping[str, Event]] = {
    "test.ping": Event("测试", "A test", ()),
    "exhibit.made": Event("展品已制作完成", "An exhibit was made", ("job", "exhibit")),
    "exhibit.published": Event("展品已发布", "An exhibit was published", ("exhibit",)),
    "exhibit.removed": Event("展品已删除", "An exhibit was removed", ("exhibit",)),
    "media.made": Event("媒体已就绪", "A picture, film or document is ready", ("job", "media")),
    "job.failed": Event("上传处理失败", "An upload could not be used", ("job", "code", "name")),
    "hall.made": Event("新建展厅", "A hall was made", ()),
    "hall.changed": Event("展厅有变动", "A hall was changed", ("hall",)),
    "hall.removed": Event("展厅已删除", "A hall was removed", ("hall",)),
    "scene.published": Event("场景已发布", "A scene was published", ("hall",)),
    "inbox.added": Event("新的待办", "Something waits for staff", ("item", "kind", "title")),
    "inbox.due": Event("待办即将到期", "Something is due soon", ("item", "kind", "title", "due")),
    "inbox.done": Event("待办已完成", "Something was settled", ("item", "kind", "title")),
    "lead.created": Event("新的招商线索", "A contact was left", ("lead", "source")),
    "lead.changed": Event("招商线索有进展", "A lead was changed", ("lead", "state")),
    "lead.forgotten": Event("招商线索已删除", "A lead was deleted", ("lead",)),
    "booking.asked": Event("有人预约参观", "A visit was asked for", ("booking", "starts")),
    "booking.changed": Event(
        "参观预约有变动", "A visit was changed", ("booking", "state", "starts")
    ),
    "hold.made": Event("空间已预留", "A unit was held", ("hold", "hall", "unit", "until")),
    "hold.extended": Event(
        "空间预留已延长", "A hold was made longer", ("hold", "hall", "unit", "until")
    ),
    "hold.ended": Event("空间预留已结束", "A hold is over", ("hold", "hall", "unit", "why")),
    "unit.let": Event("空间已出租", "A unit was let", ("hall", "unit")),
    "unit.freed": Event("空间可租", "A unit is free", ("hall", "unit")),
    "site.changed": Event("园区资料已修改", "The park's profile was changed", ()),
    "site.opened": Event("园区已开放", "The park was opened", ()),
    "legal.published": Event(
        "法律文件已发布", "A legal document was published", ("kind", "version")
    ),
    "settings.changed": Event("设置已修改", "Settings were changed", ("names",)),
    "application.submitted": Event(
        "入驻申请已提交", "An application was handed in", ("application", "state")
    ),
    "application.changes_requested": Event(
        "入驻申请需补正", "Changes of an application were asked for", ("application", "state")
    ),
    "application.approved": Event(
        "入驻申请已通过", "An application was approved", ("application", "state")
    ),
    "application.awaiting_licence": Event(
        "等待新设企业执照", "A new firm's licence is awaited", ("application", "state")
    ),
    "application.rejected": Event(
        "入驻申请未通过", "An application was turned down", ("application", "state")
    ),
    "application.withdrawn": Event(
        "入驻申请已撤回", "An application was withdrawn", ("application", "state")
    ),
    "application.expired": Event(
        "入驻申请已过期", "An application expired", ("application", "state")
    ),
    "application.overdue": Event(
        "入驻申请审核超期", "A review is overdue", ("application", "state")
    ),
    "company.activated": Event("企业已入驻", "A company moved in", ("application", "state")),
    "company.renewed": Event("企业已续期", "A company renewed", ("application", "state")),
    "company.booth_taken": Event(
        "企业已领取展位", "A company took a booth", ("application", "state")
    ),
    "company.suspended": Event(
        "企业入驻已暂停", "A company was suspended", ("application", "state")
    ),
    "company.restored": Event("企业入驻已恢复", "A company was restored", ("application", "state")),
    "company.expiring": Event(
        "企业入驻即将到期", "A residence ends soon", ("application", "state")
    ),
    "company.exiting": Event("企业将退出园区", "A company is leaving", ("application", "state")),
    "company.closed": Event("企业已退出园区", "A company has left", ("application", "state")),
    "dialogue.handover": Event(
        "访客请求人工讲解", "A visitor asked a guide for a human", ("dialogue",)
    ),
    "question.open": Event(
        "资料中没有的新问题", "The records do not answer a question", ("question",)
    ),
    "notice.dead": Event("通知未能送达", "A notice could not be delivered", ("notice", "kind")),
}

AFTER: Final[Mapping[tuple[str, str], str]] = {
    ("POST", "/api/v1/exhibits/{exhibit}/publish"): "exhibit.published",
    ("DELETE", "/api/v1/exhibits/{exhibit}"): "exhibit.removed",
    ("POST", "/api/v1/halls"): "hall.made",
    ("PATCH", "/api/v1/halls/{hall}"): "hall.changed",
    ("DELETE", "/api/v1/halls/{hall}"): "hall.removed",
    ("POST", "/api/v1/halls/{hall}/draft/publish"): "scene.published",
    ("PATCH", "/api/v1/site"): "site.changed",
}
"""Requests that are told as events once they were answered well; data are the path's names."""
