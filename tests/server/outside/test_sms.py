"""Text messages go out as the operator's template says, and nothing in a text breaks out of it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.outside.delivery import UndeliveredError
from server.outside.http import Answer, Http
from server.outside.sms import Template, TemplateError, read_template, send, took
from tests.server.outside.peers import http_peer

HTTP = Http(5, private=True)
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
async def test_a_text_stays_one_value_in_json_and_forms(text: str) -> None:
    async with http_peer() as peer:
        body = '{"to":"{phone}","say":"{text}","id":"{id}"}'
        await send("+8613800000000", text, "m1", Template(peer.url, "POST", JSON, body), HTTP)
        form = Template(peer.url, "POST", FORM, "to={phone}&say={text}")
        await send("+8613800000000", text, "m1", form, HTTP)
    told = json.loads(peer.heard[0].body)
    assert told == {"to": "+8613800000000", "say": text, "id": "m1"}
    fields = parse_qs(peer.heard[1].body.decode(), keep_blank_values=True)
    assert fields == {"to": ["+8613800000000"], "say": [text]}


def test_a_template_is_read_with_its_secret(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("s3cret\n", encoding="utf-8")
    file = tmp_path / "sms.toml"
    file.write_text(
        'url = "https://sms.example/send"\nbody = "{text}"\nsecret_file = "key"\n'
        '[headers]\nAuthorization = "Bearer {secret}"\n'
        '[success]\nstatus = [200, 202]\npointer = "/code"\nequals = "0"\n',
        encoding="utf-8",
    )
    template = read_template(file)
    assert (template.secret, template.status, template.pointer) == ("s3cret", (200, 202), "/code")
    assert "s3cret" not in repr(template)


@pytest.mark.parametrize(
    "text",
    [
        *("", "url = 3", "url =", 'url = "x"\nspeed = 1'),
        *('url = "x"\n[success]\nfoo = 1', 'url = "x"\nsecret_file = "none"'),
    ],
)
def test_a_template_that_is_wrong_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "sms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError):
        read_template(tmp_path / "sms.toml")


@pytest.mark.parametrize(
    ("body", "taken"),
    [(b'{"code":0}', True), (b'{"code":"0"}', True), (b'{"code":1}', False), (b"{}", False),
     (b"nonsense", False), (b'{"code":[0]}', False)],
)  # fmt: skip
def test_an_answer_is_read_where_the_template_says(body: bytes, taken: bool) -> None:
    assert took(Template("x", pointer="/code", equals="0"), Answer(200, body)) is taken


@pytest.mark.parametrize(
    ("status", "final"), [(400, True), (401, False), (429, False), (503, False)]
)
async def test_what_is_not_taken_is_told(status: int, final: bool) -> None:
    async with http_peer(lambda said: (status, b"balance")) as peer:
        with pytest.raises(UndeliveredError) as caught:
            await send("1", "x", "m", Template(peer.url), HTTP)
    assert (caught.value.status, caught.value.final) == (status, final)
