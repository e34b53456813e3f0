"""The mirror: ``scenes/patch.py`` is tested by ``tests/scenes/test_patch.py``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.code import Module
from tools.places import ROOT

SMALL = 40
"""Below this many lines a module may be tested through those that use it."""
TESTED_THROUGH: dict[str, str] = {
    "scenes.demo.buildings": "tests/scenes/demo/test_demo.py",
    "scenes.demo.grounds": "tests/scenes/demo/test_demo.py",
    "scenes.demo.halls": "tests/scenes/demo/test_demo.py",
    "scenes.demo.exhibits": "tests/scenes/demo/exhibits/test_catalogue.py",
    "scenes.exhibits.codecs.bench": "tests/scenes/exhibits/codecs/test_meshopt.py",
    "scenes.exhibits.codecs.decoder": "tests/scenes/exhibits/codecs/test_meshopt.py",
    "scenes.exhibits.codecs.encoder": "tests/scenes/exhibits/codecs/test_meshopt.py",
    "scenes.exhibits.codecs.simplifier": "tests/scenes/exhibits/codecs/test_meshopt.py",
    "scenes.exhibits.codecs.edit": "tests/scenes/exhibits/codecs/test_unpack.py",
    "scenes.exhibits.codecs.unpack_draco": "tests/scenes/exhibits/codecs/test_unpack.py",
    "scenes.exhibits.codecs.unpack_meshopt": "tests/scenes/exhibits/codecs/test_unpack.py",
    "server.access.live": "tests/server/halls/test_message_matrix.py",
    "server.store.migrations": "tests/server/store/test_migrate.py",
    "server.store.schema": "tests/server/store/test_migrate.py",
    "tools.lock": "tests/rules/test_locks.py",
}
"""Modules, or packages of drawings, whose parts are looked at in the whole that they make."""
STORIES: dict[str, str] = {
    "tests/avatars/guides/test_injections.py": "every known way to turn a guide against its park",
    "tests/server/run/guides/test_obedient_model.py": "a model that obeys every injection",
    "tests/server/halls/test_coediting.py": "two editors, visitors and latecomers, in any order",
    "tests/server/halls/test_unseen.py": "who edits is in the hall, and nobody sees it",
    "tests/server/halls/test_message_matrix.py": "every live message with every role and layer",
    "tests/server/net/test_matrix.py": "every route with every role, as the policy table says",
    "tests/server/net/registration/test_new_firm.py": "a new firm's way to its licence",
    "tests/scenes/demo/test_files.py": "every file of the demo park, triangle by triangle",
    "tests/scenes/demo/exhibits/test_catalogue.py": "every exhibit of the demo park, alike",
    "tests/scenes/test_gltf_extras.py": "what parts of an exhibit say of themselves",
    "tests/tools/test_find_python.py": "the shell script that finds a Python",
    "tests/server/net/test_openapi_fuzzed.py": "every operation of the API, with anything",
    "tests/server/net/accounts/test_secrets.py": "no secret of an account stands in the archive",
    "tests/server/wire/test_golden.py": "the vectors that all three implementations read",
}
"""Tests in a room's folder that mirror no single file, each with what it tells."""


def mirrors(module: Module) -> list[Path]:
    """Where a module's test may stand: beside its likeness, or as the test of its whole package."""
    *packages, name = module.name.split(".")
    folder = ROOT.joinpath("tests", *packages)
    own = folder / f"test_{name.strip('_')}.py"
    if len(packages) < 2:
        return [own]
    return [own, folder / f"test_{packages[-1]}.py", folder.parent / f"test_{packages[-1]}.py"]


def unmirrored(modules: dict[str, Module]) -> Iterator[str]:
    """Modules of some size that no test mirrors."""
    for name, module in modules.items():
        tested = is_tested_through(name) or any(path.is_file() for path in mirrors(module))
        if is_worth_a_test(module) and not tested:
            yield f"{name} ({module.lines} lines)"


def is_tested_through(name: str) -> bool:
    """Whether a module, or a package it lies in, is exercised by a test of the whole."""
    return any(name == whole or name.startswith(whole + ".") for whole in TESTED_THROUGH)


def is_worth_a_test(module: Module) -> bool:
    """Whether a module has behaviour of its own and is no front door, table or few lines."""
    front_door = module.path.name in ("__init__.py", "__main__.py")
    functions = any(
        isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) for n in ast.walk(module.tree)
    )
    return functions and not front_door and module.lines >= SMALL


def astray(rooms: tuple[str, ...], modules: dict[str, Module]) -> Iterator[str]:
    """Tests in a room's folder that mirror neither a module nor a package."""
    for room in rooms:
        for path in sorted((ROOT / "tests" / room).rglob("test_*.py")):
            name = str(path.relative_to(ROOT))
            if name not in STORIES and not likeness(path, modules):
                yield name


def likeness(test: Path, modules: dict[str, Module]) -> str | None:
    """The module or package that a test mirrors."""
    folder = test.parent.relative_to(ROOT / "tests").parts
    word = test.stem.removeprefix("test_")
    beside = (".".join((*folder, form)) for form in (word, f"_{word}", f"__{word}__"))
    own_package = ".".join(folder) if folder[-1] == word else ""
    return next((name for name in (*beside, own_package) if name in modules), None)
