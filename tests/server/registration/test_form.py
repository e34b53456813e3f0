"""The form: every mistake at once, while typing and at the end, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import CODES, words
from server.registration import form
from server.registration.documents import KINDS
from server.registration.fields import FIELDS, NAMES
from server.registration.form import check, flags, masked, missing, normalised
from tests.server.registration.codes import code
from tests.server.registration.filled import TODAY, filled, new_firm

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def codes(values: dict[str, Any], *, partial: bool = False) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for each in check(values, TODAY, partial=partial):
        told.setdefault(each.pointer.removeprefix("/fields/"), []).append(each.code)
    return told


def test_a_good_form_is_good_as_typed_and_as_kept() -> None:
    for values in (filled(), new_firm()):
        kept = normalised(values)
        assert codes(values) == codes(kept) == {}
        assert normalised(kept) == kept


def test_answers_are_kept_in_one_form() -> None:
    kept = normalised(filled(name="苏州 智行机器人(苏州)有限公司", brief="一\n\n 二\u200b "))
    assert kept["credit_code"] == "914403001922038216"
    assert kept["name"] == "苏州智行机器人（苏州）有限公司"
    assert kept["capital"] == 100_000_000
    assert kept["established"] == "2019-04-18"
    assert kept["id_number"] == "11010519491231002X"
    assert (kept["phone"], kept["email"]) == ("+8613800138000", "contact@example.com")
    assert kept["brief"] == "一\n二"


def test_an_empty_form_lacks_everything_at_once() -> None:
    told = codes({})
    assert set(told) == {
        *("case", "credit_code", "name", "legal_form", "industry", "scope", "established"),
        *("registered_address", "legal_rep", "id_kind", "id_number", "contact_name", "phone"),
        *("email", "consent_truth", "consent_privacy", "consent_identity"),
    }
    assert told["consent_truth"] == ["consent_missing"] and told["name"] == ["missing"]
    assert codes({}, partial=True) == {}


def test_every_mistake_is_told_at_once() -> None:
    values: dict[str, Any] = dict.fromkeys(NAMES, "!!") | {"nonsense": 1}
    told = codes(values)
    assert set(told) == {*NAMES, "nonsense"} - {"name_en", "scope", "brief", "brief_en"} | {
        *({"website"} & set(told)),
    }


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("case", "other", "not_a_choice"),
        ("credit_code", "91440300192203821", "length"),
        ("credit_code", "9144O3001922038216", "charset"),
        ("credit_code", "944403001922038216", "registrar_type"),
        ("credit_code", "919903001922038216", "region"),
        ("credit_code", "914403001922038203", "org_check"),
        ("credit_code", "914403001922038217", "checksum"),
        ("credit_code", "11100000000013127D", "not_eligible"),
        ("name", "Zhixing Robotics", "name_not_han"),
        ("name", "智" * 101, "too_long"),
        ("name_en", "智行 Robotics", "not_english"),
        ("legal_form", "gmbh", "not_a_choice"),
        ("industry", "92", "not_a_choice"),
        ("industry", "66", "industry_restricted"),
        ("scope", "危险化学品经营", "scope_restricted"),
        ("scope", "x", "too_short"),
        ("scope", "软" * 3001, "too_long"),
        ("capital", "很多", "capital_unclear"),
        ("capital", -1, "capital_bounds"),
        ("established", "2019-02-30", "not_a_date"),
        ("established", "2026-11-21", "date_outside"),
        ("established", "1839-12-31", "date_outside"),
        ("registered_address", "苏州", "too_short"),
        ("legal_rep", "张3", "not_a_person"),
        ("id_kind", "library_card", "not_a_choice"),
        ("id_number", "110105194912310021", "id_checksum"),
        ("id_number", "110105491231002", "id_length"),
        ("contact_name", "", "missing"),
        ("contact_name", " \t", "missing"),
        ("phone", "123", "bad_phone"),
        ("email", "a@b", "bad_email"),
        ("wants_booth", "yes", "not_a_boolean"),
        ("brief", "", "missing"),
        ("brief", "智" * 201, "too_long"),
        ("website", "javascript:alert(1)", "bad_url"),
        ("website", "https://user@example.com", "bad_url"),
        ("website", "https://localhost", "bad_url"),
        ("website", "https://example.com:99999", "bad_url"),
        ("consent_truth", False, "consent_missing"),
        ("consent_truth", 1, "not_a_boolean"),
        ("email", ["a@b.com"], "not_a_string"),
        ("phone", 13800138000, "not_a_string"),
    ],
)
def test_what_is_wrong_with_an_answer(field: str, value: Any, expected: str) -> None:
    told = codes(filled(**{field: value}))
    assert expected in told.pop(field)
    assert told == {} or set(told) == {"legal_form"}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"legal_form": "shares"}, "form_differs_name"),
        ({"legal_form": "trader"}, "form_differs_name"),
        ({"legal_form": "enterprise"}, "form_differs_name"),
        ({"legal_form": "partnership"}, "form_differs_name"),
        ({"name": "苏州智行机器人股份有限公司"}, "form_differs_name"),
        ({"name": "苏州市智行工作室", "legal_form": "trader"}, "form_differs_code"),
        ({"name": "苏州绿源果蔬专业合作社", "legal_form": "cooperative"}, "form_differs_code"),
    ],
)
def test_answers_that_do_not_go_together(other: dict[str, str], expected: str) -> None:
    assert expected in codes(filled(**other))["legal_form"]


@pytest.mark.parametrize(
    ("name", "legal_form"),
    [
        ("杭州云谷投资合伙企业（有限合伙）", "partnership"),
        ("苏州市吴中区智行工作室", "sole"),
        ("苏州智行機器人有限公司", "limited"),
        ("苏州智行机器人有限公司上海分公司", "branch"),
        ("苏州智行机器人股份有限公司", "shares"),
    ],
)
def test_names_and_forms_that_go_together(name: str, legal_form: str) -> None:
    assert codes(filled(name=name, legal_form=legal_form)) == {}


def test_names_of_traders_end_in_anything() -> None:
    named = filled(name="苏州市吴中区老王烧烤", legal_form="trader", credit_code=code("92"))
    assert codes(named) == {}
    assert codes(filled(name="苏州智行机器人"))["name"] == ["name_form_missing"]


def test_a_new_firm_is_asked_for_less_and_judged_by_stricter_words() -> None:
    assert set(codes({"case": "new_firm"})) == set(codes({})) - {
        *("case", "credit_code", "established", "registered_address"),
    }
    state = "中国石油天然气集团有限公司"
    assert codes(new_firm(name=state)) == {"name": ["name_state"]}
    (found,) = check(filled(name=state), TODAY)
    assert (found.code, found.severity) == ("name_state", "warning")


def test_answers_to_questions_that_are_not_asked_count_for_nothing() -> None:
    assert codes(new_firm(established="never", registered_address="x")) == {}


def test_what_is_missing_is_named() -> None:
    lacking = missing(filled(email=None, consent_truth=False), {"licence": 1})
    assert [(each.pointer, each.code) for each in lacking] == [
        ("/fields/email", "missing"),
        ("/fields/consent_truth", "consent_missing"),
        ("/documents/legal_rep_id", "document_missing"),
        ("/documents/authorisation", "document_missing"),
        ("/documents/commitment", "document_missing"),
    ]
    assert all(each.label.zh and each.label.en for each in lacking)
    assert missing(filled(), dict.fromkeys(KINDS, 1)) == []


def test_flags_that_the_answers_earn() -> None:
    assert flags(filled()) == frozenset()
    assert flags(filled(scope="人力资源服务")) == {"restricted"}
    assert flags(filled(credit_code=code(region="320594"))) == {"region_unlisted"}
    assert flags(filled(credit_code="91320594MA5G8K2XXX")) == frozenset()


def test_sealed_answers_are_hidden() -> None:
    hidden = masked(normalised(filled()))
    assert hidden["id_number"] == "**************002X"
    assert hidden["legal_rep"] == "张小灵"
    assert "19491231" not in str(hidden)


@given(st.dictionaries(st.sampled_from(sorted(NAMES)) | st.text(max_size=5), JSON, max_size=8))
def test_anything_gets_an_answer_with_words(values: dict[str, Any]) -> None:
    for partial in (False, True):
        for each in check(values, TODAY, partial=partial):
            assert each.code in CODES and words(each.code, "zh") != words(each.code, "en")
            assert each.pointer.startswith("/fields/")
    missing(values, {})
    flags(values)
    masked(values)
    kept = normalised(values)
    assert set(kept) <= NAMES and normalised(kept) == kept


@given(st.dictionaries(st.sampled_from(sorted(NAMES)), JSON, max_size=8))
def test_to_keep_answers_mends_and_never_breaks_them(values: dict[str, Any]) -> None:
    kept = normalised(values)
    assert set(check(kept, TODAY)) <= set(check(values, TODAY)) or kept != values


def test_the_front_door_lists_the_fields() -> None:
    assert form.FIELDS is FIELDS
