"""What moderation says, whom it reaches, and what it remembers."""

from __future__ import annotations

import pytest

from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.roles import ROLES
from server.run.moderation import words
from server.run.moderation.subjects import (
    address_subject,
    hint_of,
    is_exempt,
    outranks,
    person_subject,
    subjects_of,
)


class Index:
    """A vault that hides nothing."""

    def index(self, text: str) -> str:
        return text

    def seal(self, person: str, text: str) -> str:
        return text

    def open(self, person: str, sealed: str) -> str | None:
        return sealed


VAULT = Index()


def somebody(role: str, hall: str = "") -> Actor:
    return Actor(f"a_{role}", frozenset({Grant(role, hall)}))  # type: ignore[arg-type]


def test_nobody_outranks_an_operator_or_their_own_kind() -> None:
    for role in ROLES:
        assert not outranks(somebody(role), OWNER, "gallery")
        assert not outranks(somebody(role), somebody(role), "gallery")
    assert outranks(OWNER, somebody("regulator"), "gallery")
    assert outranks(somebody("host"), ANYBODY, "gallery")


def test_a_role_ranks_in_its_own_hall_alone() -> None:
    assert outranks(somebody("host", "gallery"), ANYBODY, "gallery")
    assert not outranks(somebody("host", "gallery"), ANYBODY, "annex")


def test_staff_are_not_kept_out_by_an_address() -> None:
    address = address_subject(VAULT, "192.0.2.1")
    assert subjects_of(VAULT, ANYBODY, "192.0.2.1") == [address]
    assert subjects_of(VAULT, somebody("investor"), "192.0.2.1") == ["a_investor", address]
    assert subjects_of(VAULT, somebody("host"), "192.0.2.1") == ["a_host"]
    assert is_exempt(OWNER)


def test_a_household_is_one_and_names_that_look_alike_are_one() -> None:
    assert address_subject(VAULT, "2001:db8::1") == address_subject(VAULT, "2001:db8::2")
    assert person_subject(VAULT, "192.0.2.1", "Zoe") == person_subject(VAULT, "192.0.2.1", "ZOÉ")
    assert person_subject(VAULT, "192.0.2.1", "Zoe") != person_subject(VAULT, "192.0.2.2", "Zoe")


def test_an_address_is_hinted_at_and_not_told() -> None:
    assert hint_of("203.0.113.77") == "203.0.*.*"
    assert hint_of("2001:db8:1:2:3:4:5:6") == "2001:db8:…"
    assert hint_of("") == ""


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
@pytest.mark.parametrize("reason", words.REASONS)
def test_everybody_is_told_why_in_their_language(reason: str, lang: str) -> None:
    told = [
        words.muted(reason, "", 600, lang),
        words.removed(reason, "x", 300, lang),
        words.blocked(reason, "", None, lang),
        words.blocked(reason, "", 7 * 86_400, lang),
    ]
    why = words.REASONS[reason][lang == "en"]
    assert all(why in one for one in told)
    assert all(one.isascii() is (lang == "en") for one in told)


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [(1, "1 分钟", "1 min"), (3600, "60 分钟", "60 min"), (7200, "2 小时", "2 h"),
     (86_400 * 3, "3 天", "3 days")],
)  # fmt: skip
def test_times_are_told_as_people_say_them(seconds: float, zh: str, en: str) -> None:
    assert (words.span_words(seconds, "zh-CN"), words.span_words(seconds, "en")) == (zh, en)


def test_a_reporter_hears_the_outcome() -> None:
    assert words.answered("acted", "", "zh-CN") == "你的举报已处理，已采取措施。谢谢你"
    assert words.answered("no_breach", "ok", "en").endswith("found: ok")
    assert words.inbox_title("spam", {"zh": "展馆"})["zh"] == "访客举报：刷屏或打扰他人（展馆）"
