"""The lock files hold all that pyproject.toml asks for, by hash, and no place to fetch it from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tools import packages
from tools.places import CHROMIUM_PACKAGE, CLIENTS, ROOT
from tools.python_step import LOCKS

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
NPM_LOCKS = [CLIENTS / "package-lock.json", CHROMIUM_PACKAGE / "package-lock.json"]


def pins(level: str) -> set[tuple[str, str]]:
    return set(PIN.findall(LOCKS[level].read_text(encoding="utf-8")))


def plain(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def test_the_park_runs_on_what_was_tested() -> None:
    assert pins("run") <= pins("test")


def test_everything_asked_for_is_locked() -> None:
    extras = PROJECT["optional-dependencies"]
    run = {plain(r) for r in [*PROJECT["dependencies"], *extras["build"]]}
    assert run <= {name for name, _ in pins("run")}
    assert {plain(r) for r in extras["test"]} <= {name for name, _ in pins("test")}


@pytest.mark.parametrize("level", LOCKS)
def test_every_pin_has_hashes(level: str) -> None:
    entries = LOCKS[level].read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    bare = [line[:60] for line in entries if "==" in line and "--hash=sha256:" not in line]
    assert bare == []


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_npm_locks_name_hashes_and_no_place(lock: Path) -> None:
    entries = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    outside = {name: each for name, each in entries.items() if "node_modules/" in name}
    fetched = {name: each for name, each in outside.items() if not each.get("link")}
    assert [name for name, each in fetched.items() if "resolved" in each] == []
    assert [name for name, each in fetched.items() if "integrity" not in each] == []


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_npm_locks_are_whole_for_every_machine(lock: Path) -> None:
    """An install on one machine may leave out what other machines need: `npm ci` then refuses."""
    entries = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    there = {name.rpartition("node_modules/")[2] for name in entries}
    wanted = {w for e in entries.values() for w in e.get("optionalDependencies", {})}
    assert wanted - there == set()


def test_the_list_of_packages_is_the_folders() -> None:
    assert packages.written() == packages.folders()
