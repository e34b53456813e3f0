"""Names and texts of a document made harmless for those who read them, people and programs."""

from __future__ import annotations

import re
from typing import Any

from scenes.exhibits.codecs.whole import whole_number
from scenes.exhibits.gate.names import LISTS, neutral_name

__all__ = ["harmless"]

Json = dict[str, Any]
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character, which JSON can escape but UTF-8 does not have."""
PROTOTYPE = "__proto__"
"""A key that a JavaScript object takes for its ancestor when it is copied into one."""
EXTENSIONS = {"KHR_materials_variants": "variants", "KHR_lights_punctual": "lights"}
"""Extensions of the document whose entries have names, and where those are."""


def harmless(json: Json) -> Json:
    """A copy with plain keys and whole characters, and names that may be shown."""
    whole: Json = _copied(json)
    for key in LISTS:
        _neutralise(whole.get(key))
    extensions = whole.get("extensions")
    if isinstance(extensions, dict):
        for name, key in EXTENSIONS.items():
            if isinstance(extensions.get(name), dict):
                _neutralise(extensions[name].get(key))
    return whole


def _neutralise(entries: object) -> None:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("name"), str):
            entry["name"] = neutral_name(entry["name"])


def _copied(root: Any) -> Any:
    """A deep copy, made without recursion: files nest as deeply as they like."""
    top = [root]
    waiting: list[Any] = [top]
    while waiting:
        holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            copy = _plain(value)
            holder[key] = copy
            if isinstance(copy, dict | list):
                waiting.append(copy)
    return top[0]


def _plain(value: Any) -> Any:
    """One level copied."""
    if isinstance(value, dict):
        return {_key(key, value): item for key, item in value.items()}
    if isinstance(value, list):
        return list(value)
    if isinstance(value, str):
        return HALVES.sub("\ufffd", value)
    return whole_number(value) if isinstance(value, float) else value


def _key(key: str, among: Json) -> str:
    key = HALVES.sub("\ufffd", key)
    if key != PROTOTYPE:
        return key
    plain = "_proto_"
    while plain in among:
        plain += "_"
    return plain
