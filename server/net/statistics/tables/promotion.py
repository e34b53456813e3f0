"""Tables of leads, visits, and space to let."""

from __future__ import annotations

from typing import Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table
from server.promotion.bookings import BOOKING_WORDS
from server.promotion.leads import REASON_WORDS, STATE_WORDS
from server.promotion.sources import SOURCE_WORDS
from server.promotion.units import STATUS_WORDS, USE_WORDS

LEAD_STATES: Final = {str(name): words for name, words in STATE_WORDS.items()}
REASONS: Final = {str(name): words for name, words in REASON_WORDS.items()}
SOURCES: Final = {str(name): words for name, words in SOURCE_WORDS.items()}
BOOKING_STATES: Final = {str(name): words for name, words in BOOKING_WORDS.items()}
STATUSES: Final = {str(name): words for name, words in STATUS_WORDS.items()}
HOLD_STATES: Final = {
    "held": ("预留中", "held"),
    "let": ("已出租", "let"),
    "ended": ("已取消", "given back"),
    "expired": ("已到期", "ran out"),
}


UNITS: Final = Table(
    *("units", "可租空间", "Space to let", "/units", "units"),
    (
        Column("no", "编号", "No."),
        Column("name", "名称", "Name"),
        Column("hall_name", "展厅", "Hall"),
        Column("use", "用途", "Use", says=USE_WORDS),
        Column("area", "面积（㎡）", "Area (m²)", "number"),
        Column(
            "rent",
            "租金（元/㎡·月）",
            "Rent (CNY/m²·month)",
            "number",
            value=lambda row: row["rent"] / 100,
        ),
        Column("since", "起租日", "From"),
        Column("height", "净高（m）", "Height (m)", "number"),
        Column("floor_load", "楼面荷载（kN/㎡）", "Floor load (kN/m²)", "number"),
        Column("power", "供电（kW）", "Power (kW)", "number"),
        Column("status", "状态", "State", says=STATUSES),
        Column("held_until", "预留至", "Held until", "moment"),
        Column("hold.lead_name", "预留方", "Held for"),
        Column("terms", "条款", "Terms"),
    ),
)
HOLDS: Final = Table(
    *("holds", "空间预留", "Holds", "/holds", "holds"),
    (
        Column("no", "编号", "No."),
        Column("state", "状态", "State", says=HOLD_STATES),
        Column("lead_name", "预留方", "Held for"),
        Column("author_name", "经办人", "By"),
        Column("starts", "开始", "From", "moment"),
        Column("until", "到期", "Until", "moment"),
        Column("ended", "结束", "Ended", "moment"),
    ),
    paged=True,
)
LEADS: Final = Table(
    *("leads", "招商线索", "Leads", "/leads", "leads"),
    (
        Column("name", "姓名", "Name"),
        Column("company", "公司", "Company"),
        Column("phone", "电话", "Phone"),
        Column("email", "邮箱", "E-mail"),
        Column("state", "状态", "State", says=LEAD_STATES),
        Column("source", "来源", "Source", says=SOURCES),
        Column("source_title", "来源对象", "Source is"),
        Column("wants", "需求", "Wants"),
        Column("owner_name", "负责人", "Owner"),
        Column("next_at", "下次跟进", "Next date", "moment"),
        Column("reason", "流失原因", "Why lost", says=REASONS),
        Column("application", "入驻申请", "Application"),
        Column("created", "创建时间", "Made", "moment"),
        Column("expires", "保留至", "Kept until", "moment"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
)
BOOKINGS: Final = Table(
    *("bookings", "参观预约", "Visits", "/bookings", "bookings"),
    (
        Column("starts", "开始", "Begins", "moment"),
        Column("ends", "结束", "Ends", "moment"),
        Column("state", "状态", "State", says=BOOKING_STATES),
        Column("name", "姓名", "Name"),
        Column("company", "公司", "Company"),
        Column("people", "人数", "People", "number"),
        Column("phone", "电话", "Phone"),
        Column("email", "邮箱", "E-mail"),
        Column("wants", "需求", "Wants"),
        Column("handler_name", "经办人", "Handled by"),
    ),
)
PROMOTION: Final = (UNITS, HOLDS, LEADS, BOOKINGS)
