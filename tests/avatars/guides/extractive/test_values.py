"""Kinds of values that sentences hold, however they are written."""

from __future__ import annotations

import pytest

from avatars.guides.extractive import values
from avatars.guides.extractive.asking import kinds_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A day pass is £38.", "money"),
        ("The deposit is GBP 400.", "money"),
        ("It costs 250 RMB a night.", "money"),
        ("拨 000-6120-110 报修", "phone"),
        ("Ring (01632) 960 123 after six.", "phone"),
        ("Ring 01632 960 123 after six.", "phone"),
        ("Abroad: +44 1632 960123", "phone"),
        ("Abroad: +44 (0)1632 960 123", "phone"),
        ("Reception: +00 555 0100", "phone"),
        ("The station is four kilometres away.", "distance"),
        ("Twenty-five minutes on foot", "distance"),
        ("It takes half an hour.", "span"),
        ("After eighteen months you may leave.", "span"),
        ("Two and a half hours at most", "span"),
        ("试用期半年", "span"),
        ("两小时内到场", "span"),
        ("Rent is paid quarterly.", "often"),
        ("The lift is looked at half-yearly.", "often"),
        ("Shuttles run every six minutes.", "often"),
        ("消防演练每半年一次", "often"),
        ("租金按季支付", "often"),
    ],
)
def test_a_kind_is_seen_in_each_way_of_writing_it(text: str, kind: str) -> None:
    assert kind in values.kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("One-stop services for firms", "distance"),
        ("20 yuan an hour", "span"),
        ("合同 2024-0110-110 号", "phone"),
        ("The daily menu costs little", "money"),
    ],
)
def test_a_kind_is_not_seen_where_there_is_none(text: str, kind: str) -> None:
    assert kind not in values.kinds(text)


@pytest.mark.parametrize("text", ["how often is the filter changed?", "滤网多久换一次？"])
def test_how_often_is_asked(text: str) -> None:
    assert "often" in kinds_of(text)
