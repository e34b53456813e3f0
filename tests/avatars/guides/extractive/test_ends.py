"""The end that is asked for, and the other."""

import pytest

from avatars.guides.extractive import ends

OTHERS = [
    ("渡轮几点到？", "渡轮 8:10 发车，每天两班。"),
    ("夜市几点结束？", "夜市 19:00 热闹起来。"),
    ("温室几点开门？", "温室 17:30 前须离场。"),
    ("When does the ferry arrive?", "The ferry leaves at 8:10."),
    ("What time does the greenhouse close?", "The greenhouse serves tea at 15:00."),
    ("When does the greenhouse open?", "Leave the greenhouse by 17:30."),
]
ALIKE = [
    ("渡轮几点到？", "渡轮 8:10 发车，9:00 到达。"),
    ("夜市几点结束？", "夜市 19:00—23:00。"),
    ("温室几点开门？", "温室每天 9:00 至 17:30。"),
    ("温室几点关门？", "温室全天 24 小时开放。"),
    ("When does the ferry arrive?", "The ferry leaves at 8:10 and takes 50 minutes."),
    ("What time does the greenhouse close?", "The greenhouse is open until 17:30."),
    ("渡轮几点发车？", "渡轮 8:10 发车。"),
]


@pytest.mark.parametrize(("question", "said"), OTHERS)
def test_one_end_does_not_tell_of_the_other(question: str, said: str) -> None:
    assert ends.differ(question, said)


@pytest.mark.parametrize(("question", "said"), ALIKE)
def test_a_whole_span_tells_of_both(question: str, said: str) -> None:
    assert not ends.differ(question, said)
