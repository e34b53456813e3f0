"""URIs inside extensions: nobody here follows them, and none may point away from the upload."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.tables import Json, items
from scenes.exhibits.gate.uris import BadUriError, is_data_uri, read_uri

__all__ = ["check_extension_uris"]


EXTENSIONS = "extensions"
DEEP = ("materials", "meshes", "animations", "textures", "scenes")
"""Tables whose things have parts that may be extended."""
_Path = Any
"""The path that leads there, and the last step; empty at the top."""
ROOT: _Path = ()


def check_extension_uris(json: Json, report: Report) -> None:
    """Refuse an extension's URI that leads outside; warn of a file that is not taken along."""
    for pointer, uri in _uris(json):
        if is_data_uri(uri):
            continue
        try:
            read_uri(uri)
        except BadUriError as error:
            report.error(error.code, pointer, uri)
        else:
            report.warning("EXTENSION_FILE_IGNORED", pointer, uri)


def _uris(json: Json) -> Iterator[tuple[str, str]]:
    """Every ``uri`` below an ``extensions``, with its pointer; extras may say what they like."""
    for place, thing in _places(json):
        waiting: list[tuple[_Path, Any, bool]] = [(place, thing, place[-1] == EXTENSIONS)]
        while waiting:
            path, value, extended = waiting.pop()
            if extended and isinstance(value, dict) and isinstance(value.get("uri"), str):
                yield _pointer((path, "uri")), value["uri"]
            waiting += [
                ((path, key), item, extended or key == EXTENSIONS)
                for key, item in _parts(value)
                if isinstance(item, dict | list) and key != "extras"
            ]


def _places(json: Json) -> Iterator[tuple[_Path, Any]]:
    """What may hold extensions: the document, things in its tables, and parts of some of these."""
    yield (ROOT, EXTENSIONS), json.get(EXTENSIONS)
    for table in json:
        for index, item in enumerate(items(json, table)):
            if item and table in DEEP:
                yield ((ROOT, table), index), item
            elif item and EXTENSIONS in item:
                yield (((ROOT, table), index), EXTENSIONS), item[EXTENSIONS]


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    """What stands in an object or a list; a list of numbers has nothing to look at."""
    if isinstance(value, dict):
        yield from value.items()
    elif value and isinstance(value, list) and isinstance(value[0], dict | list):
        yield from enumerate(value)


def _pointer(path: _Path) -> str:
    steps: list[str] = []
    while path:
        path, step = path
        steps.append(str(step))
    return "".join(f"/{step}" for step in reversed(steps))
