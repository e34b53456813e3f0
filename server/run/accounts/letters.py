"""What accounts are written, as notices; the words of each kind are with the notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.run.notices.notice import Address, Notice

Words = Mapping[str, str]
"""``zh`` and ``en``."""
CODE_MINUTES: Final = 10

CHANGED: Final[Mapping[str, Words]] = {
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
        "en": "after too many wrong passwords, signing in by password is off until you choose a "
        "new one through “Forgot password”",
    },
    "grants": {"zh": "您的角色已变更", "en": "your roles were changed"},
}
"""What may have happened to an account."""
HINT: Final[Words] = {
    "zh": "若不是您本人操作，请立即修改密码，并联系园区运营者。",
    "en": "If it was not you, change your password at once and tell the park's operator.",
}


def sign_in_code(to: str, lang: str, code: str, person: str) -> Notice:
    """A one-time code, by e-mail or text message."""
    data = {"code": code, "minutes": str(CODE_MINUTES)}
    return Notice("code", address_of(to), lang, person=person, ref=person, data=data)


def recovery(to: str, lang: str, link: str, person: str) -> Notice:
    """A link for choosing a new password."""
    return Notice("recovery", address_of(to), lang, link=link, person=person, ref=person)


def invitation(to: str, lang: str, link: str, person: str) -> Notice:
    """An invitation to the desk; ``person`` is the invitation's id."""
    return Notice("invitation", address_of(to), lang, link=link, person=person, ref=person)


def signed_in(to: str, lang: str, agent: str, address: str, person: str) -> Notice:
    """Somebody signed in from where they never did before."""
    words = {
        "zh": f"有新的设备登录了您的账号：{agent or '未知设备'}，网络地址 {address or '未知'}。",
        "en": f"A new device signed in to your account: {agent or 'unknown'}, network address "
        f"{address or 'unknown'}. ",
    }
    title = {"zh": "新的登录", "en": "A new sign-in"}
    return _security(to, lang, title, words, person)


def security(to: str, lang: str, what: str, person: str) -> Notice:
    """Something about how one signs in has changed; ``what`` is a key of ``CHANGED``."""
    told = CHANGED[what]
    words = {"zh": f"您的账号有变化：{told['zh']}。", "en": f"On your account, {told['en']}. "}
    title = {"zh": "账号安全提醒", "en": "About your account's security"}
    return _security(to, lang, title, words, person)


def address_of(to: str) -> Address:
    """An e-mail address or a phone number."""
    return Address(email=to) if "@" in to else Address(phone=to)


def _security(to: str, lang: str, title: Words, words: Words, person: str) -> Notice:
    text = {key: words[key] + HINT[key] for key in ("zh", "en")}
    return Notice("security", address_of(to), lang, title, text, person=person, ref=person)
