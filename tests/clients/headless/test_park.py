"""What a park tells over HTTP, from a small real server."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from clients.headless import FetchFailed, Park

ASSET = b"glTF bytes"
NAME = hashlib.sha256(ASSET).hexdigest()
PAGES = {
    "/api/v1/park": b'{"name": {"zh": "\xe5\x9b\xad"}}',
    "/broken": b"{",
    f"/assets/{NAME}": ASSET,
    f"/assets/{'0' * 64}": b"something else",
}


class Pages(BaseHTTPRequestHandler):
    """Answers with the pages above."""

    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(404 if page is None else 200)
        self.send_header("Content-Length", str(len(page or b"")))
        self.end_headers()
        self.wfile.write(page or b"")

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        good = sent == {"token": "k-1"}
        self.send_response(200 if good else 401)
        if good:
            self.send_header("Set-Cookie", "session=s-1; HttpOnly; Path=/")
        body = b"{}" if good else b'{"code": "link_refused"}'
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def park() -> Iterator[Park]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Park(f"http://127.0.0.1:{server.server_port}/h/grounds")
        server.shutdown()
        thread.join()


async def test_a_page_of_json(park: Park) -> None:
    assert await park.json("/api/v1/park") == {"name": {"zh": "园"}}


async def test_an_asset_is_what_it_is_called(park: Park) -> None:
    assert await park.asset(NAME) == ASSET
    with pytest.raises(FetchFailed, match="hash_differs"):
        await park.asset("0" * 64)


@pytest.mark.parametrize(("path", "code"), [("/nothing", "http_404"), ("/broken", "not_json")])
async def test_what_fails_has_a_code(park: Park, path: str, code: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        await park.json(path)
    assert caught.value.code == code


async def test_nobody_at_home() -> None:
    with pytest.raises(FetchFailed, match="connection_failed"):
        await Park("http://127.0.0.1:9").read("/")


@pytest.mark.parametrize("link", ["http://localhost:8000/operator?key=k-1", "k-1"])
async def test_a_link_becomes_a_token(park: Park, link: str) -> None:
    assert await park.sign_in(link) == "s-1"


async def test_a_used_link_is_refused(park: Park) -> None:
    with pytest.raises(FetchFailed, match="link_refused"):
        await park.sign_in("k-2")


async def test_several_at_once(park: Park) -> None:
    got = await asyncio.gather(*[park.asset(NAME) for _ in range(5)])
    assert got == [ASSET] * 5
