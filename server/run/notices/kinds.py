"""Every kind of notice: what it is called, what it says, how long it is worth anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.run.notices.kind import DAY, HOUR, Kind
from server.run.notices.kind import both as _both
from server.run.notices.kinds_registration import REGISTRATION

KINDS: Final[Mapping[str, Kind]] = {
    "code": Kind(
        "一次性验证码",
        "One-time code",
        _both("{park}：验证码 {code}", "{park}: your code is {code}"),
        _both(
            "您的验证码是 {code}，{minutes} 分钟内有效，只能使用一次。若不是您本人操作，请忽略。",
            "Your code is {code}. It is good for {minutes} minutes and works once. If you did not "
            "ask for it, ignore this message.",
        ),
        seconds=600,
        secret=True,
    ),
    "invitation": Kind(
        "员工邀请",
        "Invitation",
        _both("{park}邀请您加入", "You are invited to {park}"),
        _both(
            "您被邀请加入{park}。请打开下面的链接，设置您的登录方式。链接只能使用一次。",
            "You are invited to {park}. Open the link below and choose how you sign in. The link "
            "works once.",
        ),
        seconds=DAY,
        secret=True,
    ),
    "recovery": Kind(
        "找回账号",
        "Recovery",
        _both("{park}：找回您的账号", "{park}: recover your account"),
        _both(
            "有人请求找回您的账号。若是您本人，请打开下面的链接；若不是，请忽略，您的账号不会改变。",
            "Somebody asked to recover your account. If it was you, open the link below; if not, "
            "ignore this message: nothing has changed.",
        ),
        seconds=HOUR,
        secret=True,
    ),
    "security": Kind(
        "账号安全提醒",
        "Security",
        _both("{park}：您的账号有变化", "{park}: your account has changed"),
        _both(
            "您的账号刚刚发生变化：{what}。若不是您本人操作，请立即联系园区。",
            "Something about your account has just changed: {what}. If it was not you, tell the "
            "park at once.",
        ),
    ),
    "privacy": Kind(
        "个人信息请求",
        "Personal data",
        _both("{park}：您的个人信息请求", "{park}: your request about personal data"),
        _both("{what}", "{what}"),
    ),
    "duty": Kind(
        "值班提醒",
        "Duty",
        _both("{park}：{what}", "{park}: {what}"),
        _both("待办事项“{what}”将于 {due} 到期。", "“{what}” is due at {due}."),
        seconds=DAY,
    ),
    "handover": Kind(
        "访客请求人工接待",
        "A visitor asks for a human",
        _both("{park}：有访客请求人工接待", "{park}: a visitor asks for a human"),
        _both(
            "有访客正在与AI讲解员对话，希望由人工接待。打开下面的链接即可查看对话并接管。",
            "A visitor who talks with the AI guide wants a human. Open the link below to read the "
            "talk and take it over.",
        ),
        seconds=HOUR,
    ),
    "lead_received": Kind(
        "已收到联系方式",
        "Contact received",
        _both("{park}已收到您的留言", "{park} has your message"),
        _both(
            "我们已收到您的联系方式，招商人员会尽快与您联系。若不是您本人留下，或想撤回同意，"
            "请打开下面的链接，相关信息会立即删除。",
            "We have your contact and will get in touch soon. If it was not you, or you want to "
            "take it back, open the link below: everything about it is deleted at once.",
        ),
    ),
    "booking_asked": Kind(
        "预约参观待确认",
        "Visit asked for",
        _both("{park}：已收到您的参观预约", "{park}: we have your wish to visit"),
        _both(
            "您预约了 {when} 参观{park}（{people} 人）。我们会尽快确认；"
            "在下面的链接可以查看或取消。",
            "You asked to visit {park} at {when} (party of {people}). We will confirm it soon; see "
            "or "
            "cancel it at the link below.",
        ),
    ),
    "booking_confirmed": Kind(
        "预约参观已确认",
        "Visit confirmed",
        _both("{park}：参观已确认，{when}", "{park}: your visit is confirmed, {when}"),
        _both(
            "期待您 {when} 来访（{people} 人）。{place}{answer}在下面的链接可以查看、"
            "加入日历或取消。",
            "We look forward to seeing you at {when} (party of {people}). {place}{answer}See it, "
            "add it to your calendar or cancel it at the link below.",
        ),
    ),
    "booking_declined": Kind(
        "预约参观未能安排",
        "Visit not possible",
        _both("{park}：{when} 的参观未能安排", "{park}: the visit at {when} is not possible"),
        _both(
            "很抱歉，{when} 的参观无法安排。{answer}欢迎另选时间，或在园区网页上随时参观。",
            "We are sorry: the visit at {when} cannot take place. {answer}Please choose another "
            "time, or visit the park on the web whenever you like.",
        ),
    ),
    "booking_reminder": Kind(
        "参观提醒",
        "Visit reminder",
        _both("{park}：提醒您 {when} 的参观", "{park}: your visit at {when}"),
        _both(
            "提醒您：{when} 参观{park}（{people} 人）。{place}若不能前来，请在下面的链接取消。",
            "A reminder: you visit {park} at {when} (party of {people}). {place}If you cannot "
            "come, please cancel at the link below.",
        ),
        seconds=DAY,
    ),
    "hold_ending": Kind(
        "预留即将到期",
        "Hold is ending",
        _both(
            "{park}：{unit} 的预留将于 {when} 到期", "{park}: your hold of {unit} ends at {when}"
        ),
        _both(
            "您预留的 {unit} 将于 {when} 到期，到期后将向其他人开放。如需延长，请联系园区。",
            "Your hold of {unit} ends at {when}; it is open to others after that. To make it "
            "longer, get in touch with the park.",
        ),
        seconds=DAY,
    ),
    "event": Kind(
        "园区事件", "Event", _both("{park}：{what}", "{park}: {what}"), _both("{what}", "{what}")
    ),
    "test": Kind(
        "测试通知",
        "Test",
        _both("{park}：测试通知", "{park}: a test"),
        _both("收到这条消息，说明通知设置正确。", "If you read this, notices are set up well."),
        seconds=HOUR,
    ),
    **REGISTRATION,
}
"""Anything else is sent too, with words of its own, and treated as a secret."""
OTHER: Final = Kind("其他", "Other", _both("{park}", "{park}"), _both("", ""), secret=True)


def kind_of(name: str) -> Kind:
    """The row of a kind."""
    return KINDS.get(name, OTHER)


class _Blank(dict[str, str]):
    """Values of a template; a name that nobody gave is nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its ``{names}`` put in."""
    return template.format_map(_Blank(values))
