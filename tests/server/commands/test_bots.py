"""`lingjing bots` from the command line's words to its one line."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import ssl
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clients.headless.bots import Crowd, Tally
from server.commands import bots
from server.outside.certificates import local_certificate
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bots.add(parser.add_subparsers())
    return parser.parse_args(["bots", *words])


def test_without_words_twenty_come_to_the_local_park(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINGJING_PORT", "8123")
    args = parse()
    assert (args.count, args.hall, args.seconds) == (20, "grounds", None)
    assert bots._local(args) == "http://localhost:8123"


@pytest.mark.parametrize("count", ["0", "-1", "2001", "many"])
def test_a_count_is_bounded(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("--count", count)
    assert "--count" in capsys.readouterr().err


def test_any_certificate_only_when_asked_for(tmp_path: Path) -> None:
    assert bots._tls(parse("--data", str(tmp_path))) is None
    context = bots._tls(parse("--data", str(tmp_path), "--insecure"))
    assert context is not None
    assert context.verify_mode == ssl.CERT_NONE


def test_the_local_parks_own_certificate_is_trusted(tmp_path: Path) -> None:
    local_certificate(tmp_path / "secrets", [], datetime.now(UTC))
    context = bots._tls(parse("--data", str(tmp_path)))
    assert context is not None
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert (
        context.cert_store_stats()["x509"] > ssl.create_default_context().cert_store_stats()["x509"]
    )


def test_the_line_says_what_they_did() -> None:
    tally = Tally(entered=3, metres=1234.0)
    line = bots.summary(Crowd("x", 4), tally)
    assert line.startswith("3/4 位访客：走了 1.23 km")
    assert "\n" not in line


def test_nobody_came(capsys: pytest.CaptureFixture[str]) -> None:
    assert bots.run(parse("--url", "http://127.0.0.1:9", "--count", "2")) == 1
    said = capsys.readouterr()
    assert said.out.startswith("0/2")
    assert "connection_failed × 2" in said.err


async def test_ctrl_c_ends_the_visit_cleanly() -> None:
    async with ScriptedPark() as park:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            "import sys; from server.commands import bots; import argparse;"
            "parser = argparse.ArgumentParser(); bots.add(parser.add_subparsers());"
            "args = parser.parse_args(sys.argv[1:]); sys.exit(args.run(args))",
            *("bots", "--count", "2", "--url", park.url),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        await park.until(lambda: len(park.heard(m.Join)) == 2)
        process.send_signal(signal.SIGINT)
        said, complaints = await process.communicate()
        await park.until(lambda: not park.sockets)
    assert process.returncode == 0
    assert said.decode().startswith("2/2 位访客")
    assert complaints == b""
