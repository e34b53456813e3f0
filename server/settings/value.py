"""The settings in force, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Final, Literal

from server.settings.readers import SOCKET

HERE: Final = frozenset({"127.0.0.1", "localhost", "::1", "0.0.0.0", "::"})
"""Hosts that are reached as ``localhost``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; each field is a row of the table."""

    data: Path = field(default_factory=lambda: Path("data"))
    database: str = field(default="", repr=False)
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
    require_second_factor: bool = True
    breached_passwords: str = ""
    session_idle_hours: float = 12.0
    session_days: float = 7.0
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_name: str = ""
    oidc_roles: str = ""
    oidc_allow_new: bool = False
    mail: str = "console"
    smtp_host: str = ""
    smtp_port: int = 465
    smtp_tls: str = "tls"
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    mail_from: str = ""
    sms: str = "console"
    sms_template: str = ""
    notice_seconds: float = 15.0
    notice_tries: int = 12
    notice_days: int = 30
    private_webhooks: bool = False
    statistics: bool = True
    statistics_least: int = 5
    statistics_days: int = 400
    words_builtin: bool = True
    words_file: str = "words.txt"
    words_url: str = ""
    words_key: str = field(default="", repr=False)
    words_seconds: float = 2.0
    words_unreached: str = "allow"
    master_key_file: str = ""
    master_key_command: str = ""
    network_log_days: int = 180
    audit_years: int = 5
    privacy_days: int = 15
    application_years: int = 5
    fonts: str = ""
    lead_days: int = 365
    guide_days: int = 90
    guide_questions_per_minute: int = 12
    guide_questions_per_day: int = 300
    guide_answers_at_once: int = 64
    guide_tokens_per_day: int = 2_000_000
    guide_model_url: str = ""
    guide_model: str = ""
    guide_model_key: str = field(default="", repr=False)
    guide_embeddings_url: str = ""
    guide_embeddings_model: str = ""
    guide_embeddings_key: str = field(default="", repr=False)
    guide_speech_url: str = ""
    guide_speech_model: str = ""
    guide_speech_key: str = field(default="", repr=False)
    guide_transcribe_url: str = ""
    guide_transcribe_model: str = ""
    guide_transcribe_key: str = field(default="", repr=False)
    guide_speech_format: str = "wav"
    guide_abroad: bool = False
    guide_domestic: tuple[str, ...] = ()
    hold_days: int = 7
    hold_more_days: int = 7
    hold_most: int = 3
    visit_reminder_hours: int = 24

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
