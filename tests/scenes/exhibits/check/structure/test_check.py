from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenes.exhibits.words import structure
from tests.khronos import Case, Message, available, judge
from tests.scenes.exhibits.check.structure.documents import Json, check, seeds
from tests.scenes.exhibits.check.structure.faults import CORE, EXTENSIONS
from tests.scenes.exhibits.check.structure.mutations import mutated

pytestmark = pytest.mark.skipif(not available(), reason="the validator is not installed")

OURS = {code for code in structure.WORDS if code.startswith("TOO_MANY_")} | {
    "ACCESSOR_UNREADABLE",
    "NOTHING_TO_DRAW",
    "UNSUPPORTED_REQUIRED_EXTENSION",
}
COMMON = set(structure.WORDS) - OURS
Codes = set[tuple[str, str]]


def theirs(messages: Sequence[Message]) -> Codes:
    """What the validator says of the structure; the rest is said by other stages."""
    return {(m.severity, m.code) for m in messages if m.code in COMMON}


def ours(document: Json) -> Codes:
    return {(f.severity, f.code) for f in check(document) if f.code in COMMON}


def compare(documents: Sequence[Json]) -> None:
    """Both must find the same; where the validator itself fails, ours must only come to an end."""
    judged = judge([Case(json.dumps(document)) for document in documents])
    assert sum(messages is None for messages in judged) <= len(documents) // 5
    for document, messages in zip(documents, judged, strict=True):
        found = ours(document)
        if messages is not None:
            assert found == theirs(messages), json.dumps(document)


def test_every_fault_gets_the_codes_that_the_validator_gives() -> None:
    compare([fault.document() for fault in (*CORE, *EXTENSIONS)] + seeds())


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
@given(st.lists(mutated(), min_size=40, max_size=40))
def test_mutated_documents_get_the_codes_that_the_validator_gives(documents: list[Json]) -> None:
    compare(documents)
