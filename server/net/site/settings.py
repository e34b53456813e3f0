"""The settings table over HTTP."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.net.route import Asked
from server.run.site.desk_settings import Row, change, rows
from server.settings import AREAS, PREFIX
from server.settings.readers import choices_of

AREA_OF = {row.name: area for area, table in AREAS.items() for row in table}


async def get_settings(asked: Asked) -> web.Response:
    """Every setting."""
    return web.json_response(_answer(rows(asked.park)))


async def patch_settings(asked: Asked) -> web.Response:
    """Change some; those that are live are in force when this answers."""
    wanted = asked.body.settings
    await change(asked.park, wanted)
    await asked.park.notices.event("settings.changed", {"names": sorted(wanted)})
    return web.json_response(_answer(rows(asked.park)))


def _answer(found: list[Row]) -> dict[str, Any]:
    return {
        "settings": [setting_answer(row) for row in found],
        "restart": [row.setting.name for row in found if row.value != row.next],
    }


def setting_answer(row: Row) -> dict[str, Any]:
    """A setting as the desk shows it."""
    setting = row.setting
    choices = choices_of(setting.read)
    default = list(setting.default) if isinstance(setting.default, tuple) else setting.default
    return {
        "name": setting.name,
        "area": AREA_OF[setting.name],
        "zh": setting.zh,
        "en": setting.en,
        "kind": _kind(setting.default, choices),
        "choices": choices,
        "default": None if setting.secret else _plain(default),
        "value": row.value,
        "next": row.next,
        "source": row.source,
        "secret": setting.secret,
        "is_set": row.is_set,
        "fixed": row.is_fixed,
        "live": setting.live,
        "variable": f"{PREFIX}{setting.name.upper()}",
    }


def _kind(default: Any, choices: list[str]) -> str:
    if choices:
        return "choice"
    if isinstance(default, bool):
        return "flag"
    if isinstance(default, int):
        return "whole"
    return {float: "real", tuple: "list"}.get(type(default), "text")


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool, list)) else str(value)
