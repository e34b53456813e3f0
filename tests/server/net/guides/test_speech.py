"""Voices that are fetched, recordings that are heard, by services that the settings name."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from avatars.guides.safety.tagging import media_type
from server.run.guides.voice import Voices
from tests.server.guided import guided, visitors
from tests.server.house import House
from tests.server.outside.scripted_model import ScriptedModel

WAV = b"RIFF\x24\x00\x00\x00WAVEfmt "


async def hear(house: House, sound: bytes, media: str = "audio/wav") -> tuple[int, Any]:
    path = house.url + "/api/v1/guides/transcriptions?lang=zh"
    async with house.visitor.post(
        path, data=io.BytesIO(sound), headers={"Content-Type": media}
    ) as answer:
        return answer.status, await answer.json()


async def test_all_who_hear_a_guide_fetch_the_same_sound(tmp_path: Path) -> None:
    model = ScriptedModel()
    await model.start()
    named: dict[str, Any] = {"guide_speech_url": model.url, "guide_transcribe_url": model.url}
    try:
        async with (
            guided(tmp_path / "data", **named) as (house, _),
            visitors(house, 2) as (asker, other),
        ):
            guides = house.park.guides
            guides.thinking.voice = guides.voices
            answer = await asker.ask("guide-1", "good morning to everybody")
            await other.until(lambda world: world.guides.answers[answer.number].said)
            (said,) = other.world.guides.answers[answer.number].said
            assert said.sound is not None and said.ms > 200 and said.marks
            one, two = [await fetch(house, said.sound.path) for _ in range(2)]
            assert one == two and media_type(one[1]) == one[0] == said.sound.type
            assert b"AIGC" in one[1]
            status, told = await house.get("/api/v1/guides")
            assert told["has_voice"] and told["can_listen"] and not told["abroad"]
            status, told = await hear(house, WAV + b"\0" * 64)
            assert status == 200 and told["text"]
    finally:
        await model.stop()


async def fetch(house: House, path: str) -> tuple[str, bytes]:
    async with house.visitor.get(house.url + path) as answer:
        assert answer.status == 200 and "max-age" in answer.headers["Cache-Control"]
        return answer.content_type, await answer.read()


async def test_what_cannot_be_heard_is_refused(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, _):
        assert isinstance(house.park.guides.voices, Voices)
        status, told = await hear(house, WAV)
        assert (status, told["code"]) == (409, "listening_off")
        status, told = await hear(house, b"{}", "application/json")
        assert (status, told["code"]) == (415, "unsupported_media")


async def test_a_recording_has_an_end(tmp_path: Path) -> None:
    model = ScriptedModel()
    await model.start()
    try:
        async with guided(tmp_path / "data", guide_transcribe_url=model.url) as (house, _):
            status, told = await hear(house, WAV + b"\0" * 2**21)
            assert (status, told["code"]) == (413, "too_large")
            status, told = await hear(house, b"no sound at all")
            assert (status, told["code"]) == (422, "speech_unheard")
    finally:
        await model.stop()
