"""`lingjing hall`: each action asks the server for exactly one thing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.commands import main
from tests.server.commands.desk import answer, open_desk


def ask(tmp_path: Path, *words: str) -> tuple[str, Any]:
    """What a command asks: its request line and its body."""
    with open_desk(tmp_path, answer(200, {})) as desk:
        assert main(["hall", *words, "--data", str(tmp_path)]) == 0
    (asked,) = desk.asked
    return asked.line.removesuffix(" HTTP/1.1"), json.loads(asked.body or "null")


@pytest.mark.parametrize(
    ("words", "line", "body"),
    [
        (("create", "annex"), "POST /api/v1/halls", {"id": "annex", "kind": "indoor"}),
        (("create", "yard", "--kind", "outdoor", "--capacity", "20"), "POST /api/v1/halls",
         {"id": "yard", "kind": "outdoor", "capacity": 20}),
        (("create", "a", "--name-zh", "副厅", "--name-en", "Annex"), "POST /api/v1/halls",
         {"id": "a", "kind": "indoor", "name": {"zh": "副厅", "en": "Annex"}}),
        (("create", "a", "--name-en", "Annex"), "POST /api/v1/halls",
         {"id": "a", "kind": "indoor", "name": {"zh": "Annex", "en": "Annex"}}),
        (("create", "a", "--capacity", "0"), "POST /api/v1/halls",
         {"id": "a", "kind": "indoor", "capacity": 0}),
        (("rename", "annex", "副厅", "Annex"), "PATCH /api/v1/halls/annex",
         {"name": {"zh": "副厅", "en": "Annex"}}),
        (("capacity", "annex", "40"), "PATCH /api/v1/halls/annex", {"capacity": 40}),
        (("open", "annex"), "PATCH /api/v1/halls/annex", {"state": "open"}),
        (("close", "annex"), "PATCH /api/v1/halls/annex", {"state": "closed"}),
        (("delete", "annex"), "DELETE /api/v1/halls/annex", None),
        (("delete", "../park?x#y"), "DELETE /api/v1/halls/..%2Fpark%3Fx%23y", None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_each_action_is_one_request(
    tmp_path: Path, words: tuple[str, ...], line: str, body: Any
) -> None:
    assert ask(tmp_path, *words) == (line, body)


def test_halls_are_listed_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    halls = [
        {"id": "grounds", "state": "open", "visitors": 12, "name": {"zh": "园区", "en": "Grounds"}},
        {"id": "attic", "state": "closed", "visitors": 0, "name": {"zh": "阁楼", "en": "Attic"}},
    ]
    with open_desk(tmp_path, answer(200, {"halls": halls})):
        assert main(["hall", "list", "--data", str(tmp_path)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split() == ["grounds", "open", "12", "园区", "/", "Grounds"]
    assert second.split() == ["attic", "closed", "0", "阁楼", "/", "Attic"]


def test_grounds_that_cannot_be_read_are_not_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(tmp_path, answer(200, {})) as desk:
        missing = str(tmp_path / "none.glb")
        assert main(["hall", "import", "annex", missing, "--data", str(tmp_path)]) == 1
    assert desk.asked == []
    assert "none.glb" in capsys.readouterr().err


def test_grounds_go_as_they_are(tmp_path: Path) -> None:
    glb = tmp_path / "yard.glb"
    glb.write_bytes(b"glTF\x02")
    with open_desk(tmp_path, answer(201, {})) as desk:
        assert main(["hall", "import", "annex", str(glb), "--data", str(tmp_path)]) == 0
    (asked,) = desk.asked
    assert asked.line.startswith("PUT /api/v1/halls/annex/grounds ")
    assert asked.body == b"glTF\x02"


def test_a_refusal_is_the_command_s_failure(tmp_path: Path) -> None:
    refusal = answer(409, {"code": "hall_exists", "message": "已有", "details": []})
    with open_desk(tmp_path, refusal):
        assert main(["hall", "create", "annex", "--data", str(tmp_path)]) == 1
        assert main(["hall", "list", "--data", str(tmp_path)]) == 1


@pytest.mark.parametrize(
    "words", [(), ("dance",), ("create",), ("capacity", "a", "many"), ("rename", "a", "一")]
)
def test_words_that_mean_nothing_are_refused_before_anything_is_asked(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["hall", *words])
    assert caught.value.code == 2
