"""The WebAssembly that belongs to this package: read, like its Python, from where it lies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from scenes.exhibits.codecs.errors import CodecError

__all__ = ["import_names", "module_bytes"]


@cache
def module_bytes(name: str) -> bytes:
    """The bytes of ``wasm/<name>.wasm``; raises CodecError `CODEC_MISSING` before a setup."""
    return _read(f"{name}.wasm")


@cache
def import_names(name: str) -> Mapping[str, str]:
    """What the short names stand for under which a minified module asks for host functions."""
    found: dict[str, str] = json.loads(_read(f"{name}.json"))
    return found


def warm_up() -> None:
    """Read every module that is there, in a process that will be able to open nothing."""
    for place in (files("scenes.exhibits.codecs") / "wasm").iterdir():
        name, _, ending = place.name.rpartition(".")
        if ending == "wasm":
            module_bytes(name)
        elif ending == "json":
            import_names(name)


def _read(file: str) -> bytes:
    place = files("scenes.exhibits.codecs") / "wasm" / file
    if not place.is_file():
        raise CodecError("CODEC_MISSING", f"{file} was not unpacked; `make setup` does it")
    return place.read_bytes()
