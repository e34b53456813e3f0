"""JSON bodies: checked whole, every error named by where it is."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, Field, ValidationError

from server.net.json_body import findings_of
from tests.server.house import House

HALLS = "/api/v1/halls"


class Inner(BaseModel):
    number: int = Field(ge=1)


class Outer(BaseModel):
    name: str = Field(max_length=3)
    parts: list[Inner] = Field(min_length=1)


def test_every_error_is_named_by_its_place() -> None:
    with pytest.raises(ValidationError) as wrong:
        Outer.model_validate({"name": "long", "parts": [{"number": 0}, {"number": "x"}, {}]})
    found = {(f.pointer, f.code) for f in findings_of(wrong.value)}
    assert found == {
        ("/name", "wrong_length"),
        ("/parts/0/number", "out_of_range"),
        ("/parts/1/number", "not_an_integer"),
        ("/parts/2/number", "missing"),
    }


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "bad_json"),
        (b"\xff", "application/json", 400, "bad_json"),
        (b"[" * 100_000, "application/json", 400, "bad_json"),
        (b"[]", "application/json", 422, "invalid"),
        (b"{}", "text/plain", 415, "unsupported_media"),
    ],
)
async def test_what_is_no_such_body_is_refused(
    house: House, body: bytes, kind: str, status: int, code: str
) -> None:
    told = await house.own("POST", HALLS, data=body, headers={"Content-Type": kind})
    assert (told[0], told[1]["code"]) == (status, code)
