"""Every question has a purpose that one can read, and an example that would be taken."""

from __future__ import annotations

import pytest

from server.registration.capital import parse
from server.registration.consents import CONSENTS
from server.registration.field import Field
from server.registration.fields import BY_NAME, FIELDS, GROUPS, NAMES
from server.registration.form import check
from tests.server.registration.filled import TODAY


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_question_explains_itself(field: Field) -> None:
    for text in (field.label, field.help, field.example):
        assert text.zh.strip() and text.en.strip()
    assert len(field.help.zh) > 6 and field.group in GROUPS
    assert all(each.value and each.words.zh and each.words.en for each in field.choices)
    assert (field.kind == "choice") == bool(field.choices)


@pytest.mark.parametrize(
    "field",
    [f for f in FIELDS if f.kind not in ("choice", "yes_no", "consent")],
    ids=lambda field: field.name,
)
def test_every_example_would_be_taken(field: Field) -> None:
    for example in field.example:
        found = check({field.name: example, "legal_form": "limited"}, TODAY, partial=True)
        assert found == []


def test_what_tells_of_persons_is_marked() -> None:
    personal = {field.name for field in FIELDS if field.personal}
    assert personal == {
        *("legal_rep", "id_kind", "id_number", "contact_name", "phone", "email"),
    }
    assert [field.name for field in FIELDS if field.sealed] == ["id_number"]


def test_names_are_unique_and_groups_come_in_order() -> None:
    assert len(BY_NAME) == len(FIELDS) == len(NAMES)
    groups = list(dict.fromkeys(field.group for field in FIELDS))
    assert groups == list(GROUPS)
    assert {f.name for f in FIELDS if f.kind == "consent"} == set(CONSENTS)
    assert parse(BY_NAME["capital"].example.zh) == 100_000_000
