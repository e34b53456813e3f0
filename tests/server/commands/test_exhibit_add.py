"""`lingjing exhibit add`: a person's files into a running park, told as it goes."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from server.commands import main
from tests.server.house import House
from tests.server.shop import open_shop

GLB = b"glTF and more"


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def add(shop: House, *words: str | Path) -> int:
    """Run the command as another process would, while the park serves."""
    given = [str(word) for word in words]
    told = ["exhibit", "add", *given, "--lang", "en", "--data", str(shop.data)]
    return await asyncio.to_thread(main, told)


def last(capsys: pytest.CaptureFixture[str]) -> str:
    """The last line of what the command said (the park in this process logs above it)."""
    return capsys.readouterr().out.splitlines()[-1]


def file(folder: Path, name: str | bytes = "泵 No. 1.glb", data: bytes = GLB) -> Path:
    path = folder / os.fsdecode(name)
    path.write_bytes(data)
    return path


async def test_a_file_goes_by_its_name_to_where_visitors_arrive(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await add(shop, file(tmp_path)) == 0
    said = capsys.readouterr()
    assert said.out.endswith("no-1 #1 → gallery / plinth-2 (13 bytes)\n")
    assert "✓ The file has arrived" in said.err and "✓ Kept" in said.err
    (place,) = shop.park.exhibits.placements()
    node = shop.park.hall("gallery").editing.layers.published.nodes[place.node]
    assert node["card"]["title"] == {"zh": "泵 No. 1", "en": "泵 No. 1"}


async def test_hall_plinth_title_and_note_may_be_chosen_and_told_as_json(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--hall", "gallery", "--at", "plinth-2", "--title", "Pump", "--note", "新", "--json")
    assert await add(shop, file(tmp_path), *words) == 0
    told = json.loads(last(capsys))
    assert (told["state"], told["exhibit"], told["revision"]) == ("done", "pump", 1)
    assert (told["hall"], told["plinth"]) == ("gallery", "plinth-2")
    revision = await shop.park.archive.exhibits.revision("pump", 1)
    assert revision.note == "新"
    assert told["node"] in shop.park.hall("gallery").editing.layers.published.nodes


async def test_a_draft_is_kept_and_a_revision_goes_where_the_first_stands(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await add(shop, file(tmp_path), "--draft", "--title", "Pump") == 0
    assert last(capsys) == "pump #1 (13 bytes)"
    assert (await shop.park.archive.exhibits.get("pump")).published is None
    second = file(tmp_path, "2.glb", GLB + b"!")
    assert await add(shop, second, "--exhibit", "pump") == 0
    assert (await shop.park.archive.exhibits.get("pump")).published == 2
    assert shop.park.exhibits.placements() == []


async def test_a_gltf_brings_the_files_that_it_names(shop: House, tmp_path: Path) -> None:
    folder = tmp_path / "模型"
    (folder / "贴 图").mkdir(parents=True)
    document = {
        "asset": {"version": "2.0"},
        "buffers": [{"uri": "data.bin", "byteLength": 4}, {"uri": "../secret", "byteLength": 4}],
        "images": [{"uri": "%E8%B4%B4%20%E5%9B%BE/wood.png"}],
    }
    file(folder, "x.gltf", json.dumps(document).encode())
    file(folder, "data.bin")
    file(tmp_path, "secret")
    file(folder / "贴 图", "wood.png")
    assert await add(shop, folder / "x.gltf", folder / "data.bin", "--draft") == 1
    (job,) = await shop.park.jobs.newest(5)
    sizes = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    assert job.source["bytes"] == sizes, "all of its files and no other"


async def test_a_refusal_says_what_is_wrong_and_fails(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await add(shop, file(tmp_path, "x.glb", b"no model")) == 1
    said = capsys.readouterr()
    assert "x.glb" not in said.out
    assert "exhibit_refused" in said.err and "GLB_INVALID_MAGIC" in said.err
    assert await add(shop, file(tmp_path, "x.glb", b"no model"), "--json") == 1
    told = json.loads(last(capsys))
    assert (told["state"], told["code"]) == ("refused", "exhibit_refused")
    assert told["findings"][0]["code"] == "GLB_INVALID_MAGIC"


async def test_several_models_one_of_them_bad(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = file(tmp_path, "good.glb"), file(tmp_path, "bad.glb", b"no model")
    assert await add(shop, good, bad, "--draft", "--json") == 1
    said = capsys.readouterr().out.splitlines()
    lines = [json.loads(line) for line in said if line.startswith("{")]
    assert [line["state"] for line in lines] == ["done", "refused"]
    assert await add(shop, good, bad, "--title", "x") == 2


async def test_what_the_park_does_not_know_is_said(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, code in (
        (("--hall", "nowhere"), "hall_unknown"),
        (("--at", "fox"), "no_such_plinth"),
        (("--exhibit", "nothing"), "exhibit_unknown"),
    ):
        assert await add(shop, file(tmp_path), *words) == 1
        assert code in capsys.readouterr().err


async def test_a_park_elsewhere_is_reached_by_its_operator_link(
    shop: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = shop.running.operator_url(await shop.park.sessions.make_link())
    words = ["exhibit", "add", str(file(tmp_path)), "--url", link, "--draft", "--json"]
    assert await asyncio.to_thread(main, words) == 0
    assert json.loads(last(capsys))["state"] == "done"
    assert await asyncio.to_thread(main, words) == 1
    assert "link_refused" in capsys.readouterr().err


async def test_a_name_in_another_encoding_is_no_reason_to_fail(shop: House, tmp_path: Path) -> None:
    """Archives made on Chinese Windows unpack to names that are not UTF-8."""
    try:
        odd = file(tmp_path, "水泵".encode("gbk") + b".glb")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    assert await add(shop, odd, "--draft") == 0
    (exhibit,) = await shop.park.archive.exhibits.page()
    assert exhibit.title == {"zh": "水泵", "en": "水泵"}


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["exhibit", "add", "/nowhere/x.glb", "--data", str(tmp_path)]) == 1
    assert "/nowhere/x.glb" in capsys.readouterr().err


def test_without_a_server_it_says_how_to_start_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.headless.uploads.PATIENCE", 0.0)
    words = ["exhibit", "add", str(file(tmp_path, "x.glb")), "--data", str(tmp_path)]
    assert main(words) == 1
    assert "lingjing serve" in capsys.readouterr().err
