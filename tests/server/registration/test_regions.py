from __future__ import annotations

import pytest

from server.registration.regions import PROVINCES, is_listed, is_of_a_province, names


def test_there_are_thirty_four_provinces() -> None:
    assert len(PROVINCES) == 34
    assert all(is_listed(province + "0000") for province in PROVINCES)


@pytest.mark.parametrize("region", ["110000", "440300", "110103", "100000", "320500"])
def test_divisions_now_and_then(region: str) -> None:
    assert is_listed(region) and is_of_a_province(region)


@pytest.mark.parametrize("region", ["320594", "999999", "000000", "44A300", ""])
def test_what_stands_in_no_list(region: str) -> None:
    assert not is_listed(region)


@pytest.mark.parametrize("region", ["100001", "000000", "160000", "A40000", "83"])
def test_what_is_of_no_province(region: str) -> None:
    assert not is_of_a_province(region)


def test_names_long_and_short() -> None:
    assert {"江苏省", "江苏", "苏州市", "苏州", "吴中区", "北京", "内蒙古"} <= names()
    assert "" not in names() and "市辖区" not in names() and "吴中" not in names()
