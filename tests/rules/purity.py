"""What a pure room may not do: touch a socket, disk, clock, dice, child process or task."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.code import Module
from tools.shape import dotted

PURE = (
    *("scenes", "avatars", "server.wire", "server.access", "server.halls"),
    *("server.registration", "server.promotion"),
)
PRINTING = ("server.wire.printed.__main__",)
"""Keys of a developer, not of a park: they write the files that are printed from a room."""
OWN_BYTES = dict.fromkeys(
    ("avatars.guides.demo.records", "scenes.exhibits.codecs.modules"),
    ("importlib.resources", "read_bytes"),
)
"""A module that reads what was installed with it, as Python does to import it, and how."""

FORBIDDEN = frozenset(
    {
        *("asyncio", "concurrent", "multiprocessing", "select", "selectors", "subprocess"),
        *("ftplib", "http", "requests", "socket", "socketserver", "ssl", "urllib.request"),
        *("fcntl", "glob", "importlib.resources", "mmap", "os", "pathlib", "shutil", "sqlite3"),
        *("logging", "signal", "tempfile", "threading"),
        *("random", "secrets", "time", "uuid"),
    }
)
"""Modules of the standard library that reach outside or differ from call to call."""
PATHS = frozenset({"pathlib.PurePath", "pathlib.PurePosixPath"})
CONSTANTS = frozenset({"byteorder", "float_info", "intern", "maxsize"})
"""What of ``sys`` is the same on every call."""
BUILTINS = frozenset({"open", "input", "print", "exec", "eval", "compile", "breakpoint"})
CLOCKS = frozenset({"now", "utcnow", "today"})
FILES = frozenset({"read_text", "read_bytes", "write_text", "write_bytes", "tofile", "fromfile"})
DICE = frozenset({"default_rng", "Generator", "PCG64", "Philox", "SeedSequence"})
"""Numpy's generators; fine when they are given a seed."""


def faults(module: Module) -> list[str]:
    """Everything impure in a module, in words."""
    own = OWN_BYTES.get(module.name, ())
    found = [*import_faults(module), *call_faults(module)]
    return [fault for fault in found if not any(way in fault for way in own)]


def import_faults(module: Module) -> Iterator[str]:
    """Imports of what reaches outside."""
    for asked in module.imports:
        parts = asked.name.split(".")
        beginnings = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
        if asked.name not in PATHS and beginnings & FORBIDDEN:
            yield f"{module.name}:{asked.line} imports {asked.name}"


def call_faults(module: Module) -> Iterator[str]:
    """Calls that touch a file, the clock or unseeded chance, and looks at the process itself."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and is_impure(node):
            yield f"{module.name}:{node.lineno} calls {ast.unparse(node.func)}"
        if isinstance(node, ast.Attribute) and is_of_process(node):
            yield f"{module.name}:{node.lineno} looks at {ast.unparse(node)}"


def is_of_process(node: ast.Attribute) -> bool:
    """Whether an attribute of ``sys`` tells of this process rather than of the language."""
    return dotted(node.value) == "sys" and node.attr not in CONSTANTS


def is_impure(call: ast.Call) -> bool:
    """Whether a call reaches outside by what it is named."""
    match call.func:
        case ast.Name(id=name):
            return name in BUILTINS
        case ast.Attribute(attr=name):
            words = dotted(call.func).split(".")
            of_clock = name in CLOCKS and bool({"datetime", "date"} & set(words[:-1]))
            of_numpy = words[:2] in (["np", "random"], ["numpy", "random"])
            by_chance = of_numpy and (name not in DICE or not call.args)
            return of_clock or by_chance or name in FILES
    return False
