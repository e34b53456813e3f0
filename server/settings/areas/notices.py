"""How notices leave the house."""

from __future__ import annotations

from typing import Final

from server.settings.readers import choice, flag, real, whole
from server.settings.row import Setting

NOTICES: Final[tuple[Setting, ...]] = (
    Setting(
        "mail",
        choice("console", "smtp", "off"),
        "console",
        "电子邮件的发送方式：console 只写入运行日志（供试用），smtp 为真实发送，off 为不发送",
        "how e-mail is sent: console writes it to the log (to try things out), smtp sends it, off "
        "sends none",
    ),
    Setting("smtp_host", str, "", "邮件服务器地址", "host name of the mail server"),
    Setting("smtp_port", whole(1, 65_535), 465, "邮件服务器端口", "port of the mail server"),
    Setting(
        "smtp_tls",
        choice("tls", "starttls", "none"),
        "tls",
        "邮件连接的加密：tls 从一开始加密（465），starttls 先连后加密（587），none 只可用于本机",
        "encryption towards the mail server: tls from the first byte (465), starttls (587), none "
        "for this machine alone",
    ),
    Setting("smtp_user", str, "", "邮件服务器账号", "account at the mail server"),
    Setting(
        "smtp_password",
        str,
        "",
        "邮件服务器密码；也可用 LINGJING_SMTP_PASSWORD_FILE 指定文件",
        "password at the mail server; LINGJING_SMTP_PASSWORD_FILE names a file that holds it",
        secret=True,
        desk=False,
    ),
    Setting(
        "mail_from",
        str,
        "",
        "发件人，例如 灵境园区 <park@example.cn>；为空则用 smtp_user",
        "sender, such as Park <park@example.cn>; empty: smtp_user",
    ),
    Setting(
        "sms",
        choice("console", "http", "off"),
        "console",
        "短信的发送方式：console 只写入运行日志（供试用），http 按模板请求服务商，off 不发送",
        "how text messages are sent: console writes them to the log (to try things out), http asks "
        "a provider by the template, off sends none",
    ),
    Setting(
        "sms_template",
        str,
        "",
        "短信模板文件（TOML），说明见 server/run/notices/HOWTO-send-notices.md",
        "file (TOML) that says how the provider is asked; see "
        "server/run/notices/HOWTO-send-notices.md",
        desk=False,
    ),
    Setting(
        "notice_seconds",
        real(1, 300),
        15.0,
        "发送一条通知最长等待的秒数",
        "seconds that sending one notice may take",
        live=True,
    ),
    Setting(
        "notice_tries",
        whole(1, 50),
        12,
        "一条通知最多尝试几次，之后留待人工重发",
        "how often a notice is tried before it is left for a person to send again",
        live=True,
    ),
    Setting(
        "notice_days",
        whole(1, 3650),
        30,
        "已发通知与投递记录保留的天数",
        "days for which sent notices and their delivery log are kept",
        live=True,
    ),
    Setting(
        "private_webhooks",
        flag,
        False,
        "允许 webhook 与机器人指向内网地址",
        "webhooks and robots may point into private networks",
        live=True,
        desk=False,
    ),
)
