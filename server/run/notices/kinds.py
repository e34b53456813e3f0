"""Every kind of notice: what it is called, what it says, how long it is worth anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

HOUR: Final = 3600.0
DAY: Final = 24 * HOUR


class Kind(NamedTuple):
    """One kind. ``title`` and ``text`` are templates with ``{names}`` in both languages.

    ``seconds``: a notice that could not be sent within them is given up. ``secret``: its words are
    wiped once it is over, as they would let somebody in.
    """

    zh: str
    en: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    seconds: float = 3 * DAY
    secret: bool = False


def _both(zh: str, en: str) -> Mapping[str, str]:
    return {"zh": zh, "en": en}


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
