from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.industry import DIVISIONS
from server.registration.restricted import (
    FLAGGED,
    FLAGGED_DIVISIONS,
    REFUSED,
    REFUSED_DIVISIONS,
    restricted,
    without_exceptions,
)


@pytest.mark.parametrize(
    "scope",
    [
        "危险化学品经营",
        "危險化學品經營",
        "软件开发；餐饮服务",
        "危 险 化 学 品 经营",
        "危险化学品经营（不含剧毒化学品）",
        "软件开发（含危险化学品经营，不得零售）",
        "除草剂危险化学品对外贸易",
        "烟草专卖品批发",
        "保安服务；快递服务",
    ],
)
def test_scopes_that_a_shared_address_cannot_have(scope: str) -> None:
    found = restricted("51", scope)
    assert found and (found.code, found.severity) == ("scope_restricted", "error")
    assert found.pointer == "/fields/scope" and found.about


@pytest.mark.parametrize(
    "scope",
    [
        "软件开发；信息技术咨询服务",
        "化工产品销售（不含危险化学品）",
        "化工产品销售（不含许可类化工产品、危险化学品）；机械设备销售",
        "企业管理咨询，不含小额贷款",
        "一般项目：技术服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
        "技术咨询（未经批准不得从事吸收公众存款、融资担保等业务）",
        "除餐饮服务以外，商务信息咨询",
        "",
    ],
)
def test_scopes_that_are_fine(scope: str) -> None:
    assert restricted("72", scope) is None


def test_what_needs_a_permission_afterwards_is_flagged() -> None:
    found = restricted("72", "人力资源服务")
    assert found and (found.code, found.severity) == ("scope_flagged", "warning")
    school = restricted("83", "")
    assert school and (school.code, school.severity) == ("industry_flagged", "warning")


def test_whole_industries_are_refused() -> None:
    found = restricted("06", "")
    assert found and (found.pointer, found.code) == ("/fields/industry", "industry_restricted")


def test_every_word_is_found_where_it_stands() -> None:
    assert all((found := restricted("65", word)) and found.severity == "error" for word in REFUSED)
    assert all(restricted("65", word) for word in FLAGGED)
    assert set(DIVISIONS) >= (REFUSED_DIVISIONS | FLAGGED_DIVISIONS)
    assert not REFUSED_DIVISIONS & FLAGGED_DIVISIONS


@given(st.text(max_size=3000))
def test_any_text_gets_an_answer(text: str) -> None:
    restricted("65", text)
    assert len(without_exceptions(text)) < 20 * len(text) + 20
