"""Prices by other measures than the one that is asked for."""

import pytest

from avatars.guides.extractive import rates

OTHERS = [
    ("激光房每小时多少钱？", "激光房每批次收 300 元。"),
    ("叉车多少钱一台？", "叉车按次收费，每次 20 元。"),
    ("礼堂一小时多少钱？", "服务：礼堂；收费：900元/半天"),
    ("手工搬运每箱多少钱？", "机器搬运每箱 6 元，手工搬运每吨 31 元。"),
    ("What does the studio cost per hour?", "The studio costs 800 yuan per day."),
    ("How much is a visit per person?", "A visit costs 300 yuan per group, 20 yuan a trip."),
]
ALIKE = [
    ("激光房每小时多少钱？", "激光房 120 元/小时，通宵每晚 600 元。"),
    ("泳池一个月多少钱？", "泳池月卡 150 元，单次每次 20 元。"),
    ("库房每月租金多少？", "库房 0.9 元/㎡/天。"),
    ("补贴每年最多多少？", "每家最高补贴 20 万元。"),
    ("手工搬运每箱多少钱？", "机器搬运每吨 31 元，手工搬运每箱 6 元。"),
    ("寄存多少钱一天？", "寄存免费。"),
    ("What does the studio cost per hour?", "Hourly rate: 90 yuan, 600 yuan a day."),
    ("Is the studio open each day?", "The studio costs 90 yuan per hour."),
]


@pytest.mark.parametrize(("question", "said"), OTHERS)
def test_a_price_by_another_measure_is_none(question: str, said: str) -> None:
    assert rates.differ(question, said)


@pytest.mark.parametrize(("question", "said"), ALIKE)
def test_a_price_by_the_measure_or_by_none_may_be(question: str, said: str) -> None:
    assert not rates.differ(question, said)
