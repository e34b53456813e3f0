"""The vault: sealing, opening, forgetting; rotation that may be killed anywhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from server.run.privacy import vault as module
from server.run.privacy.master import MasterFile
from server.run.privacy.vault import Vault
from server.settings import Settings
from server.store.errors import StoreError
from server.store.privacy_keys import PersonKeys


def opened(folder: Path) -> Vault:
    return Vault.open_for(Settings(data=folder), lambda: 1000.0)


def test_what_is_sealed_opens_for_the_same_person_alone(tmp_path: Path) -> None:
    vault = opened(tmp_path)
    sealed = vault.seal("a_anne", "王小明 anne@example.com")
    assert "anne" not in sealed
    assert vault.open("a_anne", sealed) == "王小明 anne@example.com"
    vault.seal("a_bert", "x")
    assert vault.open("a_bert", sealed) is None
    assert vault.open("a_nobody", sealed) is None
    vault.close()
    again = opened(tmp_path)
    assert again.open("a_anne", sealed) == "王小明 anne@example.com"
    assert len(again) == 2
    again.close()


@pytest.mark.parametrize("text", ["", "plain", "s1.", "s1.????", "s1.AAAA", "s1.é"])
def test_what_was_never_sealed_does_not_open(tmp_path: Path, text: str) -> None:
    vault = opened(tmp_path)
    vault.seal("a_anne", "x")
    assert vault.open("a_anne", text) is None
    vault.close()


def test_destruction_is_for_good(tmp_path: Path) -> None:
    vault = opened(tmp_path)
    sealed = vault.seal("a_anne", "secret")
    assert vault.destroy("a_anne")
    assert vault.open("a_anne", sealed) is None
    with pytest.raises(StoreError) as gone:
        vault.seal("a_anne", "again")
    assert gone.value.code == "person_erased"
    assert vault.destroyed() == {"a_anne": 1000.0}
    vault.close()


def test_an_index_is_the_same_after_a_restart_and_a_rotation(tmp_path: Path) -> None:
    vault = opened(tmp_path)
    first = vault.index("anne@example.com")
    assert first != vault.index("bert@example.com")
    vault.rotate()
    vault.close()
    again = opened(tmp_path)
    assert again.index("anne@example.com") == first
    again.close()


def test_an_older_copy_of_the_keys_does_not_bring_anybody_back(tmp_path: Path) -> None:
    vault = opened(tmp_path / "park")
    sealed = vault.seal("a_anne", "secret")
    vault.backup(tmp_path / "copy.db")
    vault.destroy("a_anne")
    assert vault.restore(tmp_path / "copy.db") == 0
    assert vault.open("a_anne", sealed) is None
    vault.close()
    shutil.copy(tmp_path / "copy.db", tmp_path / "park" / "secrets" / "persons.db")
    careless = opened(tmp_path / "park")
    assert careless.open("a_anne", sealed) == "secret"
    assert careless.enforce(["a_anne", "a_other"]) == ["a_anne"]
    assert careless.open("a_anne", sealed) is None
    careless.close()


def test_a_copy_from_before_a_rotation_needs_its_master_key(tmp_path: Path) -> None:
    vault = opened(tmp_path / "park")
    sealed = vault.seal("a_anne", "secret")
    vault.backup(tmp_path / "copy.db")
    shutil.copy(tmp_path / "park" / "secrets" / "master.key", tmp_path / "old.key")
    vault.rotate()
    (tmp_path / "park" / "secrets" / "persons.db").write_bytes(b"")
    vault.close()
    fresh = opened(tmp_path / "park")
    with pytest.raises(StoreError) as locked:
        fresh.restore(tmp_path / "copy.db")
    assert locked.value.code == "vault_locked"
    old = MasterFile(tmp_path / "old.key").read()
    assert fresh.restore(tmp_path / "copy.db", old) == 1
    assert fresh.open("a_anne", sealed) == "secret"
    fresh.close()


def test_a_missing_master_key_is_not_replaced(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "secrets" / "master.key").unlink()
    with pytest.raises(StoreError) as locked:
        opened(tmp_path)
    assert locked.value.code == "vault_locked"
    assert not (tmp_path / "secrets" / "master.key").exists()


def test_few_keys_are_open_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OPEN", 2)
    vault = opened(tmp_path)
    sealed = {person: vault.seal(person, person) for person in ("a", "b", "c", "d")}
    assert all(vault.open(person, text) == person for person, text in sealed.items())
    vault.close()


class KilledError(Exception):
    """The process ended here."""


def killed_before(call: int) -> Callable[..., Any]:
    """Stands in for a durable step of a rotation: the one with this number is never taken."""
    steps = iter(range(10))

    def step(really: Callable[..., Any]) -> Callable[..., Any]:
        def taken(*args: Any) -> Any:
            if next(steps) == call:
                raise KilledError
            return really(*args)

        return taken

    return step


def break_rotation(vault: Vault, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    step = killed_before(at)
    with monkeypatch.context() as patch:
        patch.setattr(MasterFile, "write", step(MasterFile.write))
        patch.setattr(PersonKeys, "rewrap", step(PersonKeys.rewrap))
        with pytest.raises(KilledError):
            vault.rotate()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_rotation_may_be_killed_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    vault = opened(tmp_path)
    sealed = vault.seal("a_anne", "secret")
    break_rotation(vault, monkeypatch, at)
    vault.close()
    again = opened(tmp_path)
    assert again.open("a_anne", sealed) == "secret"
    assert len(MasterFile.of(tmp_path / "secrets").read()) == 1
    again.close()


class VaultMachine(RuleBasedStateMachine):
    """Anything done in any order: what is alive opens, what was destroyed never does again."""

    sealed = Bundle("sealed")
    people = st.sampled_from(["a_1", "a_2", "a_3"])

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.vault = opened(self.folder / "park")
        self.gone: set[str] = set()
        self.lost = False
        self.copied = False
        self.patch = pytest.MonkeyPatch()

    def teardown(self) -> None:
        self.vault.close()
        shutil.rmtree(self.folder)

    @rule(target=sealed, person=people, text=st.text(max_size=8))
    def seal(self, person: str, text: str) -> tuple[str, str, str | None]:
        if person not in self.gone:
            return person, text, self.vault.seal(person, text)
        with pytest.raises(StoreError):
            self.vault.seal(person, text)
        return person, text, None

    @rule(kept=sealed)
    def open(self, kept: tuple[str, str, str | None]) -> None:
        person, text, sealed = kept
        if sealed is not None:
            found = self.vault.open(person, sealed)
            allowed = {None} if person in self.gone else {text, None} if self.lost else {text}
            assert found in allowed

    @rule(person=people)
    def destroy(self, person: str) -> None:
        self.vault.destroy(person)
        self.gone.add(person)

    @rule()
    def rotate(self) -> None:
        self.vault.rotate()
        self.copied = False

    @rule(at=st.integers(0, 2))
    def rotate_and_die(self, at: int) -> None:
        break_rotation(self.vault, self.patch, at)
        self.copied = False
        self.reopen()

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = opened(self.folder / "park")

    @rule()
    def backup(self) -> None:
        self.vault.backup(self.folder / "copy.db")
        self.copied = True

    @rule()
    def restore(self) -> None:
        if self.copied:
            self.vault.restore(self.folder / "copy.db")

    @rule()
    def restore_carelessly(self) -> None:
        if self.copied:
            self.vault.close()
            shutil.copy(self.folder / "copy.db", self.folder / "park" / "secrets" / "persons.db")
            self.vault = opened(self.folder / "park")
            self.vault.enforce(self.gone)
            self.lost = True

    @invariant()
    def the_destroyed_are_remembered(self) -> None:
        assert not any(self.vault.knows(person) for person in self.gone)


TestVaultMachine = VaultMachine.TestCase
TestVaultMachine.settings = hypothesis_settings(
    max_examples=15, stateful_step_count=20, deadline=None
)
