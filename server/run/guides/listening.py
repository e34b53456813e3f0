"""Hears what a visitor says: a recording becomes words by a transcription service."""

from __future__ import annotations

from typing import Final, Protocol

from server.log import logger
from server.outside.openai_endpoint import NoAnswerError
from server.run.clock import Clock
from server.run.guides.errors import GuideError
from server.run.guides.models import Models

log = logger("guides")
LARGEST: Final = 2 * 2**20
"""Bytes of a recording."""
LONGEST: Final = 500
"""Characters of what was heard that are kept: no question is longer."""
KINDS: Final = {
    "audio/webm": "webm",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/wave": "wav",
}
"""Media types of recordings, as browsers make them, and the ends of their names."""
_FIRST: Final = {
    "webm": (b"\x1a\x45\xdf\xa3",),
    "ogg": (b"OggS",),
    "mp3": (b"ID3", b"\xff"),
    "wav": (b"RIFF",),
}


class House(Protocol):
    """What ears need of the park."""

    clock: Clock


class Listening:
    """The ears of one park."""

    def __init__(self, house: House, models: Models) -> None:
        self._house = house
        self._models = models

    @property
    def can_listen(self) -> bool:
        """Whether recordings can be heard here."""
        return self._models.endpoint("transcribe") is not None

    async def transcribe(self, recording: bytes, type: str, lang: str = "") -> str:
        """The words of a recording; ``type`` is its media type, ``lang`` ``zh``, ``en`` or empty.

        Raises GuideError ``listening_off`` without a service, ``speech_unheard`` when nothing was
        understood, and what is no recording.
        """
        end = KINDS.get(type.split(";", maxsplit=1)[0].strip().lower())
        client = self._models.client("transcribe", self._house.clock.now())
        if client is None:
            raise GuideError("listening_off")
        breaker = self._models.breakers["transcribe"]
        if end is None or not 0 < len(recording) <= LARGEST or not _is(end, recording):
            breaker.given_up()
            raise GuideError("speech_unheard")
        kind = type.split(";", maxsplit=1)[0].strip().lower()
        settled = False
        try:
            heard = await client.hear(recording, f"question.{end}", kind, lang[:2])
            breaker.went_well(self._house.clock.now())
            settled = True
        except NoAnswerError as error:
            # What it refuses to read is the recording's fault, not the service's.
            refused = error.code == "refused" and error.detail in ("400", "413", "415", "422")
            if not refused:
                breaker.failed(self._house.clock.now(), str(error), error.wait)
                settled = True
            log.warning("guide_listening_failed", code=error.code, detail=error.detail)
            raise GuideError("speech_unheard") from None
        finally:
            if not settled:
                breaker.given_up()
        words = " ".join(heard.split())[:LONGEST]
        if not words:
            raise GuideError("speech_unheard")
        return words


def _is(end: str, recording: bytes) -> bool:
    """Whether a recording begins as its kind does."""
    return recording.startswith(_FIRST[end]) if end in _FIRST else recording[4:8] == b"ftyp"
