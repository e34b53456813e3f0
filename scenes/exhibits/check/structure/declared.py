"""extensionsUsed and extensionsRequired (glTF 2.0, section 3.12): what the document announces."""

from __future__ import annotations

import re
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.ext.known import KNOWN
from scenes.exhibits.check.structure.extensions import HONOURED
from scenes.exhibits.check.structure.lists import Strings
from scenes.exhibits.check.structure.table import value_of

__all__ = ["check_declared"]

NAME = re.compile(r"[A-Z0-9]+_[A-Za-z0-9_]+")


def check_declared(json: dict[str, Any], ctx: Context) -> None:
    """Check both lists, and make ready for the extensions that are used."""
    if "extensionsRequired" in json and "extensionsUsed" not in json:
        ctx.say("UNSATISFIED_DEPENDENCY", "extensionsRequired", about="extensionsUsed")
    used: list[str] = value_of(Strings(), "extensionsUsed", json, ctx) or []
    required: list[str] = value_of(Strings(), "extensionsRequired", json, ctx) or []
    ctx.used = frozenset(used)
    ctx.loaded = {name: KNOWN[name] for name in used if name in KNOWN}
    check_used(used, frozenset(required), ctx)
    for at, name in enumerate(required):
        if name not in ctx.used:
            ctx.say("UNUSED_EXTENSION_REQUIRED", "extensionsRequired", at, about=name[:80])
        elif name not in HONOURED:
            ctx.say("UNSUPPORTED_REQUIRED_EXTENSION", "extensionsRequired", at, about=name[:80])


def check_used(used: list[str], required: frozenset[str], ctx: Context) -> None:
    """Names must be of the right form; some extensions change what a file means."""
    for at, name in enumerate(used):
        if not NAME.fullmatch(name):
            ctx.say("INVALID_EXTENSION_NAME_FORMAT", "extensionsUsed", at, about=name[:80])
        extension = ctx.loaded.get(name)
        if extension is None:
            continue
        if extension.begin is not None:
            extension.begin(ctx)
        if extension.must_be_required and name not in required:
            ctx.say("NON_REQUIRED_EXTENSION", "extensionsUsed", at, about=name)
