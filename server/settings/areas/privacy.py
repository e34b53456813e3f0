"""Where the master key is kept, and for how long personal data is."""

from __future__ import annotations

from typing import Final

from server.settings.readers import whole
from server.settings.row import Setting

PRIVACY: Final[tuple[Setting, ...]] = (
    Setting(
        "master_key_file",
        str,
        "",
        "主密钥文件，为空则为数据文件夹中的 secrets/master.key",
        "file of the master key that wraps people's keys; empty: secrets/master.key of the data",
        desk=False,
    ),
    Setting(
        "master_key_command",
        str,
        "",
        "包裹主密钥的程序（以 wrap、unwrap 调用，输入输出为 base64），用于接入密钥管理服务",
        "program that wraps the master key (called with wrap or unwrap; base64 in and out), the "
        "way to a key management service",
        desk=False,
    ),
    Setting(
        "network_log_days",
        whole(1, 3650),
        180,
        "网络日志保留天数（《网络安全法》要求不少于六个月）",
        "days for which the log of network events is kept (Chinese law asks for six months)",
    ),
    Setting(
        "audit_years",
        whole(1, 100),
        5,
        "审计记录保留年数",
        "years for which the audit trail is kept",
    ),
    Setting(
        "privacy_days",
        whole(1, 365),
        15,
        "个人信息请求的答复期限（天）",
        "days within which a person's request about their data is answered",
    ),
)
