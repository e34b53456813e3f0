"""`lingjing vault`: on a folder that no server has open, and through one that has."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from server.commands import main
from server.run.privacy.vault import Vault
from server.settings import Settings
from server.store import Archive
from tests.server.commands.desk import answer, open_desk

KEYS = {"people": 7, "destroyed": 1}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault = Vault.open_for(Settings(data=tmp_path / "park"))
    vault.seal("a_anne", "secret")
    vault.close()
    return tmp_path / "park"


def test_keys_are_rotated_backed_up_and_restored(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(folder)]
    master = folder / "secrets" / "master.key"
    shutil.copy(master, tmp_path / "old.key")
    assert main(["vault", "backup", str(tmp_path / "keys.db"), *data]) == 0
    assert main(["vault", "rotate", *data]) == 0
    assert master.read_bytes() != (tmp_path / "old.key").read_bytes()
    assert main(["vault", "restore", str(tmp_path / "keys.db"), *data]) == 1
    assert "not here" in capsys.readouterr().err
    (folder / "secrets" / "persons.db").unlink()
    old = ["--master", str(tmp_path / "old.key")]
    assert main(["vault", "restore", str(tmp_path / "keys.db"), *old, *data]) == 0
    vault = Vault.open_for(Settings(data=folder))
    assert vault.knows("a_anne")
    vault.close()

    async def acts() -> list[str]:
        archive = await Archive.open(folder)
        rows = await archive.audit.page()
        await archive.close()
        return [row.action for row in rows]

    assert asyncio.run(acts()) == ["vault.restore", "vault.rotate"]


def test_a_running_server_rotates_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(tmp_path, answer(200, {}), answer(200, KEYS)) as desk:
        assert main(["vault", "rotate", "--data", str(tmp_path)]) == 0
    assert desk.asked[-1].line.startswith("POST /api/v1/privacy/keys/rotation ")
    assert "7 keys have a new master key" in capsys.readouterr().out


def test_where_no_keys_are_none_are_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "backup", str(tmp_path / "x"), "--data", str(tmp_path / "p")]) == 1
    assert "no keys" in capsys.readouterr().err
