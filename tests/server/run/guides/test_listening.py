from __future__ import annotations

import pytest

from server.run.guides.errors import GuideError
from server.run.guides.listening import LARGEST, Listening
from server.run.guides.models import Models
from tests.server.outside.scripted_model import scripted_model
from tests.server.outside.scripted_sounds import tone
from tests.server.run.guides.model_house import QUICK, house_of


async def test_a_recording_becomes_words() -> None:
    async with scripted_model() as server:
        house = house_of(None, guide_transcribe_url=server.url)
        models = Models(house, dict(QUICK))
        ears = Listening(house, models)
        server.heard = "  租金\n是多少？ "
        assert ears.can_listen
        assert await ears.transcribe(tone("x"), "audio/wav; codecs=1", "zh") == "租金 是多少？"
        await models.close()
    form = server.requests[0]["form"]
    assert 'name="language"' in form and "question.wav" in form


@pytest.mark.parametrize(
    ("recording", "kind"),
    [
        (b"", "audio/wav"),
        (b"not a sound", "audio/wav"),
        (b"RIFFxxxx", "text/html"),
        (b"RIFF" + bytes(LARGEST), "audio/wav"),
    ],
)
async def test_what_is_no_recording_is_not_sent(recording: bytes, kind: str) -> None:
    async with scripted_model() as server:
        house = house_of(None, guide_transcribe_url=server.url)
        with pytest.raises(GuideError, match="speech_unheard"):
            await Listening(house, Models(house, dict(QUICK))).transcribe(recording, kind, "")
    assert server.requests == []


async def test_silence_is_not_a_question() -> None:
    async with scripted_model() as server:
        house = house_of(None, guide_transcribe_url=server.url)
        models = Models(house, dict(QUICK))
        server.heard = " "
        with pytest.raises(GuideError, match="speech_unheard"):
            await Listening(house, models).transcribe(tone("x"), "audio/wav", "en")
        await models.close()


async def test_without_a_service_nobody_listens() -> None:
    house = house_of(None)
    with pytest.raises(GuideError, match="listening_off"):
        await Listening(house, Models(house)).transcribe(tone("x"), "audio/wav", "")
