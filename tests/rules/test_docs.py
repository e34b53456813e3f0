"""Words that cannot lie: pages printed from tables are current, and commands and files exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.commands import COMMANDS
from tests.rules import tracked
from tools import reference
from tools.places import ROOT

PAGES = [path for path in tracked.files() if path.suffix == ".md"]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
MAKE = re.compile(r"(?:`|^\$? *|&& |[A-Z]+=\S+ )make ([a-z]+)", re.MULTILINE)
LINGJING = re.compile(r"(?:`|^\$? *|bin/|&& )lingjing ([a-z]+)", re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", reference.PAGES)
def test_printed_pages_are_current(name: str) -> None:
    assert text(name) == reference.PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_in_a_page_exists(page: Path) -> None:
    words = page.read_text(encoding="utf-8")
    assert set(MAKE.findall(words)) - TARGETS == set()
    assert set(LINGJING.findall(words)) - set(COMMANDS) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_there(page: Path) -> None:
    found = (a or b for a, b in LINK.findall(page.read_text(encoding="utf-8")))
    inside = [link for link in found if not re.match(r"[a-z]+:|/", link)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_both_readmes_name_the_same_commands() -> None:
    english, chinese = text("README.md"), text("README.zh-CN.md")
    for pattern in (MAKE, LINGJING):
        assert set(pattern.findall(english)) == set(pattern.findall(chinese))
