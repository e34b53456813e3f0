"""What the server asks for others never leads into its own network, elsewhere, or for ever."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.outside.delivery import EXCERPT, UndeliveredError, shown
from server.outside.http import LARGEST, Http, is_public
from tests.server.outside.peers import http_peer

HOUSE = ("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.9", "169.254.169.254", "0.0.0.0", "::1",
         "fe80::1", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "224.0.0.1",
         "100.64.0.1", "::", "fec0::1", "::127.0.0.1", "::ffff:0:127.0.0.1",
         "64:ff9b:1::7f00:1")  # fmt: skip


@pytest.mark.parametrize("address", HOUSE)
def test_addresses_of_a_house_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_of_the_open_internet_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://0x7f.1:{port}/"),
        *("http://[::ffff:127.0.0.1]:{port}/", "http://127.1:{port}/"),
    ],
)
async def test_a_private_address_is_refused_however_it_is_written(url: str) -> None:
    async with http_peer() as peer:
        target = url.format(port=peer.url.rpartition(":")[2])
        with pytest.raises(UndeliveredError) as caught:
            await Http(5).ask("POST", target, {}, b"x")
        assert caught.value.code in ("private_address", "bad_address", "unreached")
        assert peer.heard == []


@pytest.mark.parametrize("url", ["ftp://x/", "http://a@b/", "http:///x", "http://x:0/", "nonsense"])
async def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UndeliveredError, match="bad_address"):
        await Http(5, private=True).ask("GET", url, {}, None)


async def test_redirects_are_not_followed_and_answers_are_cut_off() -> None:
    async with http_peer(lambda said: (302, b"a" * (LARGEST * 3))) as peer:
        peer.extra = f"Location: {peer.url}/elsewhere\r\n"
        answer = await Http(5, private=True).ask("GET", peer.url + "/here", {}, None)
    assert (answer.status, len(answer.body)) == (302, LARGEST)
    assert [said.path for said in peer.heard] == ["/here"]


async def test_nobody_there_and_nobody_answering_are_told_apart() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        with pytest.raises(UndeliveredError, match="late"):
            await Http(0.2, private=True).ask("GET", f"http://127.0.0.1:{port}/", {}, None)
    with pytest.raises(UndeliveredError, match="unreached"):
        await Http(5, private=True).ask("GET", f"http://127.0.0.1:{port}/", {}, None)


@given(st.text(max_size=3000))
def test_an_excerpt_is_one_short_visible_line(text: str) -> None:
    line = shown(text)
    assert len(line) <= EXCERPT
    assert line.isprintable()
