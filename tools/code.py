"""The project's Python read as syntax trees: what they import, how long they are."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tools.places import ROOT
from tools.stamps import sources

ROOMS = ("scenes", "avatars", "server", "clients")
"""The folders of production code."""


class Import(NamedTuple):
    """One import: the dotted name it asks for, where, and whether only a type checker sees it."""

    name: str
    line: int
    typing_only: bool


class Module:
    """A Python file under its dotted name; a package goes by its folder's name."""

    def __init__(self, name: str, path: Path, text: str) -> None:
        self.name = name
        self.path = path
        self.text = text

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return self.text.count("\n")

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, filename=str(self.path))

    @cached_property
    def imports(self) -> list[Import]:
        """Every import in it, also those inside functions, as full dotted names."""
        hidden = {id(node) for block in _typing_blocks(self.tree) for node in ast.walk(block)}
        return [
            Import(name, node.lineno, id(node) in hidden)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in self._asked(node)
        ]

    def _asked(self, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
            return
        base = self._package(node.level) if node.level else ""
        stem = ".".join(part for part in (base, node.module) if part)
        yield from (f"{stem}.{alias.name}" for alias in node.names)

    def _package(self, level: int) -> str:
        parts = self.name.split(".")
        dropped = level - 1 if self.path.name == "__init__.py" else level
        return ".".join(parts[: len(parts) - dropped])


def _typing_blocks(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from node.body


def modules(folders: Iterable[str] = ROOMS, root: Path = ROOT) -> dict[str, Module]:
    """Every Python module in the folders, by dotted name."""
    files = sources(*(root / folder for folder in folders))
    found = (module(path, root) for path in files if path.suffix == ".py")
    return {each.name: each for each in found}


def module(path: Path, root: Path = ROOT) -> Module:
    """The module in a file."""
    parts = list(path.relative_to(root).with_suffix("").parts)
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, path.read_text(encoding="utf-8"))


def resolve(name: str, known: Mapping[str, object]) -> str | None:
    """The module of ours that an imported name belongs to: the longest known beginning."""
    parts = name.split(".")
    beginnings = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((each for each in beginnings if each in known), None)


def arrows(known: Mapping[str, Module], *, at_run_time: bool = False) -> dict[str, set[str]]:
    """Which of our modules each of them imports; at run time leaves out what only types need."""
    return {
        name: {
            target
            for asked in each.imports
            if not (at_run_time and asked.typing_only)
            and (target := resolve(asked.name, known)) not in (None, name)
            and target is not None
        }
        for name, each in known.items()
    }


def bodies(tree: ast.Module) -> list[int]:
    """Lines of each function's body, its docstring left out."""
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return [_body_lines(function) for function in functions]


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function, clean=False) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
