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
    "not_your_booth": ErrorCode(
        403,
        "只能修改本企业展位里的物体",
        "You may change only what stands in your own company's booth",
    ),
    "booth_content": ErrorCode(422, "展位里不能这样布置", "A booth cannot be furnished like this"),
    "booth_bounds": ErrorCode(
        422,
        "超出展位范围，请移回展位之内或缩小",
        "It stands outside the booth: move it back in, or make it smaller",
    ),
    "booth_budget": ErrorCode(
        422,
        "超出展位可容纳的量，请换用更轻的展品或先移走一些",
        "More than the booth can carry: use a lighter exhibit, or take something away first",
    ),
    "booth_kind": ErrorCode(
        422, "展位里不能放置这类物体", "Things of this kind cannot stand in a booth"
    ),
    "booth_foreign": ErrorCode(
        422,
        "请从本企业的展品或媒体中选择",
        "Choose from your own company's exhibits and media",
    ),
    "booth_light": ErrorCode(
        422,
        "展位里的灯不能照得这么远、这么亮",
        "A lamp of a booth cannot reach so far or be so bright",
    ),
    "booth_lights": ErrorCode(422, "展位里的灯太多", "Too many lamps in the booth"),
    "booth_unknown": ErrorCode(404, "没有这个展位", "There is no such booth"),
}
