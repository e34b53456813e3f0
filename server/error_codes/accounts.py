"""Accounts, signing in, invitations, keys."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "csrf_refused": ErrorCode(
        403,
        "页面的凭证已过期，请刷新后重试",
        "The page's proof is missing or out of date; load the page again",
    ),
    "key_refused": ErrorCode(
        401, "凭证无效、已过期或已吊销", "The token or key is invalid, expired or revoked"
    ),
    "sign_in_refused": ErrorCode(
        401, "账号或密码（验证码）不正确", "The account, password or code is not right"
    ),
    "sign_in_way": ErrorCode(
        422,
        "请给出 token，或 email 与 password，或 step 与 code，或 address 与 code",
        "Give token, or email and password, or step and code, or address and code",
    ),
    "sign_in_step": ErrorCode(
        401, "这一步已失效，请重新登录", "This step is over; sign in from the beginning"
    ),
    "code_refused": ErrorCode(
        403, "验证码不正确，或已使用过", "The code is not right, or was used before"
    ),
    "too_many_attempts": ErrorCode(
        429,
        "尝试次数过多，请按 Retry-After 等待后再试",
        "Too many tries; wait as long as Retry-After says",
    ),
    "too_many_codes": ErrorCode(
        429,
        "发送过于频繁，请按 Retry-After 等待后再试",
        "Sent too often; wait as long as Retry-After says",
    ),
    "account_suspended": ErrorCode(
        403, "账号已停用，请联系园区运营者", "This account is suspended; ask the park's operator"
    ),
    "account_unknown": ErrorCode(404, "没有这个账号", "There is no such account"),
    "account_none": ErrorCode(
        404,
        "您经运营者链接登录，没有个人账号",
        "You came by an operator link, which has no account of its own",
    ),
    "account_exists": ErrorCode(
        409, "这个邮箱或手机号已属于某个账号", "This e-mail or phone belongs to an account already"
    ),
    "operator_exists": ErrorCode(
        409, "园区已有运营者账号", "An operator has an account already; ask for an invitation"
    ),
    "operator_last": ErrorCode(
        409,
        "这是最后一个运营者，不能移除、停用或降级",
        "This is the last operator: it cannot be removed, suspended or given less",
    ),
    "second_factor_due": ErrorCode(
        403,
        "员工须先启用第二重验证（通行密钥或身份验证器）",
        "Set up a second factor (a passkey or an authenticator) first",
    ),
    "last_second_factor": ErrorCode(
        409,
        "这是最后一种第二重验证，请先添加另一种",
        "This is your last second factor; add another one first",
    ),
    "proof_due": ErrorCode(
        403,
        "请再次输入密码或验证码以确认是您本人",
        "Enter your password or a code again, to show that it is you",
    ),
    "totp_not_begun": ErrorCode(
        409, "请重新开始设置身份验证器", "Begin to set up the authenticator again"
    ),
    "password_short": ErrorCode(422, "密码至少 10 个字符", "A password has 10 characters at least"),
    "password_long": ErrorCode(422, "密码最多 256 个字符", "A password has 256 characters at most"),
    "password_personal": ErrorCode(
        422, "密码不要包含姓名或邮箱", "A password should not hold your name or address"
    ),
    "password_breached": ErrorCode(
        422,
        "这个密码已在泄露的密码列表中，请换一个",
        "This password is on a list of breached ones; choose another",
    ),
    "password_guessable": ErrorCode(
        422,
        "这个密码容易被猜到，可以多用几个不相关的词",
        "This password is easy to guess; a few unrelated words make a good one",
    ),
    "not_an_email": ErrorCode(422, "这不是有效的邮箱地址", "This is not an e-mail address"),
    "not_a_phone": ErrorCode(422, "这不是有效的手机号", "This is not a phone number"),
    "name_unreadable": ErrorCode(
        422, "名称中没有可显示的文字", "Nothing of this name can be shown"
    ),
    "grant_refused": ErrorCode(
        403,
        "不能授予、变更超出自己权限的角色",
        "You can only give or change roles whose every right you have yourself",
    ),
    "invitation_unknown": ErrorCode(404, "没有这个邀请", "There is no such invitation"),
    "invitation_refused": ErrorCode(
        404,
        "邀请无效、已使用或已过期，请联系邀请人",
        "The invitation is invalid, used or expired; ask whoever invited you",
    ),
    "recovery_refused": ErrorCode(
        404,
        "链接无效、已使用或已过期，请重新申请",
        "The link is invalid, used or expired; ask for another one",
    ),
    "session_unknown": ErrorCode(404, "没有这个登录会话", "There is no such session"),
    "key_unknown": ErrorCode(404, "没有这个 API 密钥", "There is no such API key"),
    "too_many_keys": ErrorCode(
        409, "API 密钥已达上限，请先删除不用的", "There are too many API keys; remove some first"
    ),
    "scope_unknown": ErrorCode(422, "没有这种操作", "There is no such action"),
    "scope_refused": ErrorCode(
        422, "API 密钥不能用于这种操作", "An API key cannot be given this action"
    ),
}
