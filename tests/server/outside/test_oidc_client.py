"""A provider that misbehaves as a server is noticed, quickly and in bounded memory."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from server.outside.oidc_client import LARGEST, OidcHttp, ProviderError


@contextlib.asynccontextmanager
async def answering(answer: web.Response, seen: list[web.Request]) -> AsyncIterator[str]:
    """A server that always answers so."""

    async def handle(request: web.Request) -> web.Response:
        await request.post()
        seen.append(request)
        return answer

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/token"
    finally:
        await runner.cleanup()


@pytest.fixture
def http() -> OidcHttp:
    return OidcHttp()


async def test_a_form_goes_with_encoded_credentials(http: OidcHttp) -> None:
    seen: list[web.Request] = []
    async with answering(web.json_response({"id_token": "t"}), seen) as url:
        assert await http.post(url, {"code": "c"}, ("park", "a/b")) == {"id_token": "t"}
    assert seen[0].headers["Authorization"] == "Basic cGFyazphJTJGYg=="
    assert (await seen[0].post())["code"] == "c"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"text": "not JSON"}, "no JSON object"),
        ({"text": "[]"}, "no JSON object"),
        ({"text": "[" * 100_000}, "no JSON object"),
        ({"text": "x" * (LARGEST + 1)}, "too large"),
        ({"status": 400, "text": '{"error": "invalid_grant"}'}, "status 400 invalid_grant"),
        ({"status": 302, "headers": {"Location": "http://192.0.2.1/"}}, "status 302"),
    ],
)
async def test_other_answers_are_errors(
    http: OidcHttp, answer: dict[str, object], told: str
) -> None:
    async with answering(web.Response(**answer), []) as url:  # type: ignore[arg-type]
        with pytest.raises(ProviderError, match=told):
            await http.get(url)


async def test_nobody_there_is_an_error(http: OidcHttp) -> None:
    async with answering(web.json_response({}), []) as url:
        pass
    with pytest.raises(ProviderError):
        await http.get(url)
