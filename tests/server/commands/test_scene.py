"""A hall of a running park becomes a file, or the reason is said and nothing is left behind."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

import pytest

from scenes.glb import read_glb
from server.commands import scene
from tests.scenes.samples import hall_document
from tests.server.house import open_house

HALL = hall_document()["hall"]["id"]


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    scene.add(parser.add_subparsers())
    args = parser.parse_args(["scene", "export", *words])
    return int(args.run(args))


def _unfinished(folder: Path) -> list[Path]:
    return list(folder.glob(".*.part"))


async def test_a_hall_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "hall.glb"
    out.write_bytes(b"an older export")
    async with open_house(tmp_path / "data") as house:
        words = ("--hall", HALL, str(out), "--data", str(house.data))
        assert await asyncio.to_thread(_run, *words) == 0
    exported = read_glb(out.read_bytes()).json
    assert exported["scenes"][0]["extras"]["id"] == HALL
    assert str(out) in capsys.readouterr().out
    assert not _unfinished(tmp_path)


async def test_an_unknown_hall_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "hall.glb"
    async with open_house(tmp_path / "data") as house:
        words = ("--hall", "../halls", str(out), "--data", str(house.data))
        assert await asyncio.to_thread(_run, *words) == 1
    assert capsys.readouterr().err
    assert not out.exists()


async def test_a_place_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    async with open_house(tmp_path / "data") as house:
        for out in (tmp_path / "missing" / "hall.glb", tmp_path / "folder"):
            words = ("--hall", HALL, str(out), "--data", str(house.data))
            assert await asyncio.to_thread(_run, *words) == 1
            assert str(out.parent if "missing" in str(out) else out) in capsys.readouterr().err
    assert not _unfinished(tmp_path)


def test_without_a_server_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("--hall", HALL, str(tmp_path / "a.glb"), "--data", str(tmp_path / "data")) == 1
    assert "lingjing serve" in capsys.readouterr().err
