"""A command's one request: what goes over the socket, and what is said when it goes wrong."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from server.commands.client import UnreachableError, ask, read_file, request
from server.settings import Settings
from tests.server.commands.desk import answer, open_desk


def test_json_goes_as_json_and_bytes_go_as_a_model(tmp_path: Path) -> None:
    with open_desk(tmp_path, answer(200, {"done": True})) as desk:
        told = request(desk.settings, "PATCH", "/a", {"name": "展厅"})
        request(desk.settings, "POST", "/b", b"glTF")
        request(desk.settings, "GET", "/c")
    assert (told.status, told.json()) == (200, {"done": True})
    first, second, third = desk.asked
    assert first.line == "PATCH /a HTTP/1.1"
    assert first.headers["content-type"] == "application/json"
    assert json.loads(first.body) == {"name": "展厅"}
    assert (second.headers["content-type"], second.body) == ("model/gltf-binary", b"glTF")
    assert third.body == b"" and "content-type" not in third.headers


def test_answers_are_asked_for_in_the_park_s_language(tmp_path: Path) -> None:
    with open_desk(tmp_path, answer(204)) as desk:
        request(desk.settings, "GET", "/")
        request(Settings(data=tmp_path, language="en"), "GET", "/")
    assert [asked.headers["accept-language"] for asked in desk.asked] == ["zh-CN", "en"]


def test_what_is_asked_for_cannot_break_out_of_its_place(tmp_path: Path) -> None:
    with open_desk(tmp_path, answer(200)) as desk:
        request(desk.settings, "POST", "/x", b"", {"title": "泵 & 阀?\r\nHost: evil", "at": "p/1"})
    (asked,) = desk.asked
    path = asked.line.split(" ")[1]
    assert path.startswith("/x?title=%E6%B3%B5+%26+")
    assert path.endswith("&at=p%2F1")
    assert asked.headers["host"] == "localhost"


def test_a_refusal_is_told_with_every_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [
        {"pointer": f"/ops/{n}", "code": "out_of_range", "message": "超出范围"} for n in (0, 1)
    ]
    body = {"code": "patch_invalid", "message": "修改无效", "details": findings}
    with open_desk(tmp_path, answer(422, body)) as desk:
        assert ask(desk.settings, "PATCH", "/") is None
    told = capsys.readouterr().err
    assert told.splitlines()[0] == "patch_invalid: 修改无效"
    assert "/ops/0" in told and "/ops/1" in told


@pytest.mark.parametrize(
    "raw",
    [
        answer(500, b"<html>", "text/html"),
        answer(500, b""),
        answer(502, b"[]"),
        answer(400, {"code": "x"}),
        answer(400, {"code": "x", "message": "y", "details": [7]}),
    ],
    ids=["a page", "nothing", "a list", "half an error", "an odd detail"],
)
def test_an_error_of_no_known_shape_is_still_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes
) -> None:
    with open_desk(tmp_path, raw) as desk:
        assert ask(desk.settings, "GET", "/") is None
    assert "HTTP" in capsys.readouterr().err


@pytest.mark.parametrize(
    "raw", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"]
)
def test_a_server_that_dies_while_it_answers_is_told_like_one_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes
) -> None:
    with open_desk(tmp_path, raw) as desk:
        assert ask(desk.settings, "GET", "/") is None
    assert "lingjing serve" in capsys.readouterr().err


def test_no_socket_and_a_socket_that_a_dead_server_left(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError):
        request(Settings(data=tmp_path), "GET", "/")
    left = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    left.bind(str(Settings(data=tmp_path).socket))
    left.close()
    with pytest.raises(UnreachableError):
        request(Settings(data=tmp_path), "GET", "/")


def test_files_are_read_or_their_reason_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.glb").write_bytes(b"glTF")
    assert read_file(tmp_path / "a.glb") == b"glTF"
    assert read_file(tmp_path / "b.glb") is None
    assert read_file(tmp_path) is None
    told = capsys.readouterr().err
    assert "b.glb" in told and len(told.splitlines()) == 2
