"""Accounts, sessions, and whom a request is counted against."""

from __future__ import annotations

from typing import Final

from server.settings.readers import flag, networks, real
from server.settings.row import Setting

ACCOUNTS: Final[tuple[Setting, ...]] = (
    Setting(
        "require_second_factor",
        flag,
        True,
        "员工须启用第二重验证（通行密钥或验证器）后才能工作",
        "staff need a second factor (a passkey or an authenticator) before they may work",
        desk=False,
    ),
    Setting(
        "breached_passwords",
        str,
        "",
        "已泄露密码列表（按 SHA-1 排序的文本，每行可带 :次数），为空则只用内置常用密码表",
        "list of breached passwords (sorted SHA-1 lines, each may end in :count); empty: only the "
        "built-in lists of common ones",
        desk=False,
    ),
    Setting(
        "session_idle_hours",
        real(0.05, 8760),
        12.0,
        "多少小时没有使用后须重新登录",
        "hours without use after which one signs in again",
    ),
    Setting(
        "session_days",
        real(0.01, 365),
        7.0,
        "登录最长保持多少天",
        "days after which one signs in again in any case",
    ),
    Setting(
        "trusted_proxies",
        networks,
        (),
        "可信反向代理的地址（CIDR，逗号分隔）；只有它们转来的 X-Forwarded-For 与 "
        "X-Forwarded-Proto 会被采信",
        "addresses of reverse proxies (CIDR, separated by commas): only theirs are believed, what "
        "they say in X-Forwarded-For and X-Forwarded-Proto",
        desk=False,
    ),
)
