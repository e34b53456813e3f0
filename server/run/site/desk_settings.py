"""Settings as the desk sees them: from which source each comes, and what it may change.

What the desk sets is kept in ``settings.toml`` in the park's data folder, below the environment and
``lingjing.toml``: whoever runs the server has the last word. The file is replaced as a whole, after
everything in it was checked together with what the other sources say.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenes.findings import Finding, SceneError
from server.run.site.house import House
from server.run.site.toml import dumped
from server.settings import TABLE, Setting, Settings, SettingsError
from server.settings.load import DESK_FILE, Told, as_text, from_desk, settings_of, told_by
from server.settings.table import ROWS
from server.store.files import move_into_place, sync_file

__all__ = ["Row", "change", "rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: in force is ``value``, and ``next`` after a restart; a secret shows neither.

    ``is_set`` says of a secret whether there is one.
    """

    setting: Setting
    value: Any
    next: Any
    source: str
    is_set: bool

    @property
    def is_fixed(self) -> bool:
        """Whether the desk cannot change it: it never may, or a stronger source has it."""
        return not self.setting.desk or self.source in ("environment", "file")


def rows(house: House, environ: Mapping[str, str] = os.environ) -> list[Row]:
    """Every setting of the running park; raises SceneError when a file has become unreadable."""
    told = _told(house, environ)
    coming = _settings(told)
    return [_row(setting, house.settings, coming, told) for setting in TABLE]


async def change(
    house: House, changes: Mapping[str, Any], environ: Mapping[str, str] = os.environ
) -> list[str]:
    """Set some, None takes one back to what is below; which of them are in force only after a
    restart.

    Raises SceneError ``settings_invalid`` with every finding; nothing is changed then.
    """
    told = _told(house, environ)
    found = [f for name, value in changes.items() if (f := _wrong(name, value, told))]
    if found:
        raise SceneError("settings_invalid", found)
    data = house.settings.data
    kept = {name: each.text for name, each in from_desk(data).items()}
    for name, value in changes.items():
        kept.pop(name, None)
        if value is not None:
            kept[name] = as_text(value)
    wanted = {n: Told("desk", n, text) for n, text in kept.items()}
    coming = _settings({**wanted, **{n: t for n, t in told.items() if t.source != "desk"}})
    await asyncio.to_thread(_write, data / DESK_FILE, dumped(kept))
    live = {n: getattr(coming, n) for n in changes if ROWS[n].live}
    house.settings = replace(house.settings, **live)
    return [name for name in changes if name not in live]


def _write(path: Path, text: str) -> None:
    """Put a file in the place of another, durably and all at once."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    with os.fdopen(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    sync_file(temporary)
    move_into_place(temporary, path)


def _told(house: House, environ: Mapping[str, str]) -> dict[str, Told]:
    """What the sources say of the park that runs, wherever its folder was named."""
    here = {**environ, "LINGJING_DATA": str(house.settings.data)}
    try:
        return told_by(here)
    except SettingsError as error:
        raise SceneError(
            "settings_invalid", [Finding("/", "settings_unread", "error", str(error)[:200])]
        ) from None


def _settings(told: Mapping[str, Told]) -> Settings:
    try:
        return settings_of(told)
    except SettingsError as error:
        raise SceneError(
            "settings_invalid", [Finding("/", "settings_unread", "error", str(error)[:200])]
        ) from None


def _row(setting: Setting, present: Settings, coming: Settings, told: Mapping[str, Told]) -> Row:
    name = setting.name
    value, after = getattr(present, name), getattr(coming, name)
    source = told[name].source if name in told else "default"
    if setting.secret:
        return Row(setting, None, None, source, bool(value))
    if source == "default" and value != after:  # given by the program that started it
        source, after = "environment", value
    return Row(setting, _plain(value), _plain(after), source, value != setting.default)


def _wrong(name: str, value: Any, told: Mapping[str, Told]) -> Finding | None:
    setting = ROWS.get(name)
    if setting is None:
        return Finding(f"/{name}", "setting_unknown", "error", name[:64])
    if not setting.desk or (name in told and told[name].source != "desk"):
        return Finding(f"/{name}", "setting_fixed", "error", name)
    if value is None:
        return None
    try:
        setting.read(as_text(value))
    except (ValueError, KeyError) as error:
        reason = str(error) if isinstance(error, ValueError) else "must be 1 or 0"
        return Finding(f"/{name}", "setting_refused", "error", reason[:200])
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Path) else value
