"""The audit trail, personal data, ownership."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "vault_locked": ErrorCode(
        503,
        "主密钥不在或无法解开，个人信息无法读取",
        "The master key is missing or cannot be unwrapped; personal data cannot be read",
    ),
    "vault_damaged": ErrorCode(
        500, "个人密钥文件已损坏，请从备份恢复", "The file of people's keys is damaged; restore it"
    ),
    "audit_locked": ErrorCode(
        500,
        "审计记录的密钥已损坏，请从备份恢复 secrets/audit.key",
        "The key of the audit trail is broken; restore secrets/audit.key",
    ),
    "request_unknown": ErrorCode(404, "没有这个请求", "There is no such request"),
    "request_closed": ErrorCode(409, "这个请求已经处理完毕", "This request is closed already"),
    "not_public": ErrorCode(
        409,
        "数据级别不是“公开”，不能展出；请先更改数据级别",
        "Its data is not classed as public, so it cannot be shown; change its class first",
    ),
    "owner_unknown": ErrorCode(422, "没有这个账号", "There is no such account"),
    "person_erased": ErrorCode(
        410, "此人的信息已按要求删除", "This person's data was deleted at their request"
    ),
}
