"""Halls being arranged, drafts being published, versions being compared."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "bad_date": ErrorCode(422, "日期应写成 2026-05-01 的样子", "A date is written like 2026-05-01"),
    "draft_changed": ErrorCode(
        409,
        "草稿在您查看之后又有新的修改，请再看一遍",
        "The draft has changed since you looked at it; look at it again",
    ),
    "hall_order_incomplete": ErrorCode(
        409,
        "展厅列表已经变化，请刷新后重新排列",
        "The halls have changed since; reload them and arrange them again",
    ),
}
