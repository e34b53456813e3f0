"""Connections say what is wrong in one line without secrets, and can be made private by TLS."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.outside.certificates import local_certificate
from server.store import StoreError
from server.store.postgres_connection import connect, shown
from tests.postgres import UNPRIVILEGED, Server


@pytest.mark.parametrize(
    ("url", "place"),
    [
        (
            "postgresql://park:swordfish@db.example:5433/park?sslmode=require",
            "db.example:5433/park",
        ),
        ("postgresql:///park?host=/run/postgresql&password=swordfish", "localhost/park"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, place: str) -> None:
    assert shown(url) == place


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://park:swordfish@127.0.0.1:1/park",
        "postgresql://park:swordfish@/park?host=/nowhere",
        "postgresql://park:swordfish@127.0.0.1:1/park?sslmode=perhaps",
        "postgresql://park:swordfish@127.0.0.1:1/park?sslmode=verify-full&sslrootcert=/nowhere",
    ],
)
async def test_what_cannot_be_reached_is_said_in_a_code(url: str) -> None:
    with pytest.raises(StoreError) as refusal:
        await connect(url, "read")
    assert refusal.value.code == "archive_failed"
    assert "swordfish" not in str(refusal.value)


async def test_who_may_not_come_in_is_told(postgres: Server) -> None:
    url = postgres.empty()
    for wrong in (url.replace("postgres@", "nobody:swordfish@"), postgres.url("nowhere")):
        with pytest.raises(StoreError) as refusal:
            await connect(wrong, "write")
        assert refusal.value.code == "archive_failed"
        assert "swordfish" not in str(refusal.value)


@pytest.fixture
def certificate(postgres: Server, tmp_path: Path) -> Iterator[Path]:
    """The certificate of a server that speaks TLS meanwhile, which it says its name by."""
    file = local_certificate(tmp_path, [], datetime.now(UTC)).file
    theirs = Path(shutil.copy(file, postgres.folder / "server.pem"))
    theirs.chmod(0o600)
    if postgres.is_unprivileged:
        shutil.chown(theirs, UNPRIVILEGED)
    postgres.stop()
    postgres.start(ssl="on", ssl_cert_file=str(theirs), ssl_key_file=str(theirs))
    yield file
    postgres.stop()
    postgres.start()


async def test_a_server_proves_itself_where_that_is_asked_for(
    postgres: Server, certificate: Path, tmp_path: Path
) -> None:
    asked = f"{postgres.empty()}?sslmode=verify-full"
    opened = await connect(f"{asked}&sslrootcert={certificate}", "write")
    used = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    assert await opened.fetchval(used) is True
    await opened.close()
    other = tmp_path / "other"
    other.mkdir()
    stranger = local_certificate(other, [], datetime.now(UTC)).file
    with pytest.raises(StoreError, match="certificate") as refusal:
        await connect(f"{asked}&sslrootcert={stranger}", "write")
    assert refusal.value.code == "archive_failed"
