"""Every setting of the server, in one table.

A setting comes from ``LINGJING_<NAME>`` in the environment, else from ``lingjing.toml`` in the
working folder (or the file that ``LINGJING_CONFIG`` names), else from its default. They are read
once, at start; an unknown or wrong one stops the start with one clear line.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

PREFIX: Final = "LINGJING_"
SOCKET: Final = "lingjing.sock"
HERE: Final = frozenset({"127.0.0.1", "localhost", "::1", "0.0.0.0", "::"})
"""Hosts that are reached as ``localhost``."""
LONGEST_SOCKET: Final = 107
"""Bytes that the name of a unix socket may have (unix(7))."""


class SettingsError(Exception):
    """A setting that cannot be used; the text is one line for the operator."""


class Setting(NamedTuple):
    """One row of the table: a name, how its text is read, its default, and what it is for."""

    name: str
    read: Callable[[str], Any]
    default: Any
    zh: str
    en: str


def _flag(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False, "": False}
    return words[text.strip().lower()]


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"must be within {low}..{high}")
        return value

    return read


def _real(low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise ValueError(f"must be within {low}..{high}")
        return value

    return read


def _choice(*values: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in values:
            raise ValueError(f"must be one of {', '.join(values)}")
        return text

    return read


def _filled(text: str) -> str:
    """Text that must say something: an empty host would mean every address there is."""
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def _folder(text: str) -> Path:
    path = Path(_filled(text)).expanduser()
    if len(os.fsencode(path / SOCKET)) > LONGEST_SOCKET:
        raise ValueError(f"is too long a path: {LONGEST_SOCKET - len(SOCKET) - 1} bytes at most")
    return path


def _site(text: str) -> str:
    """``https://park.example``: where a browser finds something, and nothing after it."""
    url = urlsplit(text.strip().rstrip("/"))
    bare = not (url.path or url.query or url.fragment or url.username)
    if url.scheme not in ("http", "https") or not url.hostname or not bare:
        raise ValueError("must look like https://park.example")
    return f"{url.scheme}://{url.netloc.lower()}"


def _public(text: str) -> str:
    return _site(text) if text.strip() else ""


def _sites(text: str) -> tuple[str, ...]:
    return tuple(_site(part) for part in text.split(",") if part.strip())


TABLE: Final[tuple[Setting, ...]] = (
    Setting(
        "data", _folder, Path("data"), "园区数据所在文件夹", "folder of all that the park owns"
    ),
    Setting("host", _filled, "127.0.0.1", "监听地址", "address to listen on"),
    Setting("port", _whole(0, 65535), 8000, "监听端口，0 为任选", "port to listen on; 0 picks one"),
    Setting(
        "lan",
        _flag,
        False,
        "在所有网络接口上以 HTTPS 提供服务（本地证书）",
        "listen on all interfaces, with HTTPS by a generated local certificate",
    ),
    Setting(
        "public_url",
        _public,
        "",
        "访客看到的网址，例如 https://park.example；为空则用本机地址（域名加 HTTP 时必填）",
        "address that visitors use, such as https://park.example; empty: this machine's own "
        "(a domain name over plain HTTP must be named here)",
    ),
    Setting(
        "allowed_origins",
        _sites,
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
    ),
    Setting("tls_key", str, "", "证书私钥文件（PEM）", "private key of the certificate (PEM)"),
    Setting(
        "demo",
        _flag,
        True,
        "数据文件夹为空时建造示范园区",
        "build the demo park when the data folder is empty",
    ),
    Setting("language", _choice("zh-CN", "en"), "zh-CN", "默认语言", "default language"),
    Setting("tick_hz", _whole(1, 120), 20, "每秒节拍数", "ticks in a second"),
    Setting(
        "capacity",
        _whole(1, 20_000),
        300,
        "新展厅每个分场的人数上限",
        "people in one room of a new hall; more open another room",
    ),
    Setting(
        "max_connections", _whole(1, 60_000), 5000, "实时连接总数上限", "live connections in all"
    ),
    Setting(
        "max_per_address",
        _whole(1, 60_000),
        200,
        "每个网络地址的连接上限",
        "connections from one network address",
    ),
    Setting(
        "near_m", _real(1, 10_000), 30.0, "完整姿态的距离（米）", "metres within which all is sent"
    ),
    Setting(
        "far_m",
        _real(1, 10_000),
        80.0,
        "仅发送头部姿态的距离（米）",
        "metres within which heads are sent, at a lower rate",
    ),
    Setting(
        "pose_bytes_per_second",
        _whole(0, 10**9),
        64_000,
        "每位访客每秒的姿态字节预算，0 为不限",
        "bytes of poses in a second for each visitor; 0: no limit",
    ),
    Setting(
        "see_everyone",
        _flag,
        False,
        "所有人互见，不按距离筛选",
        "everyone sees everyone, at any distance",
    ),
    Setting(
        "keep_place_seconds",
        _real(0, 3600),
        45.0,
        "断线后保留位置的秒数",
        "seconds for which the place of a cut connection is kept",
    ),
    Setting(
        "hall_idle_seconds",
        _real(1, 86_400),
        300.0,
        "无人操作多少秒后展品复原",
        "seconds without interaction after which exhibits fall back",
    ),
    Setting(
        "max_exhibit_mb",
        _whole(1, 4096),
        512,
        "单个展品文件上限（MiB）",
        "largest exhibit file, in mebibytes",
    ),
    Setting(
        "max_triangles",
        _whole(1, 10**9),
        5_000_000,
        "单个展品的三角形上限",
        "triangles that an exhibit may have",
    ),
    Setting(
        "max_draw_calls",
        _whole(1, 10**6),
        20_000,
        "单个展品的绘制调用上限",
        "draw calls that an exhibit may take",
    ),
    Setting(
        "max_textures",
        _whole(0, 10**5),
        500,
        "单个展品的贴图数量上限",
        "textures that an exhibit may have",
    ),
    Setting(
        "texture_format",
        _choice("webp", "ktx2"),
        "webp",
        "展品贴图格式：webp 传输小、处理快；ktx2 显存占用约为四分之一，处理慢得多",
        "what exhibits' textures become: webp is small on the wire and quick to make; ktx2 takes a "
        "quarter of the graphics memory and is much slower to make",
    ),
    Setting("max_pages", _whole(1, 2_000), 200, "PDF 页数上限", "pages that a document may have"),
    Setting(
        "max_texture_side",
        _whole(1, 65_536),
        16_384,
        "贴图边长上限（像素）",
        "pixels along the longer side of a texture",
    ),
    Setting(
        "max_gpu_mb",
        _whole(1, 65_536),
        4_096,
        "单个展品原件的显存上限（MiB）",
        "graphics memory that an exhibit may take as it came, in mebibytes",
    ),
    Setting(
        "workers",
        _whole(1, 64),
        2,
        "同时处理的上传数",
        "uploads that are checked and built at the same time",
    ),
    Setting(
        "worker_memory_mb",
        _whole(256, 1_048_576),
        3_072,
        "处理一个上传可用的内存（MiB）",
        "memory for building one upload, in mebibytes",
    ),
    Setting(
        "worker_seconds",
        _whole(5, 86_400),
        600,
        "处理一个上传的最长秒数",
        "seconds that one upload may take to be checked and built",
    ),
    Setting(
        "quarantine_mb",
        _whole(1, 10**9),
        8_192,
        "未处理上传占用磁盘的上限（MiB）",
        "disk space for uploads that are not settled yet, in mebibytes",
    ),
    Setting(
        "collect_hours",
        _real(0, 8760),
        24.0,
        "每隔多少小时清理无人引用的文件，0 为不清理",
        "hours between clearing away stored files that nothing refers to; 0: never",
    ),
    Setting(
        "upload_hours",
        _real(0.01, 8760),
        24.0,
        "未完成的上传保留多少小时",
        "hours that an upload nobody continues is kept",
    ),
    Setting(
        "max_uploads",
        _whole(1, 100_000),
        1_200,
        "每人同时保留的未处理上传数（.gltf 的每个文件算一个）",
        "uploads that one person may have waiting; each file of a .gltf is one",
    ),
    Setting(
        "browser",
        str,
        "",
        "为展品拍照的浏览器（Chromium），为空则自动寻找，none 为不用",
        "browser (Chromium) that photographs exhibits; empty: looked for, none: not used",
    ),
    Setting(
        "metrics_open",
        _flag,
        False,
        "任何地址都可读取 /metrics；默认只限本机与运营者",
        "anybody may read /metrics; else only this machine and the operator may",
    ),
    Setting("log_format", _choice("text", "json"), "text", "日志格式", "how log lines are written"),
    Setting(
        "log_level",
        _choice("debug", "info", "warning", "error"),
        "info",
        "日志级别",
        "how much is logged",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; each field is a row of ``TABLE``."""

    data: Path = field(default_factory=lambda: Path("data"))
    host: str = "127.0.0.1"
    port: int = 8000
    lan: bool = False
    public_url: str = ""
    allowed_origins: tuple[str, ...] = ()
    tls_certificate: str = ""
    tls_key: str = ""
    demo: bool = True
    language: str = "zh-CN"
    tick_hz: int = 20
    capacity: int = 300
    max_connections: int = 5000
    max_per_address: int = 200
    near_m: float = 30.0
    far_m: float = 80.0
    pose_bytes_per_second: int = 64_000
    see_everyone: bool = False
    keep_place_seconds: float = 45.0
    hall_idle_seconds: float = 300.0
    max_exhibit_mb: int = 512
    max_triangles: int = 5_000_000
    max_draw_calls: int = 20_000
    max_textures: int = 500
    texture_format: Literal["webp", "ktx2"] = "webp"
    max_pages: int = 200
    max_texture_side: int = 16_384
    max_gpu_mb: int = 4_096
    workers: int = 2
    worker_memory_mb: int = 3_072
    worker_seconds: int = 600
    quarantine_mb: int = 8_192
    collect_hours: float = 24.0
    upload_hours: float = 24.0
    max_uploads: int = 1_200
    browser: str = ""
    metrics_open: bool = False
    log_format: str = "text"
    log_level: str = "info"

    @property
    def max_exhibit_bytes(self) -> int:
        """The largest exhibit file."""
        return self.max_exhibit_mb * 2**20

    @property
    def socket(self) -> Path:
        """The unix socket by which the command line reaches a running server."""
        return self.data / SOCKET

    def local_url(self, port: int) -> str:
        """Where this machine reaches the park: ``localhost``, unless that is not listened on."""
        secure = self.lan or bool(self.tls_certificate)
        host = f"[{self.host}]" if ":" in self.host else self.host
        name = "localhost" if self.host in HERE else host
        return f"{'https' if secure else 'http'}://{name}:{port}"


NAMES: Final = {setting.name for setting in TABLE}
OUTSIDE: Final = frozenset({"LINGJING_CONFIG"})
"""Variables with our prefix that are not settings of the server."""


def load_settings(environ: Mapping[str, str], folder: Path = Path()) -> Settings:
    """Read the settings once; raises SettingsError that names what is wrong."""
    texts = _from_file(environ, folder)
    for variable, text in environ.items():
        if not variable.startswith(PREFIX) or variable in OUTSIDE:
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in NAMES:
            raise SettingsError(f"unknown setting {variable}: `lingjing settings` lists them all")
        texts[name] = (variable, text)
    values = {}
    for setting in TABLE:
        if setting.name in texts:
            values[setting.name] = _read(setting, *texts[setting.name])
    settings = Settings(**values)
    if bool(settings.tls_certificate) != bool(settings.tls_key):
        raise SettingsError("LINGJING_TLS_CERTIFICATE and LINGJING_TLS_KEY go together")
    return settings


def _read(setting: Setting, source: str, text: str) -> Any:
    try:
        return setting.read(text)
    except (ValueError, KeyError) as error:
        reason = str(error) if isinstance(error, ValueError) else "must be 1 or 0"
        raise SettingsError(f"{source}={text!r}: {reason} ({setting.en})") from None


def _from_file(environ: Mapping[str, str], folder: Path) -> dict[str, tuple[str, str]]:
    named = environ.get("LINGJING_CONFIG")
    path = Path(named) if named else folder / "lingjing.toml"
    if not path.exists():
        if named:
            raise SettingsError(f"LINGJING_CONFIG names {path}, which is not there")
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from None
    unknown = table.keys() - NAMES
    if unknown:
        raise SettingsError(f"{path}: unknown setting {sorted(unknown)[0]!r}")
    return {name: (f"{path}: {name}", _as_text(value)) for name, value in table.items()}


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(str(part) for part in value)
    return str(value)


assert {row.name for row in fields(Settings)} == NAMES
