"""JSON bodies, checked whole: every error at once, in our codes."""

from __future__ import annotations

import json
from typing import Final

from aiohttp import web
from pydantic import BaseModel, ValidationError

from scenes.findings import Finding
from server.errors import RequestError
from server.net.reading import read_body

BODY_BYTES: Final = 4_000_000
"""The largest JSON body."""
BODY_SECONDS: Final = 30.0
"""Within which a JSON body must have come."""


async def read_json(request: web.Request, model: type[BaseModel]) -> BaseModel:
    """The body as a checked model; raises RequestError with every finding."""
    if request.content_type != "application/json":
        raise RequestError("unsupported_media")
    raw = await read_body(request, BODY_BYTES, BODY_SECONDS)
    try:
        return model.model_validate(json.loads(raw))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            raise RequestError("invalid", findings_of(error)) from None
        raise RequestError("bad_json") from None


def findings_of(error: ValidationError) -> list[Finding]:
    """Every error of a body, in our codes."""
    known = {
        "missing": "missing",
        "extra_forbidden": "unknown_property",
        "literal_error": "not_a_choice",
        "string_pattern_mismatch": "bad_id",
        "string_type": "not_a_string",
        "string_too_long": "wrong_length",
        "string_too_short": "wrong_length",
        "too_long": "wrong_length",
        "too_short": "wrong_length",
        "int_type": "not_an_integer",
        "int_parsing": "not_an_integer",
        "int_from_float": "not_an_integer",
        "list_type": "not_a_list",
        "dict_type": "not_an_object",
        "model_type": "not_an_object",
    }
    return [
        Finding(
            "/" + "/".join(str(part) for part in found["loc"]),
            known.get(found["type"], "out_of_range"),
            "error",
            found["msg"][:200],
        )
        for found in error.errors(include_url=False, include_input=False)
    ]
