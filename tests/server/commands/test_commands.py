"""The command line against a real server process, as an operator would use it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from server.commands import COMMANDS, main, make_parser
from tests.server.run.exhibits.test_grounds import box

START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A server process on an empty folder, and where it is."""

    process: subprocess.Popen[str]
    data: Path
    url: str
    operator: str

    def lingjing(self, *words: str) -> subprocess.CompletedProcess[str]:
        return lingjing(*words, "--data", str(self.data))


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LINGJING_")}
    return {**kept, **more}


def lingjing(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment(**env), timeout=60
    )


def start(data: Path, **env: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "serve", "--data", str(data)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(LINGJING_PORT="0", LINGJING_DEMO="0", **env),
    )
    assert process.stdout is not None
    told = ""
    while "operator?key=" not in told:
        line = process.stdout.readline()
        assert line, "the server ended before it was ready"
        told += line
    visitor, operator = re.findall(r"(https?://\S+)", told)[:2]
    return Server(process, data, visitor.rstrip("/"), operator)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start(tmp_path_factory.mktemp("park") / "data")
    yield running
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(START_SECONDS) == 0
    assert running.process.stdout is not None
    running.process.stdout.close()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        make_parser().parse_args([command, "--help"])
    assert caught.value.code == 0
    assert f"lingjing {command}" in capsys.readouterr().out


def test_a_hall_from_its_making_to_its_end(server: Server) -> None:
    for words in (
        ("hall", "create", "gallery", "--name-zh", "展厅", "--name-en", "Gallery"),
        ("hall", "create", "annex", "--capacity", "20", "--kind", "outdoor"),
        ("hall", "open", "annex"),
        ("hall", "rename", "annex", "副厅", "Annex"),
        ("hall", "capacity", "annex", "25"),
        ("hall", "close", "annex"),
    ):
        done = server.lingjing(*words)
        assert done.returncode == 0, done.stderr
    listed = server.lingjing("hall", "list").stdout
    assert re.search(r"annex\s+closed\s+0\s+副厅 / Annex", listed)
    assert server.lingjing("hall", "delete", "annex").returncode == 0
    refused = server.lingjing("hall", "delete", "annex")
    assert refused.returncode == 1 and "hall_unknown" in refused.stderr


def test_an_exhibit_is_added_and_grounds_are_imported(server: Server, tmp_path: Path) -> None:
    glb = tmp_path / "泵 pump.glb"
    glb.write_bytes(box(30.0, 4.0))
    server.lingjing("hall", "create", "yard")
    refused = server.lingjing("exhibit", "add", str(glb), "--hall", "yard")
    assert refused.returncode == 1 and "no_free_plinth" in refused.stderr
    assert server.lingjing("hall", "import", "yard", str(glb)).returncode == 0
    assert server.lingjing("hall", "open", "yard").returncode == 0
    missing = server.lingjing("exhibit", "add", str(tmp_path / "none.glb"))
    assert missing.returncode == 1 and "none.glb" in missing.stderr
    with urllib.request.urlopen(f"{server.url}/api/v1/halls/yard/scene") as answer:
        assert "grounds" in json.load(answer)["nodes"]


def test_a_fresh_operator_link_is_printed(server: Server) -> None:
    printed = server.lingjing("operator", "link")
    assert printed.stdout.startswith(f"{server.url}/operator?key=")
    assert printed.stdout.strip() != server.operator


def test_kill_9_loses_nothing_acknowledged(tmp_path: Path) -> None:
    first = start(tmp_path / "data")
    first.lingjing("hall", "create", "gallery")
    for people in range(10, 15):
        assert first.lingjing("hall", "capacity", "gallery", str(people)).returncode == 0
    first.process.kill()
    first.process.wait(START_SECONDS)
    assert first.process.stdout is not None
    first.process.stdout.close()
    second = start(tmp_path / "data")
    with urllib.request.urlopen(f"{second.url}/api/v1/halls/gallery") as answer:
        assert json.load(answer)["capacity"] == 14
    second.process.terminate()
    second.process.wait(START_SECONDS)
    assert second.process.stdout is not None
    second.process.stdout.close()


def test_two_servers_do_not_share_a_folder_or_a_port(server: Server, tmp_path: Path) -> None:
    same = lingjing("serve", "--data", str(server.data), LINGJING_PORT="0")
    assert same.returncode == 1 and "archive_locked" in same.stderr
    port = server.url.rsplit(":", 1)[1]
    taken = lingjing("serve", "--data", str(tmp_path / "b"), LINGJING_PORT=port, LINGJING_DEMO="0")
    assert taken.returncode == 1 and port in taken.stderr and "taken" in taken.stderr


def test_without_a_server_commands_say_so(tmp_path: Path) -> None:
    for words in (("hall", "list"), ("operator", "link")):
        done = lingjing(*words, "--data", str(tmp_path))
        assert done.returncode == 1 and "lingjing serve" in done.stderr


def test_an_unknown_setting_stops_every_command(tmp_path: Path) -> None:
    done = lingjing("serve", "--data", str(tmp_path), LINGJING_PROT="80")
    assert done.returncode == 2 and "LINGJING_PROT" in done.stderr
    assert not (tmp_path / "park.db").exists()


def test_settings_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--data", "/somewhere", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["data"] == "/somewhere"
    assert main(["settings"]) == 0
    assert "LINGJING_TICK_HZ" in capsys.readouterr().out
