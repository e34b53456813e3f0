"""Voices that are heard, recordings that are understood, and which guides there are."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from avatars.guides.safety import labels
from server.errors import RequestError
from server.net.gate import address_of
from server.net.reading import read_body
from server.net.route import Asked
from server.run.guides.listening import KINDS, LARGEST

AUDIO_SECONDS: Final = 30.0


async def get_guides(asked: Asked) -> web.Response:
    """The guides that one can talk with, and what stands behind them."""
    guides = asked.park.guides
    return web.json_response(
        {
            "guides": [
                {
                    "persona": each.id,
                    "name": dict(each.name),
                    "greeting": dict(each.greeting),
                    "suggestions": [dict(words) for words in each.suggestions],
                    "lang": each.lang,
                    "body": guides.bodies.asset(each.body),
                    "portrait": guides.bodies.portrait(each.body),
                }
                for each in guides.personas.all()
            ],
            "has_voice": guides.has_voice,
            "can_listen": guides.can_listen,
            "abroad": guides.is_abroad,
            "model": guides.model,
            "label": dict(labels.TALK),
        },
        headers={"Cache-Control": "no-cache"},
    )


async def get_voice(asked: Asked) -> web.Response:
    """A clause as sound; kept for some minutes."""
    clip = asked.park.guides.clip(asked.request.match_info["voice"][:64])
    if clip is None:
        raise RequestError("voice_unknown")
    return web.Response(
        body=clip.bytes,
        content_type=clip.type,
        headers={"Cache-Control": "private, max-age=600, immutable"},
    )


async def post_transcription(asked: Asked) -> web.Response:
    """What somebody said, as text. Nothing of the recording is kept."""
    guides = asked.park.guides
    if asked.request.content_type not in KINDS:
        raise RequestError("unsupported_media")
    if not guides.can_listen:
        raise RequestError("listening_off")
    guides.count_listening(address_of(asked.request))
    sound = await read_body(asked.request, LARGEST, AUDIO_SECONDS)
    lang = "en" if asked.request.query.get("lang", "").startswith("en") else "zh"
    text = await guides.transcribe(sound, asked.request.content_type, lang)
    return web.json_response({"text": text})
