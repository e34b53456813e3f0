"""Siblings of what is asked about."""

import pytest

from avatars.guides.extractive import opposites

CLASH = [
    ("西院食堂几点开饭？", "东院食堂 11:30 开饭。"),
    ("总台的传真是多少？", "总台电话 000-1。"),
    ("首班车几点？", "末班车 21:00。"),
    ("旺季票价？", "淡季票价 20 元。"),
    ("What does it cost to buy a hall?", "Halls are to let for 9 yuan."),
    ("When is the last bus?", "The first bus leaves at 6:00."),
    ("Is there a full-time nurse?", "A part-time nurse calls on Mondays."),
]
FIT = [
    ("西院食堂几点开饭？", "西院、东院食堂都是 11:30 开饭。"),
    ("西院食堂几点开饭？", "食堂 11:30 开饭。"),
    ("总台的传真是多少？", "总台电话 000-1，传真 000-2。"),
    ("What does it cost to buy a hall?", "Halls may be rented or bought: to buy costs 9 yuan."),
]


@pytest.mark.parametrize(("question", "said"), CLASH)
def test_a_sibling_clashes(question: str, said: str) -> None:
    assert opposites.clash(question, said)


@pytest.mark.parametrize(("question", "said"), FIT)
def test_what_speaks_of_the_thing_or_of_none_does_not(question: str, said: str) -> None:
    assert not opposites.clash(question, said)
