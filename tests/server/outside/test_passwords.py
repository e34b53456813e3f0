"""Passwords: kept as argon2id, judged before they are taken."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from server.outside.passwords import AT_ONCE, LONGEST, Passwords, _plain

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
GOOD = "quiet turbine lantern 88"


def quick(breached: Path | None = None) -> Passwords:
    return Passwords(breached, QUICK)


async def test_a_password_is_known_again_and_another_is_not() -> None:
    passwords = quick()
    kept = await passwords.hash(GOOD)
    assert kept.startswith("$argon2id$") and GOOD not in kept
    assert await passwords.verify(kept, GOOD)
    assert not await passwords.verify(kept, GOOD + " ")


async def test_the_parameters_are_those_of_the_standard() -> None:
    kept = await Passwords().hash(GOOD)
    assert "m=65536,t=3,p=4" in kept  # RFC 9106, section 4, the second recommended option
    assert not Passwords().is_old(kept) and Passwords().is_old(await quick().hash(GOOD))


async def test_without_anything_kept_the_same_work_is_done_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passwords = quick()
    done: list[str] = []
    await passwords.verify("", "x")
    right = passwords._is

    def counted(kept: str, password: str) -> bool:
        done.append(kept)
        return right(kept, password)

    monkeypatch.setattr(passwords, "_is", counted)
    kept = await passwords.hash(GOOD)
    assert not await passwords.verify("", "nobody's password")
    assert not await passwords.verify(kept, "wrong")
    assert [text.rpartition("$")[0].rpartition("$")[0] for text in done] == [
        kept.rpartition("$")[0].rpartition("$")[0]
    ] * 2


async def test_what_was_kept_in_another_way_opens_nothing() -> None:
    assert not await quick().verify("plain text", "plain text")


async def test_the_same_letters_from_another_keyboard_are_the_same() -> None:
    passwords = quick()
    assert await passwords.verify(await passwords.hash("ｆｕｌｌ width é"), "full width e\u0301")


@pytest.mark.parametrize(
    ("password", "about", "codes"),
    [
        (GOOD, (), []),
        ("马 电池 订书钉 正确 一二", (), []),
        ("short", (), ["password_short", "password_guessable"]),
        ("", (), ["password_short", "password_guessable"]),
        ("x" * (LONGEST + 1), (), ["password_long"]),
        ("1234567890", (), ["password_breached"]),
        ("aaaaaaaaaaaaaaaa", (), ["password_guessable"]),
        ("lingjing quiet 88 pump", ("li@lingjing.example",), ["password_personal"]),
        ("wangmin quiet 88 pump", ("WangMin",), ["password_personal"]),
    ],
)
async def test_weak_ones_are_told_why(
    password: str, about: tuple[str, ...], codes: list[str]
) -> None:
    assert await quick().weaknesses(password, about) == codes


@given(st.text(max_size=100), st.lists(st.text(max_size=20), max_size=3))
def test_whatever_is_typed_is_judged(password: str, about: list[str]) -> None:
    assert set(quick()._judge(_plain(password), about)) <= {
        *("password_short", "password_personal", "password_breached", "password_guessable"),
    }


async def test_one_on_the_list_of_breached_ones_is_refused(tmp_path: Path) -> None:
    listed = tmp_path / "breached.txt"
    listed.write_text(hashlib.sha1(GOOD.encode()).hexdigest().upper() + ":3\n")
    assert await quick(listed).weaknesses(GOOD) == ["password_breached"]


async def test_only_a_few_are_hashed_at_once() -> None:
    class Watched(PasswordHasher):
        now = most = 0
        lock = threading.Lock()

        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            with self.lock:
                Watched.now += 1
                Watched.most = max(Watched.most, Watched.now)
            kept = super().hash(password, salt=salt)
            with self.lock:
                Watched.now -= 1
            return kept

    passwords = Passwords(None, Watched(time_cost=2, memory_cost=1024, parallelism=1))
    await asyncio.gather(*(passwords.hash(str(n)) for n in range(20)))
    assert 1 <= Watched.most <= AT_ONCE
