"""Leads, visits, and space that is held for somebody."""

from __future__ import annotations

from typing import Final

from server.settings.readers import whole
from server.settings.row import Setting

PROMOTION: Final[tuple[Setting, ...]] = (
    Setting(
        "lead_days",
        whole(30, 3650),
        365,
        "招商线索保留天数（自最后一次联系起，到期自动删除）",
        "days for which a lead is kept after the last contact; it is deleted then",
        live=True,
    ),
    Setting(
        "hold_days",
        whole(1, 90),
        7,
        "预留空间的天数",
        "days for which space is held for somebody",
        live=True,
    ),
    Setting(
        "hold_more_days",
        whole(1, 90),
        7,
        "员工可为预留延长的天数（仅一次）",
        "days by which staff may make a hold longer, once",
        live=True,
    ),
    Setting(
        "hold_most",
        whole(1, 100),
        3,
        "每位访客或企业同时预留的空间上限",
        "units that a visitor or a company may hold at the same time",
        live=True,
    ),
    Setting(
        "visit_reminder_hours",
        whole(1, 168),
        24,
        "参观前多少小时发送提醒",
        "hours before a visit at which its visitor is reminded",
        live=True,
    ),
)
