"""Passkeys, identity providers, pairing of headsets."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "passkey_unavailable": ErrorCode(
        409,
        "通行密钥需要通过域名或 localhost 访问，IP 地址不行",
        "Passkeys need a domain name or localhost; an IP address will not do",
    ),
    "passkey_expired": ErrorCode(
        400, "这次操作已过期，请重新开始", "This has taken too long; please begin again"
    ),
    "passkey_refused": ErrorCode(401, "没有认出这把通行密钥", "This passkey was not recognised"),
    "passkey_exists": ErrorCode(
        409, "这把通行密钥已经登记过了", "This passkey is registered already"
    ),
    "passkey_unknown": ErrorCode(404, "没有这把通行密钥", "There is no such passkey"),
    "too_many_passkeys": ErrorCode(
        409, "通行密钥已达上限，请先移除不用的", "There are too many passkeys; remove one first"
    ),
    "last_credential": ErrorCode(
        409,
        "这是最后一种登录方式，移除后将无法登录；请先设置密码或登记另一把通行密钥",
        "This is the last way to sign in; set a password or add another passkey first",
    ),
    "identity_taken": ErrorCode(
        409,
        "这个身份已关联到另一个账号",
        "This identity is linked to another account already",
    ),
    "oidc_off": ErrorCode(404, "园区没有启用统一身份认证", "The park has no identity provider"),
    "oidc_expired": ErrorCode(
        400,
        "这次登录已过期，或在另一个浏览器中打开，请重新开始",
        "This sign-in has expired or was begun in another browser; please begin again",
    ),
    "oidc_refused": ErrorCode(
        401, "身份提供方的回答没有通过验证", "The identity provider's answer was not valid"
    ),
    "oidc_unreachable": ErrorCode(
        502,
        "身份提供方没有正确回应，请稍后再试",
        "The identity provider did not answer as it should; try again later",
    ),
    "oidc_unknown": ErrorCode(
        403,
        "这个身份还没有关联园区账号，请联系园区发出邀请，或用其他方式登录后在“我的账号”中关联",
        "No account here belongs to this identity: ask for an invitation, or sign in another way "
        "and link it under My account",
    ),
    "authorization_pending": ErrorCode(400, "还在等待确认", "Still waiting for confirmation"),
    "slow_down": ErrorCode(400, "询问得太频繁了", "Asked too often"),
    "access_denied": ErrorCode(400, "配对被拒绝了", "The pairing was declined"),
    "expired_token": ErrorCode(400, "配对码已过期", "The pairing code has expired"),
    "pairing_unknown": ErrorCode(
        404,
        "没有这个配对码，请核对头显上显示的八个字母；过期后头显会换一个新的",
        "There is no such code: compare it with the eight letters in the headset, which shows a "
        "new one when it expires",
    ),
    "pairing_full": ErrorCode(
        503, "正在等待配对的设备太多，请稍后再试", "Too many devices wait to be paired; try later"
    ),
}
