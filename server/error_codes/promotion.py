"""Promotion: space to let, visits and leads."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "lead_unknown": ErrorCode(404, "没有这条线索，或已按期删除", "There is no such lead any more"),
    "lead_stale": ErrorCode(
        409,
        "其他人刚刚修改了这条线索，请查看后重试",
        "Somebody has just changed this lead; look at it and try again",
    ),
    "lead_move": ErrorCode(
        409, "线索不能从现在的状态到这一步", "A lead cannot go there from where it stands"
    ),
    "lead_applied": ErrorCode(
        409, "这条线索已经开始了入驻申请", "An application was begun from this lead already"
    ),
    "contact_missing": ErrorCode(
        422, "请留下手机号或邮箱，至少一项", "Leave a phone number or an e-mail address"
    ),
    "consent_missing": ErrorCode(
        422, "请先阅读并同意，我们才能与您联系", "Agree first, so that we may get in touch"
    ),
    "consent_stale": ErrorCode(
        422,
        "告知文本刚刚更新，请重新阅读并同意",
        "The text has just changed; read it again and agree",
    ),
    "assignee_lead": ErrorCode(
        422, "负责人应为能跟进线索的员工", "The owner must be staff who may work on leads"
    ),
    "booking_unknown": ErrorCode(404, "没有这个参观预约", "There is no such visit"),
    "booking_stale": ErrorCode(
        409,
        "其他人刚刚处理了这个预约，请查看后重试",
        "Somebody has just changed this visit; look at it and try again",
    ),
    "booking_state": ErrorCode(
        409, "预约现在的状态不能这样处理", "This cannot be done to the visit as it stands"
    ),
    "slot_gone": ErrorCode(
        409, "这个时段不能预约，请另选时间", "This time cannot be booked; choose another"
    ),
    "slot_full": ErrorCode(
        409, "这个时段刚刚约满，请另选时间", "This time has just been taken; choose another"
    ),
    "unit_unknown": ErrorCode(404, "没有这个空间", "There is no such space"),
    "unit_held": ErrorCode(
        409, "这个空间刚刚被预留", "This space has just been reserved by somebody else"
    ),
    "unit_let": ErrorCode(409, "这个空间已经租出", "This space is let"),
    "hold_unknown": ErrorCode(404, "没有这个预留", "There is no such reservation"),
    "hold_over": ErrorCode(409, "这个预留已经结束", "This reservation is over"),
    "hold_extended": ErrorCode(
        409, "预留只能延长一次", "A reservation can be made longer only once"
    ),
    "hold_too_many": ErrorCode(
        409,
        "您预留的空间已达上限，请先取消一个，或联系园区",
        "You hold as many spaces as you may; give one back, or get in touch with the park",
    ),
    "plan_invalid": ErrorCode(
        422, "接待安排有误，原因见下", "The plan of visits is not right; the details say why"
    ),
    "not_a_clock": ErrorCode(
        422, "应为 00:00 到 24:00 的时间", "This should be a time of day, HH:MM"
    ),
    "span_wrong": ErrorCode(
        422,
        "时段应按先后排列，且不短于一次参观的时长",
        "Hours follow one another, and are no shorter than one visit",
    ),
}
