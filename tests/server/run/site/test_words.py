"""The moderation hook: the operator's list, and a service that may be there or not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.server.house import House, open_house
from tests.server.outside.peers import Said, http_peer


async def codes(house: House, text: str) -> list[tuple[str, str]]:
    return [(f.pointer, f.code) for f in await house.park.words.check(text, "name")]


async def test_the_operators_file_is_read_and_read_again(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        assert await codes(house, "紫色茄子") == []
        (tmp_path / "words.txt").write_text("茄子\n", encoding="utf-8")
        house.park.words._looked = 0.0
        assert await codes(house, "紫色 茄·子") == [("/name", "words_refused")]
        assert house.park.words.listed("网络赌博")


async def test_the_built_in_list_can_be_switched_off(tmp_path: Path) -> None:
    async with open_house(tmp_path, words_builtin=False) as house:
        assert await codes(house, "网络赌博") == []


async def test_a_service_is_asked_with_its_key(tmp_path: Path) -> None:
    def answer(said: Said) -> tuple[int, bytes]:
        return 200, json.dumps({"allow": "bad" not in json.loads(said.body)["text"]}).encode()

    async with http_peer(answer) as peer:
        service: dict[str, Any] = {"words_url": peer.url + "/check", "words_key": "k"}
        async with open_house(tmp_path, **service) as house:
            assert await codes(house, "a bad one") == [("/name", "words_refused")]
            assert await codes(house, "a good one") == []
            found = await house.park.words.check_all({"/title/zh": "bad", "/title/en": "good"})
            assert [f.code for f in found] == ["words_refused"]
    assert peer.heard[0].headers["authorization"] == "Bearer k"
    assert json.loads(peer.heard[0].body) == {"text": "a bad one", "where": "name"}


@pytest.mark.parametrize(("unreached", "refused"), [("allow", False), ("refuse", True)])
@pytest.mark.parametrize("answer", [b"nonsense", b"[]", b'{"allow": 1}'])
async def test_a_service_that_fails_opens_or_closes_as_set(
    tmp_path: Path, unreached: str, refused: bool, answer: bytes
) -> None:
    async with http_peer(lambda said: (200, answer)) as peer:
        chosen: dict[str, Any] = {"words_url": peer.url, "words_unreached": unreached}
        async with open_house(tmp_path, **chosen) as house:
            assert bool(await codes(house, "anything")) is refused
