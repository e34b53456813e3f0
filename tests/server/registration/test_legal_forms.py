from __future__ import annotations

import pytest

from server.registration.legal_forms import FORM_NAMES, FORMS, FormName, ending, forms_of


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("甲乙科技有限公司", {"limited"}),
        ("甲乙科技股份有限公司", {"shares"}),
        ("甲乙合伙企业（有限合伙）", {"partnership"}),
        ("甲乙果蔬专业合作社", {"cooperative"}),
        ("甲乙有限公司上海分公司", {"branch"}),
        ("甲乙工作室", {"sole", "trader", "enterprise"}),
        ("甲乙", set()),
    ],
)
def test_forms_by_the_end_of_a_name(name: str, forms: set[str]) -> None:
    assert forms_of(name) == forms


@pytest.mark.parametrize("form", FORM_NAMES)
def test_each_form_knows_its_endings_and_codes(form: FormName) -> None:
    known = FORMS[form]
    assert known.zh and known.en and known.pair in ("91", "92", "93")
    assert all(ending("甲乙" + each, form) == each for each in known.endings)
