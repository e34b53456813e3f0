"""A whole park whose records lie in PostgreSQL: served, edited, killed, all still there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.commands import main
from server.store.audit_verify import verify
from tests.flows.served import Served
from tests.postgres import Server, postgres

__all__ = ["postgres"]

QUICK = "tests.server.run.jobs.quick"
HALLS, SCENE = "/api/v1/halls", "/api/v1/halls/annex/scene"
HALL = {"id": "annex", "name": {"zh": "副厅", "en": "Annex"}}


class Keys:
    """`lingjing …` on a folder, told of the database by a file as secrets are."""

    def __init__(
        self, folder: Path, url: str, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._capsys = capsys
        told = folder.with_name("database")
        told.write_text(url + "\n")
        patch.setenv("LINGJING_DATA", str(folder))
        patch.setenv("LINGJING_DATABASE_FILE", str(told))

    def turn(self, *words: str) -> tuple[int, str]:
        """What a command returns, and what it complains of."""
        return main(list(words)), self._capsys.readouterr().err


def edit(park: Served, number: int) -> int:
    """An edit that the park has acknowledged; the revision it got."""
    node = {"kind": "group", "name": {"zh": "组", "en": "Group"}}
    ops = [{"op": "add", "path": f"/nodes/n{number}", "value": node}]
    base = park.json(SCENE)["revision"]
    answer = park.ask("PATCH", SCENE, {"ops": ops, "base": base})
    assert answer.status == 200, answer.body
    return int(answer.json()["revision"])


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path, postgres: Server) -> None:
    url = postgres.empty()
    with Served(tmp_path / "data", QUICK, LINGJING_DATABASE=url) as park:
        assert park.ask("POST", HALLS, HALL).status == 201
        revisions = [edit(park, number) for number in range(5)]
        park.kill()
        assert not (park.data / "park.db").exists()
        assert verify(park.data, url).is_whole
        park.start()
        scene: dict[str, Any] = park.json(SCENE)
        assert scene["revision"] >= revisions[-1]
        assert {f"n{number}" for number in range(5)} <= scene["nodes"].keys()
        health = park.json("/api/v1/overview")["health"]
        assert health["archive_bytes"] > 1_000_000
        edit(park, 5)


def test_commands_work_beside_the_server_and_without_it(
    tmp_path: Path,
    postgres: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url, copy = postgres.empty(), str(tmp_path / "persons.db")
    with Served(tmp_path / "data", QUICK, LINGJING_DATABASE=url) as park:
        park.ask("POST", HALLS, HALL)
        keys = Keys(park.data, url, monkeypatch, capsys)
        for words in (
            ("audit", "verify"),
            ("audit", "export", "--format", "csv"),
            ("vault", "backup", copy),
            ("privacy", "sweep"),
            ("tidy", "--dry-run"),
            ("operator", "link"),
        ):
            assert keys.turn(*words) == (0, ""), words
        code, said = keys.turn("vault", "restore", copy)
        assert (code, said.startswith("archive_locked: ")) == (1, True)
        park.kill()
        for words in (("vault", "restore", copy), ("vault", "rotate"), ("audit", "verify")):
            assert keys.turn(*words) == (0, ""), words
        keys = Keys(park.data, "", monkeypatch, capsys)
        code, said = keys.turn("demo")
        assert (code, said.startswith("archive_elsewhere: ")) == (1, True)
        assert keys.turn("audit", "verify")[0] == 1


@pytest.mark.parametrize("how", ["database", "server"])
def test_a_database_that_is_not_there_is_said_in_one_line(
    tmp_path: Path,
    postgres: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    how: str,
) -> None:
    there = postgres.url("nowhere") if how == "database" else "postgresql://postgres@127.0.0.1:1/c"
    keys = Keys(
        tmp_path / "data", there.replace("postgres@", "postgres:swordfish@"), monkeypatch, capsys
    )
    for words in (("audit", "export"), ("vault", "rotate"), ("demo",)):
        code, said = keys.turn(*words)
        assert (code, said.startswith("archive_failed: ")) == (1, True), words
        assert "swordfish" not in said
        assert len(said.strip().splitlines()) == 1
