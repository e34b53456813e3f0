"""Where the park is served, and what it says of itself while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from server.settings.readers import choice, database, filled, flag, folder, public, sites, whole
from server.settings.row import Setting

HOUSE: Final[tuple[Setting, ...]] = (
    Setting(
        "data",
        folder,
        Path("data"),
        "园区数据所在文件夹",
        "folder of all that the park owns",
        desk=False,
    ),
    Setting(
        "database",
        database,
        "",
        "PostgreSQL 数据库地址（postgresql://用户:密码@主机:端口/库名?sslmode=verify-full），"
        "为空则用数据文件夹中的 park.db；也可用 LINGJING_DATABASE_FILE 指定文件",
        "address of a PostgreSQL database (postgresql://user:password@host:port/name?sslmode="
        "verify-full), empty: park.db in the data folder; or LINGJING_DATABASE_FILE",
        secret=True,
        desk=False,
    ),
    Setting("host", filled, "127.0.0.1", "监听地址", "address to listen on", desk=False),
    Setting(
        "port",
        whole(0, 65535),
        8000,
        "监听端口，0 为任选",
        "port to listen on; 0 picks one",
        desk=False,
    ),
    Setting(
        "lan",
        flag,
        False,
        "在所有网络接口上以 HTTPS 提供服务（本地证书）",
        "listen on all interfaces, with HTTPS by a generated local certificate",
        desk=False,
    ),
    Setting(
        "public_url",
        public,
        "",
        "访客看到的网址，例如 https://park.example；为空则用本机地址（域名加 HTTP 时必填）",
        "address that visitors use, such as https://park.example; empty: this machine's own "
        "(a domain name over plain HTTP must be named here)",
    ),
    Setting(
        "allowed_origins",
        sites,
        (),
        "除本站外允许连接实时通道的来源，逗号分隔",
        "origins besides our own that may open the live socket, separated by commas",
    ),
    Setting(
        "tls_certificate",
        str,
        "",
        "证书文件（PEM），为空则不用",
        "certificate file (PEM); empty: none",
        desk=False,
    ),
    Setting(
        "tls_key",
        str,
        "",
        "证书私钥文件（PEM）",
        "private key of the certificate (PEM)",
        desk=False,
    ),
    Setting(
        "demo",
        flag,
        True,
        "数据文件夹为空时建造示范园区",
        "build the demo park when the data folder is empty",
    ),
    Setting("language", choice("zh-CN", "en"), "zh-CN", "默认语言", "default language", live=True),
    Setting(
        "metrics_open",
        flag,
        False,
        "任何地址都可读取 /metrics；默认只限本机与运营者",
        "anybody may read /metrics; else only this machine and the operator may",
        live=True,
    ),
    Setting("log_format", choice("text", "json"), "text", "日志格式", "how log lines are written"),
    Setting(
        "log_level",
        choice("debug", "info", "warning", "error"),
        "info",
        "日志级别",
        "how much is logged",
    ),
)
