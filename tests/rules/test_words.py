"""No file speaks of one machine, of a place to download from, or of work left undone."""

from __future__ import annotations

import re

from tests.rules import tracked

THIS_FILE = "tests/rules/test_words.py"
MACHINE = re.compile(r"(?<![\w./])/(?:work|root|home|Users)/[\w.-]")
HOSTS = re.compile(r"registry\.npmjs|npmmirror|pypi\.org|pythonhosted|pypi\.tuna|deb\.debian\.org")
UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|NotImplementedError")
CODE = (".py", ".ts", ".mjs", ".sh", ".c", ".css", ".html")


def lines_with(pattern: re.Pattern[str], endings: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked.texts()
        if name != THIS_FILE and (not endings or name.endswith(endings))
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine() -> None:
    assert lines_with(MACHINE) == []


def test_no_host_of_a_registry() -> None:
    assert lines_with(HOSTS) == []


def test_nothing_is_left_undone() -> None:
    assert lines_with(UNDONE, CODE) == []
