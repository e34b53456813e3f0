"""Settings: one table, read once, refused in one clear line."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from server.settings import TABLE, Settings, SettingsError, load_settings


def test_the_table_and_the_fields_agree() -> None:
    assert sorted(row.name for row in TABLE) == sorted(field.name for field in fields(Settings))
    assert load_settings({}, Path("/nowhere")) == Settings()
    for row in TABLE:
        assert getattr(Settings(), row.name) == row.default
        assert row.zh and row.en


def test_the_environment_goes_before_the_file_and_the_file_before_defaults(tmp_path: Path) -> None:
    (tmp_path / "lingjing.toml").write_text(
        'port = 9000\ncapacity = 12\nallowed_origins = ["http://a", "http://b"]\n', encoding="utf-8"
    )
    settings = load_settings({"LINGJING_PORT": "9001", "HOME": "/x"}, tmp_path)
    assert (settings.port, settings.capacity, settings.tick_hz) == (9001, 12, 20)
    assert settings.allowed_origins == ("http://a", "http://b")


def test_a_file_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "park.toml"
    file.write_text("lan = true\n", encoding="utf-8")
    assert load_settings({"LINGJING_CONFIG": str(file)}).lan
    with pytest.raises(SettingsError, match="not there"):
        load_settings({"LINGJING_CONFIG": str(tmp_path / "other.toml")})


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"LINGJING_PROT": "1"}, "unknown setting LINGJING_PROT"),
        ({"LINGJING_PORT": "eighty"}, "LINGJING_PORT='eighty'"),
        ({"LINGJING_PORT": "70000"}, "must be within 0..65535"),
        ({"LINGJING_LAN": "maybe"}, "must be 1 or 0"),
        ({"LINGJING_LOG_LEVEL": "loud"}, "must be one of"),
        ({"LINGJING_NEAR_M": "nan"}, "must be within"),
        ({"LINGJING_TLS_KEY": "k.pem"}, "go together"),
    ],
)
def test_a_wrong_setting_stops_the_start(environ: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        load_settings(environ, Path("/nowhere"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["port = ", "speed = 3\n", "port = 'x'\n"])
def test_a_wrong_file_stops_the_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "lingjing.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"lingjing\.toml"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("HOST", "", "must not be empty"),
        ("DATA", " ", "must not be empty"),
        ("DATA", "/" + "long/" * 30, "too long"),
        ("PUBLIC_URL", "park.example", "must look like"),
        ("PUBLIC_URL", "https://park.example/park", "must look like"),
        ("PUBLIC_URL", "https://[", "Invalid"),
        ("ALLOWED_ORIGINS", "https://a.example, b.example", "must look like"),
        ("DATABASE", "mysql://a@b/c", "must look like"),
        ("DATABASE", "postgresql://a@b", "must look like"),
        ("DATABASE", "postgresql://a@b:port/c", "Port"),
    ],
)
def test_what_would_mean_something_else_is_refused(name: str, text: str, reason: str) -> None:
    with pytest.raises(SettingsError, match=f"LINGJING_{name}.*{reason}"):
        load_settings({f"LINGJING_{name}": text}, Path("/nowhere"))


def test_addresses_are_kept_as_browsers_write_them() -> None:
    environ = {
        "LINGJING_PUBLIC_URL": "https://Park.Example/",
        "LINGJING_ALLOWED_ORIGINS": "https://A.example:8443/, http://b",
    }
    settings = load_settings(environ, Path("/nowhere"))
    assert settings.public_url == "https://park.example"
    assert settings.allowed_origins == ("https://a.example:8443", "http://b")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "lingjing.toml").mkdir()
    with pytest.raises(SettingsError, match=r"lingjing\.toml"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        (Settings(), "http://localhost:8000"),
        (Settings(lan=True), "https://localhost:8000"),
        (Settings(host="0.0.0.0", tls_certificate="c"), "https://localhost:8000"),
        (Settings(host="::"), "http://localhost:8000"),
        (Settings(host="192.0.2.7"), "http://192.0.2.7:8000"),
        (Settings(host="2001:db8::7"), "http://[2001:db8::7]:8000"),
    ],
)
def test_this_machine_is_told_an_address_that_is_listened_on(settings: Settings, url: str) -> None:
    assert settings.local_url(8000) == url


def test_the_desk_goes_before_defaults_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("capacity = 7\ntick_hz = 30\n", encoding="utf-8")
    environ = {"LINGJING_DATA": str(tmp_path), "LINGJING_TICK_HZ": "10"}
    settings = load_settings(environ, tmp_path)
    assert (settings.capacity, settings.tick_hz) == (7, 10)
    (tmp_path / "settings.toml").write_text("port = 7\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be set here"):
        load_settings(environ, tmp_path)


def test_a_secret_may_stand_in_a_file_and_is_never_told(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("open sesame\n", encoding="utf-8")
    settings = load_settings({"LINGJING_SMTP_PASSWORD_FILE": str(file)}, tmp_path)
    assert settings.smtp_password == "open sesame"
    assert "sesame" not in repr(settings)
    with pytest.raises(SettingsError, match="LINGJING_SMTP_PASSWORD_FILE"):
        load_settings({"LINGJING_SMTP_PASSWORD_FILE": str(tmp_path / "none")}, tmp_path)
    with pytest.raises(SettingsError, match="unknown setting LINGJING_MAIL_FILE"):
        load_settings({"LINGJING_MAIL_FILE": str(file)}, tmp_path)
