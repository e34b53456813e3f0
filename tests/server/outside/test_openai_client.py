from __future__ import annotations

import asyncio
import json

import pytest

from server.outside.openai_client import LONGEST, OpenAiClient
from server.outside.openai_endpoint import (
    Delta,
    Endpoint,
    NoAnswerError,
    Patience,
    Text,
    ToolCall,
    Used,
    is_abroad,
)
from tests.server.outside.scripted_model import (
    Cut,
    Raw,
    Refuse,
    ScriptedModel,
    Step,
    Tool,
    Until,
    scripted_model,
)

ASKED = [{"role": "user", "content": "租金是多少？"}]
QUICK = Patience(connect=1, first=0.3, between=0.3, whole=3, tries=2, pause=0.01)


def client_of(
    server: ScriptedModel, patience: Patience | None = None, key: str = ""
) -> OpenAiClient:
    return OpenAiClient(Endpoint(server.url, "scripted", key), patience)


async def told(client: OpenAiClient) -> list[Delta]:
    return [delta async for delta in client.chat(ASKED)]


async def test_text_tools_and_counts_come_in_order() -> None:
    steps: list[Step] = ["租金80元[1]。", Tool("go_to", '{"node": "press"}')]
    async with scripted_model(steps) as server:
        client = client_of(server)
        found = await told(client)
        await client.close()
    assert "".join(d.text for d in found if isinstance(d, Text)) == "租金80元[1]。"
    assert found[-2:] == [ToolCall("call_1", "go_to", '{"node": "press"}'), Used(100, 20)]


async def test_nothing_of_the_environment_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "BASE_URL"):
        monkeypatch.setenv(f"OPENAI_{name}", "http://leak.invalid/of-another-program")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Leak: of-another-program")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    async with scripted_model() as server:
        for key in ("", "sk-ours"):
            client = client_of(server, key=key)
            await told(client)
            await client.close()
    assert "another-program" not in str(server.headers) and "stainless" not in str(server.headers)
    assert [headers.get("authorization") for headers in server.headers] == [None, "Bearer sk-ours"]
    assert all(headers["user-agent"].startswith("Lingjing/") for headers in server.headers)


async def test_a_key_is_never_shown() -> None:
    assert "sk-ours" not in repr(Endpoint("http://h/v1", "m", "sk-ours"))


async def test_closing_a_stream_closes_its_socket() -> None:
    never = asyncio.Event()
    async with scripted_model(["租金", Until(never)]) as server:
        client = client_of(server)
        answer = client.chat(ASKED)
        assert await anext(answer) == Text("租")
        await answer.aclose()
        await asyncio.wait_for(server.closed.wait(), 5)
        await client.close()
    assert server.order()[0] == "asked" and server.order()[-1] == "closed"


async def test_cancelling_who_reads_closes_it_too() -> None:
    never = asyncio.Event()
    async with scripted_model([Until(never)]) as server:
        client = client_of(server)
        task = asyncio.create_task(told(client))
        await asyncio.wait_for(server.asked.wait(), 5)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.wait_for(server.closed.wait(), 5)
        await client.close()


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        (["租金", Until(asyncio.Event())], "late"),
        (["租金", Cut()], "cut"),
        (["租金", Raw(b"data: {nonsense\n\n")], "broken"),
        ([Refuse(401)], "refused"),
        ([Refuse(302, (("Location", "http://127.0.0.1:1/"),))], "refused"),
    ],
)
async def test_what_goes_wrong_has_a_code(steps: list[Step], code: str) -> None:
    async with scripted_model(steps) as server:
        client = client_of(server, QUICK)
        with pytest.raises(NoAnswerError) as caught:
            await told(client)
        await client.close()
    assert caught.value.code == code


async def test_who_is_busy_is_asked_again() -> None:
    async with scripted_model([Refuse(429, (("Retry-After", "0"),))], ["好。"]) as server:
        client = client_of(server, QUICK)
        found = await told(client)
        await client.close()
    assert len(server.requests) == 2 and isinstance(found[-1], Used)


async def test_a_service_that_knows_less_is_asked_for_less() -> None:
    async with scripted_model([Refuse(400)], ["好。"]) as server:
        client = client_of(server, QUICK)
        await told(client)
        await client.close()
    assert "max_tokens" in server.requests[0] and "stream_options" in server.requests[0]
    assert server.requests[1].keys() == {"messages", "model", "stream"}


async def test_a_long_wait_is_told_instead() -> None:
    async with scripted_model([Refuse(429, (("Retry-After", "30"),))]) as server:
        client = client_of(server, QUICK)
        with pytest.raises(NoAnswerError) as caught:
            await told(client)
        await client.close()
    assert (caught.value.code, caught.value.wait) == ("busy", 30.0)


def piece(text: str) -> Raw:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return Raw(b"data: " + json.dumps({**chunk, "choices": [choice]}).encode() + b"\n\n")


async def test_one_piece_may_hold_millions_of_characters_and_halves_of_some() -> None:
    async with scripted_model([piece("\ud800" + "字" * 2_000_000)]) as server:
        client = client_of(server, QUICK)
        found = await told(client)
        await client.close()
    text = "".join(d.text for d in found if isinstance(d, Text))
    assert len(text) == LONGEST + 1 and text.startswith("?字") and isinstance(found[-1], Used)


async def test_no_answer_is_read_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.outside.openai_client.LARGEST", 100_000)
    async with scripted_model([Raw(b"x" * 200_000)]) as server:
        server.heard = "字" * 100_000
        client = client_of(server)
        for asked in (told(client), client.hear(b"RIFF", "a.wav", "audio/wav", "")):
            with pytest.raises(NoAnswerError) as caught:
                await asked
            assert (caught.value.code, caught.value.detail) == ("broken", "too long an answer")
        await client.close()
    assert len(server.requests) == 2


async def test_nobody_listens() -> None:
    client = OpenAiClient(Endpoint("http://127.0.0.1:9/v1", "m"), QUICK)
    with pytest.raises(NoAnswerError) as caught:
        await told(client)
    await client.close()
    assert caught.value.code == "unreached"


async def test_speech_ears_and_vectors() -> None:
    async with scripted_model() as server:
        client = client_of(server)
        sound, kind = await client.speech("你好", "alloy", "wav")
        assert sound[:4] == b"RIFF" and kind == "audio/wav"
        assert await client.hear(sound, "a.wav", "audio/wav", "zh") == server.heard
        assert b"Leak" not in server.requests[-1]["form"].encode()
        one, two = await client.embed(["租金", "rent"])
        await client.close()
    assert len(one) == len(two) == 64
    assert server.spoken == [
        {"input": "你好", "model": "scripted", "voice": "alloy", "response_format": "wav"}
    ]


@pytest.mark.parametrize(
    ("url", "abroad"),
    [
        ("http://127.0.0.1:8080/v1", False),
        ("http://192.168.1.5/v1", False),
        ("http://[fd00::1]/v1", False),
        ("http://vllm:8000/v1", False),
        ("http://models.lan/v1", False),
        ("https://api.example.cn/v1", False),
        ("https://api.example.com/v1", True),
        ("https://api.example.cn.evil.com/v1", True),
        ("https://8.8.8.8/v1", True),
    ],
)
def test_where_a_service_stands(url: str, abroad: bool) -> None:
    assert is_abroad(url) is abroad
