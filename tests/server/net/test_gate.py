"""What every request passes."""

from __future__ import annotations

import pytest

from server.net.gate import BURST, MOST_ADDRESSES, Limits, same_site
from tests.server.house import House

SCENE = "/api/v1/halls/gallery/scene"


@pytest.mark.parametrize(
    ("origin", "passes"),
    [
        (None, True),
        ("http://park.example", True),
        ("https://park.example", True),
        ("http://PARK.example", True),
        ("http://evil.example", False),
        ("http://park.example.evil.example", False),
        ("null", False),
        ("http://partner.example", True),
    ],
)
def test_only_our_own_pages_and_no_page_may_write(origin: str | None, passes: bool) -> None:
    assert same_site(origin, "park.example", ("http://partner.example",)) is passes


async def test_another_sites_request_changes_nothing(house: House) -> None:
    body = {"ops": [{"op": "set", "path": "/nodes/fox/explode", "value": 1}], "layer": "shared"}
    headers = {"Origin": "http://evil.example"}
    async with house.visitor.patch(house.url + SCENE, json=body, headers=headers) as answer:
        assert answer.status == 403
        assert (await answer.json())["code"] == "origin_refused"
    assert (await house.get(SCENE))[1]["shared"] == {}


def test_an_address_that_hurries_waits_and_others_do_not() -> None:
    limits = Limits()
    assert all(limits.take("a", 0.0) == 0 for _ in range(int(BURST)))
    assert limits.take("a", 0.0) > 0
    assert limits.take("b", 0.0) == 0
    assert limits.take("a", 1.0) == 0


def test_remembered_addresses_are_bounded() -> None:
    limits = Limits()
    for number in range(MOST_ADDRESSES + 50):
        limits.take(str(number), 0.0)
    assert len(limits) == MOST_ADDRESSES


async def test_every_answer_has_an_id_and_stays_on_this_site(house: House) -> None:
    async with house.visitor.get(f"{house.url}/api/v1/park") as answer:
        assert answer.headers["X-Request-Id"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe-inline" not in policy


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nope", 404, "not_found"),
        ("/api/v1/nope", 404, "not_found"),
        ("/h/nowhere", 404, "hall_unknown"),
        ("/client/../server/app.py", 404, "not_found"),
        ("/client/%2e%2e/index.html", 404, "not_found"),
        ("/assets/" + "0" * 64, 404, "not_found"),
        ("/assets/..%2f..%2fpark.db", 404, "not_found"),
    ],
)
async def test_what_is_not_there_is_told_in_one_shape(
    house: House, path: str, status: int, code: str
) -> None:
    found, told = await house.get(path)
    assert (found, told["code"]) == (status, code)


async def test_a_wrong_method_says_which_are_right(house: House) -> None:
    async with house.visitor.put(f"{house.url}/api/v1/park") as answer:
        assert answer.status == 405 and "GET" in answer.headers["Allow"]
        assert (await answer.json())["code"] == "method_not_allowed"
