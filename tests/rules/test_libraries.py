"""Each heavy library lives behind one door, so that it can be replaced and others stay light."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.rules.known import KNOWN
from tests.rules.ladder import is_in
from tools.places import ROOT

ONE_FILE = (
    *("uvloop", "pygltflib", "trimesh", "segno", "brotli"),
    *("PIL", "DracoPy", "wasmtime", "pypdfium2"),
    *("webauthn", "authlib", "typst", "xlsxwriter"),
    *("argon2", "zxcvbn", "pyotp", "phonenumbers"),
    "asyncpg",
    *("stdnum", "opencc", "chinese_calendar"),
    *("openai", "pypinyin", "bm25s"),
    *("pypdf", "docx"),
)
"""Libraries that exactly one file may import."""
ONE_ROOM = {
    "aiohttp": ("server.net", "server.commands", "server.outside.http"),
    "aiosmtplib": ("server.outside.smtp",),
    "picows": ("server.net.live", "server.net.live_connection", "server.net.live_writer"),
    "cryptography": ("server.outside.certificates", "server.outside.vault"),
    "sqlalchemy": ("server.store",),
    "alembic": ("server.store",),
    "joserfc": ("server.outside.jws", "server.outside.oidc_provider"),
    "aiosqlite": ("server.store",),
    "msgpack": ("clients.headless",),
    "websockets": ("clients.headless",),
    "prometheus_client": ("server.net", "server.run"),
    "structlog": ("server.log",),
}
"""Libraries that only these rooms may import."""
HEAVY = {*ONE_FILE, *ONE_ROOM, "pydantic"}
FRONT_DOORS = (
    *("scenes", "scenes.names", "avatars", "server", "server.wire", "server.access"),
    *("server.registration", "server.registration.form", "server.registration.workflow"),
    *("server.halls", "server.settings", "server.commands", "clients.headless"),
)


def importers(library: str) -> list[str]:
    return [
        name
        for name, module in KNOWN.items()
        if any(is_in(asked.name, library) for asked in module.imports)
    ]


@pytest.mark.parametrize("library", ONE_FILE)
def test_one_file_imports_it(library: str) -> None:
    assert len(importers(library)) <= 1, importers(library)


@pytest.mark.parametrize("library", ONE_ROOM)
def test_one_room_imports_it(library: str) -> None:
    allowed = ONE_ROOM[library]
    strangers = [n for n in importers(library) if not any(is_in(n, room) for room in allowed)]
    assert strangers == []


@pytest.mark.parametrize("door", [name for name in FRONT_DOORS if name in KNOWN])
def test_front_doors_are_light(door: str) -> None:
    asked = f"import sys, {door}; print(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    own = {"websockets", "msgpack"} if door == "clients.headless" else set()
    assert set(done.stdout.split()) & (HEAVY - own) == set()
