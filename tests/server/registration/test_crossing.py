from __future__ import annotations

from server.registration.crossing import cross_findings
from tests.server.registration.filled import filled


def test_answers_that_go_together_find_nothing() -> None:
    assert cross_findings(filled()) == []
    assert cross_findings({}) == []
    assert cross_findings({"legal_form": 5, "name": [], "scope": None}) == []


def test_a_limited_company_is_not_one_by_shares() -> None:
    found = cross_findings({"legal_form": "limited", "name": "甲乙科技股份有限公司"})
    assert [each.code for each in found] == ["form_differs_name"]


def test_brackets_of_either_width_end_a_partnership() -> None:
    for name in ("甲乙中心（有限合伙）", "甲乙中心(有限合伙)"):
        assert cross_findings({"legal_form": "partnership", "name": name}) == []


def test_a_traders_name_is_free_but_for_companies_words() -> None:
    assert cross_findings({"legal_form": "trader", "name": "吴中区老王面馆"}) == []
    assert cross_findings({"legal_form": "trader", "name": "老王餐饮有限公司"})
