"""Reading the settings, each from the first of its sources that has it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from server.settings.row import PREFIX, Setting, SettingsError
from server.settings.table import ROWS, TABLE
from server.settings.value import Settings

Source = Literal["default", "desk", "file", "environment"]
DESK_FILE: Final = "settings.toml"
"""What the desk has set, in the park's data folder."""
OUTSIDE: Final = frozenset({"LINGJING_CONFIG"})
"""Variables with our prefix that are not settings of the server."""
FROM_FILE: Final = "_file"
"""``LINGJING_SMTP_PASSWORD_FILE`` names a file that holds a secret setting."""


class Told(NamedTuple):
    """What a source says of a setting, and where exactly it says so."""

    source: Source
    where: str
    text: str


def load_settings(environ: Mapping[str, str], folder: Path = Path()) -> Settings:
    """Read the settings once; raises SettingsError that names what is wrong."""
    return settings_of(told_by(environ, folder))


def told_by(environ: Mapping[str, str], folder: Path = Path()) -> dict[str, Told]:
    """What the sources say: the environment before the file, the file before the desk.

    Raises SettingsError.
    """
    told = _from_file(environ, folder) | _from_environment(environ)
    data = _read(ROWS["data"], told["data"]) if "data" in told else ROWS["data"].default
    return from_desk(data) | told


def settings_of(told: Mapping[str, Told]) -> Settings:
    """The settings that the sources make together; raises SettingsError."""
    values = {row.name: _read(row, told[row.name]) for row in TABLE if row.name in told}
    settings = Settings(**values)
    if bool(settings.tls_certificate) != bool(settings.tls_key):
        raise SettingsError("LINGJING_TLS_CERTIFICATE and LINGJING_TLS_KEY go together")
    return settings


def from_desk(data: Path) -> dict[str, Told]:
    """What the desk has set; raises SettingsError."""
    path = data / DESK_FILE
    told = _table(path, "desk") if path.is_file() else {}
    for name in told:
        if not ROWS[name].desk:
            raise SettingsError(f"{path}: {name} cannot be set here")
    return told


def _from_environment(environ: Mapping[str, str]) -> dict[str, Told]:
    ours = (name for name in environ if name.startswith(PREFIX) and name not in OUTSIDE)
    return dict(_variable(name, environ[name]) for name in ours)


def _variable(variable: str, text: str) -> tuple[str, Told]:
    name = variable.removeprefix(PREFIX).lower()
    if name in ROWS:
        return name, Told("environment", variable, text)
    secret = ROWS.get(name.removesuffix(FROM_FILE))
    if secret is None or not secret.secret:
        raise SettingsError(f"unknown setting {variable}: `lingjing settings` lists them all")
    return secret.name, Told("environment", variable, _secret(variable, text))


def _secret(variable: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{variable}={path!r}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{variable}={path!r}: is not UTF-8") from None


def _from_file(environ: Mapping[str, str], folder: Path) -> dict[str, Told]:
    named = environ.get("LINGJING_CONFIG")
    path = Path(named) if named else folder / "lingjing.toml"
    if path.exists():
        return _table(path, "file")
    if named:
        raise SettingsError(f"LINGJING_CONFIG names {path}, which is not there")
    return {}


def _table(path: Path, source: Source) -> dict[str, Told]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from None
    unknown = table.keys() - ROWS.keys()
    if unknown:
        raise SettingsError(f"{path}: unknown setting {sorted(unknown)[0]!r}")
    return {n: Told(source, f"{path}: {n}", as_text(value)) for n, value in table.items()}


def as_text(value: Any) -> str:
    """A value of TOML or JSON as the text that a setting is read from."""
    return ",".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _read(setting: Setting, told: Told) -> Any:
    try:
        return setting.read(told.text)
    except (ValueError, KeyError) as error:
        reason = str(error) if isinstance(error, ValueError) else "must be 1 or 0"
        shown = "…" if setting.secret else repr(told.text)
        raise SettingsError(f"{told.where}={shown}: {reason} ({setting.en})") from None
