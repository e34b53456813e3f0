"""Names and looks of wandering visitors."""

from __future__ import annotations

import re
from random import Random

from clients.headless.bots.names import body_of, name_of


def test_no_two_share_a_name() -> None:
    names = [name_of(number)[0] for number in range(500)]
    assert len(set(names)) == 500
    assert all(0 < len(name) <= 64 for name in names)


def test_two_of_three_are_chinese() -> None:
    langs = [name_of(number)[1] for number in range(300)]
    assert langs.count("zh-CN") == 200


def test_looks_are_colours_that_the_wire_accepts() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", body_of(Random(seed)).color) for seed in range(50))
