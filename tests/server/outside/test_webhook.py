"""Webhooks are signed so that their receiver can tell them from others', and from old ones."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.outside.delivery import UndeliveredError
from server.outside.http import Http
from server.outside.webhook import call, new_secret, sign
from tests.server.outside.peers import http_peer

HTTP = Http(5, private=True)


def test_the_signature_is_that_of_the_standard() -> None:
    """The example of Standard Webhooks' own documentation."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    signature = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.text(max_size=40), st.integers(0, 2**33), st.binary(max_size=200))
def test_a_receiver_can_check_it(id: str, at: int, body: bytes) -> None:
    secret = new_secret()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
    assert sign(secret, id, at, body) == "v1," + base64.b64encode(expected).decode()
    assert len(key) == 32


async def test_a_call_carries_id_time_and_signature() -> None:
    secret = new_secret()
    async with http_peer(lambda said: (204, b"")) as peer:
        receipt = await call(peer.url + "/hook", [secret], "msg_1", 1700000000.9, b"{}", HTTP)
    said = peer.heard[0]
    assert receipt.status == 204
    assert (said.method, said.path, said.body) == ("POST", "/hook", b"{}")
    assert said.headers["webhook-id"] == "msg_1"
    assert said.headers["webhook-timestamp"] == "1700000000"
    assert said.headers["webhook-signature"] == sign(secret, "msg_1", 1700000000, b"{}")
    assert said.headers["content-type"] == "application/json"


async def test_while_a_secret_is_changed_there_are_two_signatures() -> None:
    new, old = new_secret(), new_secret()
    async with http_peer(lambda said: (204, b"")) as peer:
        await call(peer.url, [new, old], "msg_1", 1700000000.0, b"{}", HTTP)
    signatures = peer.heard[0].headers["webhook-signature"].split(" ")
    assert signatures == [sign(each, "msg_1", 1700000000, b"{}") for each in (new, old)]


@pytest.mark.parametrize(
    ("status", "final"), [(500, False), (302, False), (404, False), (410, True)]
)
async def test_an_answer_that_is_not_2xx_takes_nothing(status: int, final: bool) -> None:
    async with http_peer(lambda said: (status, b"no thank you")) as peer:
        with pytest.raises(UndeliveredError) as caught:
            await call(peer.url, [new_secret()], "m", 1.0, b"{}", HTTP)
    refused = caught.value
    assert (refused.code, refused.status, refused.final) == ("refused", status, final)
    assert refused.excerpt == "no thank you"


def test_what_is_no_secret_signs_nothing() -> None:
    with pytest.raises(ValueError, match="secret"):
        sign("whsec_!!", "m", 1, b"")
