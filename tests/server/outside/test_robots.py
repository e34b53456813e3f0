"""What group robots are told, and how their answers are read."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from server.outside.delivery import UndeliveredError
from server.outside.http import Http
from server.outside.robots import WECOM_BYTES, dingtalk, wecom
from tests.server.outside.peers import http_peer

HTTP = Http(5, private=True)
FINE = b'{"errcode":0,"errmsg":"ok"}'


async def test_wecom_gets_markdown_that_fits() -> None:
    async with http_peer(lambda said: (200, FINE)) as peer:
        await wecom(peer.url + "/send?key=k", "标题", "字" * 5000, HTTP)
    told = json.loads(peer.heard[0].body)
    assert told["msgtype"] == "markdown"
    assert told["markdown"]["content"].startswith("**标题**")
    assert len(told["markdown"]["content"].encode()) <= WECOM_BYTES


async def test_dingtalk_is_signed() -> None:
    async with http_peer(lambda said: (200, FINE)) as peer:
        await dingtalk(peer.url + "/send?access_token=t", "SEC1", 1700000000.5, "标题", "文", HTTP)
    query = parse_qs(urlsplit(peer.heard[0].path).query)
    digest = hmac.new(b"SEC1", b"1700000000500\nSEC1", hashlib.sha256).digest()
    assert query["timestamp"] == ["1700000000500"]
    assert query["sign"] == [base64.b64encode(digest).decode()]
    assert json.loads(peer.heard[0].body)["markdown"]["title"] == "标题"


async def test_dingtalk_without_a_secret_is_not() -> None:
    async with http_peer(lambda said: (200, FINE)) as peer:
        await dingtalk(peer.url + "/send?access_token=t", "", 1.0, "标题", "文", HTTP)
    assert "sign" not in peer.heard[0].path


@pytest.mark.parametrize(
    ("answer", "code", "final"),
    [
        (b'{"errcode":45009,"errmsg":"too many"}', "refused", False),
        (b'{"errcode":93000,"errmsg":"no such robot"}', "refused", True),
        (b"<html>", "bad_answer", False),
        (b"[]", "bad_answer", False),
    ],
)
async def test_an_error_hides_behind_status_200(answer: bytes, code: str, final: bool) -> None:
    async with http_peer(lambda said: (200, answer)) as peer:
        with pytest.raises(UndeliveredError) as caught:
            await wecom(peer.url, "t", "x", HTTP)
    assert (caught.value.code, caught.value.final) == (code, final)
