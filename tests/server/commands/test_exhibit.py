"""`lingjing exhibit add`: a file of the operator's on a plinth, whatever it is called."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from server.commands import main
from tests.server.commands.desk import answer, open_desk

PLACED = {"node": "pump", "hall": "gallery", "plinth": "p-1", "asset": "a" * 64, "bytes": 4}


def add(tmp_path: Path, file: Path, *words: str) -> dict[str, str]:
    """What is asked about a file, and that the file goes with it."""
    with open_desk(tmp_path, answer(201, PLACED)) as desk:
        assert main(["exhibit", "add", str(file), *words, "--data", str(tmp_path)]) == 0
    (asked,) = desk.asked
    assert asked.body == file.read_bytes()
    return {key: value for key, (value,) in parse_qs(urlsplit(asked.line.split()[1]).query).items()}


def glb(tmp_path: Path, name: str | bytes) -> Path:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(b"glTF")
    return path


def test_a_file_goes_by_its_name_to_where_visitors_arrive(tmp_path: Path) -> None:
    assert add(tmp_path, glb(tmp_path, "泵 No. 1.glb")) == {"title": "泵 No. 1"}


def test_hall_plinth_and_title_may_be_chosen(tmp_path: Path) -> None:
    words = ("--hall", "gallery", "--at", "plinth-3", "--title", "水泵")
    assert add(tmp_path, glb(tmp_path, "x.glb"), *words) == {
        "hall": "gallery", "at": "plinth-3", "title": "水泵",
    }  # fmt: skip


def test_a_name_in_another_encoding_is_no_reason_to_fail(tmp_path: Path) -> None:
    """Archives made on Chinese Windows unpack to names that are not UTF-8."""
    try:
        file = glb(tmp_path, "水泵".encode("gbk") + b".glb")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    assert add(tmp_path, file) == {"title": "水泵"}


def test_where_it_stands_is_said_in_words_or_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = glb(tmp_path, "x.glb")
    add(tmp_path / "a", file)
    assert capsys.readouterr().out == "pump → gallery / p-1 (4 bytes)\n"
    add(tmp_path / "b", file, "--json")
    assert json.loads(capsys.readouterr().out) == PLACED


def test_a_file_that_is_not_there_is_named_and_nothing_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(tmp_path, answer(201, PLACED)) as desk:
        assert main(["exhibit", "add", "/nowhere/x.glb", "--data", str(tmp_path)]) == 1
    assert desk.asked == []
    assert "/nowhere/x.glb" in capsys.readouterr().err
