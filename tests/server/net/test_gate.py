"""What every request passes."""

from __future__ import annotations

import asyncio

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
        ("http://[", False),
        ("", False),
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


def test_a_household_shares_one_limit_and_dear_requests_count_for_many() -> None:
    limits = Limits()
    assert limits.take("2001:db8::1", 0.0, BURST) == 0
    assert limits.take("2001:db8::2", 0.0) > 0
    assert limits.take("2001:db8:0:1::2", 0.0) == 0


async def test_what_costs_much_is_refused_sooner(house: House) -> None:
    told = [(await house.get("/api/v1/halls/gallery/path?from=a&to=b"))[0] for _ in range(3)]
    assert told == [422] * 3
    statuses = [(await house.get("/api/v1/halls/gallery/scene.glb"))[0] for _ in range(8)]
    assert statuses[-1] == 429
    assert (await house.own("GET", "/api/v1/halls/gallery/scene"))[0] == 200


@pytest.mark.parametrize("accept", ["en;q=\u00b2", "zh;q=1.1.1,en;q=\u0661", "\udcff"])
async def test_no_header_is_too_strange(house: House, accept: str) -> None:
    _, writer = pair = await asyncio.open_connection("127.0.0.1", house.running.doors.port)
    head = f"GET /healthz HTTP/1.1\r\nHost: localhost\r\nAccept-Language: {accept}\r\n\r\n"
    writer.write(head.encode("utf-8", "surrogateescape"))
    assert (await pair[0].readline()).startswith(b"HTTP/1.1 200")
    writer.close()


async def test_a_request_without_a_host_asks_no_name_server(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def getfqdn(name: str = "") -> str:
        asked.append(name)
        return name

    monkeypatch.setattr("socket.getfqdn", getfqdn)
    for request in (b"GET / HTTP/1.0\r\n\r\n", b"POST /api/v1/session HTTP/1.0\r\n\r\n"):
        reader, writer = await asyncio.open_connection("127.0.0.1", house.running.doors.port)
        writer.write(request)
        assert (await reader.readline()).startswith(b"HTTP/1.0 ")
        writer.close()
    assert asked == []


async def test_a_log_holds_nothing_of_a_path_that_opens_something(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(house.park.guides.dialogues, "by_token", lambda token: 1 / 0)
    async with house.visitor.delete(f"{house.url}/api/v1/dialogues/own/d_1.s3cret/questions") as a:
        assert a.status == 500
    told = capsys.readouterr()
    assert "dialogues/own/{token}/questions" in told.out + told.err
