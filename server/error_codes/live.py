"""Tickets, moderation and editing together on the live socket."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    # tickets and names
    "ticket_refused": ErrorCode(
        401, "入场凭证无效、已使用或已过期", "The ticket is invalid, used or expired"
    ),
    "too_many_tickets": ErrorCode(
        429, "入场凭证申请过多，请稍后再试", "Too many tickets; try again in a minute"
    ),
    "name_taken": ErrorCode(
        409,
        "这个名字与园区中一位已登录用户的名字相同或过于相似",
        "Somebody with an account who is here has this name, or one that looks like it",
    ),
    "name_reserved": ErrorCode(
        422,
        "这个名字会让人误以为你是工作人员，请换一个",
        "This name would make others take you for staff; choose another",
    ),
    "removed_for_now": ErrorCode(
        403, "你已被请出，请稍后再进入", "You were asked to leave; come back a little later"
    ),
    "visitor_blocked": ErrorCode(403, "你已被禁止进入园区", "You are blocked from this park"),
    # moderation
    "muted": ErrorCode(403, "你已被禁言", "A moderator has muted you"),
    "outranked": ErrorCode(
        403, "不能管理职级不低于自己的人", "You can moderate only people of a lower role"
    ),
    "visitor_gone": ErrorCode(404, "这位访客已经离开", "This visitor is no longer here"),
    "person_unknown": ErrorCode(404, "这里没有这个人", "There is nobody here with this id"),
    "block_unknown": ErrorCode(404, "没有这条封禁记录", "There is no such block"),
    "report_unknown": ErrorCode(404, "没有这条举报", "There is no such report"),
    "report_handled": ErrorCode(409, "这条举报已经处理过", "This report was dealt with already"),
    # editing together
    "undo_conflict": ErrorCode(
        409,
        "其他人之后改过同一处，请确认是否仍要继续",
        "Others have changed the same since; say whether to go on all the same",
    ),
    "changed_since": ErrorCode(409, "其他人之后改过这里", "Somebody else has changed this since"),
    "would_be_aside": ErrorCode(409, "其他人的修改依赖它", "Somebody else's edit depends on it"),
    "draft_full": ErrorCode(
        409, "草稿太长，请先发布或清空", "The draft is too long; publish it or throw it away"
    ),
    "draft_aside": ErrorCode(
        409,
        "草稿中的修改都已失去依据，没有可发布的内容",
        "Nothing in the draft applies any more, so there is nothing to publish",
    ),
}
