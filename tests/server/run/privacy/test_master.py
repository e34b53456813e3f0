from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from server.outside.vault import new_key
from server.run.privacy.master import MasterFile, named
from server.store.errors import StoreError
from tests.server.outside.test_key_program import TURNER


def test_a_key_is_made_kept_and_read(tmp_path: Path) -> None:
    file = MasterFile.of(tmp_path / "secrets")
    assert file.read() == []
    made = file.make()
    assert file.read() == made
    assert file.path.stat().st_mode & 0o777 == 0o600


def test_a_key_may_stand_elsewhere(tmp_path: Path) -> None:
    file = MasterFile.of(tmp_path / "secrets", str(tmp_path / "vault" / "park.key"))
    file.make()
    assert not (tmp_path / "secrets").exists()
    assert (tmp_path / "vault" / "park.key").exists()


def test_a_program_wraps_it(tmp_path: Path) -> None:
    (tmp_path / "turn.py").write_text(TURNER)
    command = shlex.join([sys.executable, str(tmp_path / "turn.py")])
    file = MasterFile(tmp_path / "master.key", command)
    made = file.make()
    assert file.read() == made
    assert "key" not in json.loads(file.path.read_text())["keys"][0]
    with pytest.raises(StoreError) as locked:
        MasterFile(tmp_path / "master.key").read()
    assert locked.value.code == "vault_locked"


@pytest.mark.parametrize("text", ["", "{}", '{"keys": []}', '{"keys": [{"id": "x", "key": "!"}]}'])
def test_what_is_no_list_of_keys_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "master.key").write_text(text)
    with pytest.raises(StoreError) as locked:
        MasterFile(tmp_path / "master.key").read()
    assert locked.value.code == "vault_locked"


def test_an_altered_key_is_noticed(tmp_path: Path) -> None:
    file = MasterFile(tmp_path / "master.key")
    file.make()
    told = json.loads(file.path.read_text())
    told["keys"][0]["id"] = named(new_key()).id
    file.path.write_text(json.dumps(told))
    with pytest.raises(StoreError):
        file.read()
