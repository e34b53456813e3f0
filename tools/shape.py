"""The shape of the code, in numbers: ``python -m tools.shape [--json]``.

Aims: modules small, function bodies a few lines, no import cycles, more test than production
code, hardly any mocks. The figures are a place to look, not a verdict.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tools import code
from tools.code import Module
from tools.cycles import cycles
from tools.places import ROOT
from tools.stamps import sources

LARGE = 350
"""From this many lines on, a module deserves a hard look."""
AIMS = "aims: module ≤ 120 lines, body ≤ 6, test : production ≥ 1.2, mocks ≤ 3"
SCRIPTS = frozenset({".ts", ".mjs", ".mts", ".vue"})
MEASURED = (*code.ROOMS, "tools")
MOCK_LIBRARIES = ("unittest.mock", "mock", "pytest_mock")
REPLACING = frozenset({"monkeypatch.setattr", "monkeypatch.setitem", "monkeypatch.delattr"})
"""Calls that put a stand-in where the real thing was; setting the environment is none."""


class Shape(NamedTuple):
    """What is measured."""

    modules: int
    module_lines_median: float
    large: dict[str, int]
    functions: int
    body_lines_median: float
    cycles: list[list[str]]
    production_lines: int
    test_lines: int
    test_ratio: float
    tests: int
    mocks: int
    mocks_per_100_tests: float
    script_modules: int
    script_lines_median: float


def measure(root: Path = ROOT) -> Shape:
    """Measure a checkout. Printed files are left out: nobody reads or writes them by hand."""
    known = code.modules(MEASURED, root)
    made = list(known.values())
    tests = list(code.modules(["tests"], root=root).values())
    written = {module.path: module.lines for module in made if not is_printed(module.text)}
    scripts = dict(script_lines(root))
    own_scripts = {path: n for path, n in scripts.items() if not is_test(path)}
    sizes = {**written, **own_scripts}
    checking = sum(module.lines for module in tests) + sum(scripts.values())
    checking -= sum(own_scripts.values())
    body = [lines for module in made for lines in code.bodies(module.tree)]
    count, mocks = count_tests(tests), count_mocks(tests)
    return Shape(
        modules=len(written),
        module_lines_median=middle(written.values()),
        large={str(p.relative_to(root)): n for p, n in sorted(sizes.items()) if n >= LARGE},
        functions=len(body),
        body_lines_median=middle(body),
        cycles=cycles(code.arrows(known)),
        production_lines=sum(sizes.values()),
        test_lines=checking,
        test_ratio=round(checking / max(1, sum(sizes.values())), 2),
        tests=count,
        mocks=mocks,
        mocks_per_100_tests=round(100 * mocks / max(1, count), 2),
        script_modules=len(own_scripts),
        script_lines_median=middle(own_scripts.values()),
    )


def script_lines(root: Path) -> Iterable[tuple[Path, int]]:
    """Lines of each TypeScript file that a person wrote."""
    for path in sources(root / "clients", root / "tests"):
        if path.suffix in SCRIPTS and not path.name.endswith(".d.ts"):
            text = path.read_text(encoding="utf-8")
            if not is_printed(text):
                yield path, text.count("\n")


def is_printed(text: str) -> bool:
    """Whether a file says in its head that it is printed from another."""
    head = text[:600].lower()
    return "printed from" in head or "printed by" in head


def is_test(path: Path) -> bool:
    """Whether a TypeScript file is a test."""
    return ".test." in path.name or "tests" in path.parts or "test" in path.parts


def count_tests(tests: Iterable[Module]) -> int:
    """How many test functions there are."""
    return sum(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        for module in tests
        for node in ast.walk(module.tree)
    )


def count_mocks(tests: Iterable[Module]) -> int:
    """How often tests put a stand-in where the real thing was: mock objects, patches."""
    return sum(
        isinstance(node, ast.Call) and is_mock(dotted(node.func), mocking_names(module))
        for module in tests
        for node in ast.walk(module.tree)
    )


def mocking_names(module: Module) -> set[str]:
    """What a test module calls the things it takes from a mock library."""
    asked = (found.name for found in module.imports)
    libraries = tuple(f"{library}." for library in MOCK_LIBRARIES)
    return {name.rsplit(".", 1)[1] for name in asked if name.startswith(libraries)}


def is_mock(call: str, names: set[str]) -> bool:
    """Whether a call makes a mock, by a mock library's name or by pytest's own replacing."""
    return call in REPLACING or call.partition(".")[0] in {*names, "mocker"}


def dotted(node: ast.expr) -> str:
    """A call's target as dotted words; empty for anything more involved."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
    return ""


def middle(numbers: Iterable[float]) -> float:
    """The median; 0 of nothing."""
    listed = list(numbers)
    return float(median(listed)) if listed else 0.0


def report(shape: Shape) -> str:
    """The shape in words, each aim beside its figure."""
    rows = [
        ("Python modules", shape.modules, f"median {shape.module_lines_median:g} lines"),
        ("TypeScript modules", shape.script_modules, f"median {shape.script_lines_median:g} lines"),
        (f"  of {LARGE} lines or more", len(shape.large), "aim: few"),
        ("functions", shape.functions, f"median body {shape.body_lines_median:g} lines"),
        ("import cycles", len(shape.cycles), "aim 0"),
        ("test : production", shape.test_ratio, f"{shape.test_lines} : {shape.production_lines}"),
        ("tests", shape.tests, "functions; a parametrised one counts once"),
        ("mocks per 100 tests", shape.mocks_per_100_tests, f"{shape.mocks} in all"),
    ]
    listed = [f"{lines:6}  {path}" for path, lines in shape.large.items()]
    rings = ["  ring: " + " ↔ ".join(ring) for ring in shape.cycles]
    return "\n".join([f"{a:<26}{b:>8}   {c}" for a, b, c in rows] + [AIMS] + listed + rings)


def main(arguments: list[str]) -> int:
    """Print the report, or JSON when asked."""
    shape = measure()
    asked_json = "--json" in arguments
    print(json.dumps(shape._asdict(), ensure_ascii=False) if asked_json else report(shape))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
