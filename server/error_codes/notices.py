"""Notices and webhooks."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "notice_unknown": ErrorCode(404, "没有这条通知", "There is no such notice"),
    "notice_over": ErrorCode(409, "这条通知已经结束", "Nothing more would happen to this notice"),
    "notice_spent": ErrorCode(
        409,
        "这条通知含有一次性内容，已被清除，不能重发",
        "Its words were a secret and are gone; it cannot be sent again",
    ),
    "endpoint_unknown": ErrorCode(404, "没有这个接收地址", "There is no such endpoint"),
    "endpoint_limit": ErrorCode(409, "接收地址已达上限", "There are as many endpoints as may be"),
    "endpoint_invalid": ErrorCode(
        422, "接收地址的设置有误", "The endpoint's settings need to be corrected"
    ),
    "bad_url": ErrorCode(
        422,
        "应为 https 网址，不含用户名",
        "This should be an https address without a user name in it",
    ),
    # why a notice was not taken (told in delivery logs)
    "unreached": ErrorCode(502, "无法连接对方", "The other side could not be reached"),
    "late": ErrorCode(504, "对方没有及时回答", "The other side did not answer in time"),
    "private_address": ErrorCode(
        422,
        "网址指向内网，未获允许（LINGJING_PRIVATE_WEBHOOKS）",
        "The address leads into a private network, which is not allowed "
        "(LINGJING_PRIVATE_WEBHOOKS)",
    ),
    "refused": ErrorCode(502, "对方拒绝了", "The other side refused it"),
    "bad_answer": ErrorCode(502, "对方的回答无法理解", "The other side's answer made no sense"),
    "not_set_up": ErrorCode(503, "这种发送方式尚未设置", "This way of sending is not set up"),
    "bad_address": ErrorCode(422, "地址有误", "The address is wrong"),
    "erased": ErrorCode(410, "收件人的信息已删除", "The recipient's data have been erased"),
}
