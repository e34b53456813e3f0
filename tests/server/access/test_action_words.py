"""Every action has words in both languages, and no words speak of an action that is gone."""

from __future__ import annotations

from server.access.action_words import WORDS
from server.access.policy import PARK_WIDE, POLICY


def test_the_words_are_those_of_the_table() -> None:
    assert list(WORDS) == list(dict.fromkeys(WORDS))
    assert WORDS.keys() == POLICY.keys()


def test_they_are_in_both_languages_and_tell_actions_apart() -> None:
    assert all(words.zh and words.en and words.zh != words.en for words in WORDS.values())
    assert len({words.zh for words in WORDS.values()}) == len(WORDS)
    assert len({words.en for words in WORDS.values()}) == len(WORDS)


def test_what_stands_in_no_hall_is_a_resource_of_the_table() -> None:
    assert {action.partition(".")[0] for action in POLICY} >= PARK_WIDE
