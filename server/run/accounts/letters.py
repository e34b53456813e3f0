"""What accounts are written: every letter in both languages.

A letter goes to one address of one person. Who sends it is told to the office when the park is put
together; a letter that cannot be sent never keeps anybody from signing in.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

Words = dict[str, str]
"""``zh`` and ``en``."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, ready to be sent. ``to`` is an e-mail address or a phone number."""

    kind: str
    to: str
    lang: str
    title: Words
    text: Words
    link: str = ""
    person: str = ""
    """Whose key seals it in the outbox."""


Post = Callable[[Letter], Awaitable[None]]
SIGN_IN_CODE: Final = "sign_in_code"
RECOVERY: Final = "account_recovery"
INVITATION: Final = "invitation"
SIGNED_IN: Final = "new_sign_in"
SECURITY: Final = "account_security"
KINDS: Final = (SIGN_IN_CODE, RECOVERY, INVITATION, SIGNED_IN, SECURITY)

CHANGED: Final[dict[str, Words]] = {
    "password": {"zh": "登录密码已修改", "en": "your password was changed"},
    "totp_on": {"zh": "已启用身份验证器", "en": "an authenticator was set up"},
    "totp_off": {"zh": "已停用身份验证器", "en": "your authenticator was removed"},
    "passkey_on": {"zh": "已添加通行密钥", "en": "a passkey was added"},
    "passkey_off": {"zh": "已移除通行密钥", "en": "a passkey was removed"},
    "codes": {"zh": "已生成新的恢复码", "en": "new recovery codes were made"},
    "recovery_code": {"zh": "有人使用恢复码登录", "en": "a recovery code was used to sign in"},
    "reset": {"zh": "运营者重置了登录方式", "en": "an operator reset how you sign in"},
    "locked": {
        "zh": "密码连续输错太多次，密码登录已停用，请通过“忘记密码”重设",
        "en": "too many wrong passwords: signing in by password is off until you choose a new "
        "password through “Forgot password”",
    },
    "grants": {"zh": "您的角色已变更", "en": "your roles were changed"},
}
"""What may have happened to an account."""


def sign_in_code(to: str, lang: str, code: str, person: str) -> Letter:
    """A one-time code."""
    return Letter(
        SIGN_IN_CODE,
        to,
        lang,
        {"zh": f"登录验证码 {code}", "en": f"Sign-in code {code}"},
        {
            "zh": f"您的登录验证码是 {code}，十分钟内有效。请勿告诉任何人；"
            "若非本人操作，忽略即可。",
            "en": f"Your sign-in code is {code}; it is good for ten minutes. Tell it to nobody. "
            "If you did not ask for it, ignore this message.",
        },
        person=person,
    )


def recovery(to: str, lang: str, link: str, person: str) -> Letter:
    """A link for choosing a new password."""
    return Letter(
        RECOVERY,
        to,
        lang,
        {"zh": "重设密码", "en": "Choose a new password"},
        {
            "zh": "请在一小时内打开链接并设置新密码。链接只能使用一次；若非本人操作，忽略即可，"
            "密码不会改变。",
            "en": "Open the link within an hour and choose a new password. It works once. If you "
            "did not ask for it, ignore this message: your password stays as it is.",
        },
        link,
        person,
    )


def invitation(to: str, lang: str, link: str, person: str, park: Words) -> Letter:
    """An invitation to the desk."""
    zh, en = park.get("zh", ""), park.get("en", "")
    return Letter(
        INVITATION,
        to,
        lang,
        {"zh": f"邀请您加入{zh or '灵境园区'}", "en": f"You are invited to {en or 'the park'}"},
        {
            "zh": "请打开链接建立您的账号。链接只能使用一次，请勿转发。",
            "en": "Open the link to make your account. It works once; do not pass it on.",
        },
        link,
        person,
    )


def signed_in(to: str, lang: str, agent: str, address: str, person: str) -> Letter:
    """Somebody signed in from where they never did before."""
    return Letter(
        SIGNED_IN,
        to,
        lang,
        {"zh": "新的登录", "en": "A new sign-in"},
        {
            "zh": f"您的账号刚刚登录：{agent or '未知设备'}，网络地址 {address or '未知'}。"
            "若非本人操作，请立即修改密码并结束该登录。",
            "en": f"Somebody signed in to your account: {agent or 'unknown device'}, network "
            f"address {address or 'unknown'}. If it was not you, change your password and end "
            "that session now.",
        },
        person=person,
    )


def security(to: str, lang: str, what: str, person: str) -> Letter:
    """Something about how one signs in has changed; ``what`` is a key of ``CHANGED``."""
    words = CHANGED[what]
    return Letter(
        SECURITY,
        to,
        lang,
        {"zh": "账号安全提醒", "en": "About your account's security"},
        {
            "zh": f"{words['zh']}。若非本人操作，请立即联系园区运营者。",
            "en": f"On your account, {words['en']}. If it was not you, tell the park's operator "
            "at once.",
        },
        person=person,
    )
