"""`lingjing certificate`: proven off line; keys of a running park."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.commands import main
from server.outside.jws import new_key, public_part, sign
from server.run.registration.certificates.sheet import Sheet, sheet_of
from tests.server.commands.desk import answer, open_desk
from tests.server.registration.test_certificate import LIVING

KEY = new_key()
TOKEN = sign({"jti": "RZ2026"}, KEY)


@pytest.fixture
def keys(tmp_path: Path) -> str:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"keys": [public_part(KEY)]}))
    return str(path)


def test_a_statement_is_proven_without_a_server(
    tmp_path: Path, keys: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, file = tmp_path / "证明.pdf", tmp_path / "statement.jws"
    sheet.write_bytes(sheet_of(LIVING, TOKEN, Sheet("园区", "", "https://park.example/verify/x")))
    file.write_text(TOKEN[:40] + "\n" + TOKEN[40:] + "\n")
    for what in (str(sheet), str(file), TOKEN):
        assert main(["certificate", "verify", what, "--keys", keys]) == 0
        assert json.loads(capsys.readouterr().out) == {"jti": "RZ2026"}


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (sign({"jti": "RZ2026"}, new_key()), "none"),
        (TOKEN[:-9] + "AAAAAAAAA", "does not hold"),
        ("no-such-file", "no signed statement"),
        ("%PDF-1.7 broken", "no signed statement"),
    ],
)
def test_what_proves_nothing_is_said_so(
    keys: str, what: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["certificate", "verify", what, "--keys", keys]) == 1
    told = capsys.readouterr().err
    assert words in told or (words == "none" and "any of these keys" in told)


def test_a_file_of_keys_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "keys.json").write_text("[]")
    for name in ("keys.json", "absent.json"):
        assert main(["certificate", "verify", TOKEN, "--keys", str(tmp_path / name)]) == 1
        assert name in capsys.readouterr().err


def test_keys_are_those_of_the_running_park(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.dumps({"keys": [public_part(KEY)]}).encode()
    with open_desk(tmp_path, answer(200, told)) as desk:
        assert main(["certificate", "keys", "--data", str(tmp_path)]) == 0
        assert main(["certificate", "verify", TOKEN, "--data", str(tmp_path)]) == 0
    assert KEY["kid"] in capsys.readouterr().out
    assert {each.line.split()[1] for each in desk.asked} == {"/api/v1/certificates/keys"}


def test_keys_are_rotated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.dumps({"key": "new", "signed_anew": 3}).encode()
    with open_desk(tmp_path, answer(200, told)) as desk:
        assert main(["certificate", "rotate", "--stolen", "--data", str(tmp_path)]) == 0
    assert desk.asked[0].line.startswith("POST /api/v1/certificates/keys/rotation ")
    assert "3 signed anew" in capsys.readouterr().out
