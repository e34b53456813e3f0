"""Booths and space to let, as nodes carry them."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from scenes.properties import check_node
from scenes.space import KEPT, Tenant, tenant_of

BOTH = {"zh": "灵犀机器人", "en": "Lingxi Robotics"}
TENANT = {"enterprise": "e_1", "name": BOTH, "brief": BOTH, "logo": None, "since": 1_790_000_000}
BOOTH: dict[str, Any] = {
    "kind": "booth",
    "name": BOTH,
    "booth": {
        "no": "A-01",
        "width": 4.0,
        "depth": 3.5,
        "height": 3.2,
        "triangles": 300_000,
        "texture_bytes": 2**26,
    },
    "tenant": TENANT,
}
UNIT: dict[str, Any] = {
    "kind": "unit",
    "name": BOTH,
    "unit": {
        "no": "B2-301",
        "use": "office",
        "area": 128.5,
        "floor_load": 2.5,
        "power": 30,
        "height": 3,
        "rent": 5500,
        "terms": BOTH,
        "from": "2027-03-01",
        "size": [12, 3.6, 10],
    },
    "status": "held",
    "held_until": 1_790_000_000,
}


def codes(node: Any) -> list[tuple[str, str]]:
    return [(finding.pointer, finding.code) for finding in check_node(node, "")]


def changed(node: dict[str, Any], part: str, key: str, value: Any) -> dict[str, Any]:
    copied = copy.deepcopy(node)
    copied[part][key] = value
    return copied


def test_a_booth_is_free_or_has_a_tenant_and_old_ones_say_nothing_of_it() -> None:
    assert codes(BOOTH) == []
    assert codes({**BOOTH, "tenant": None}) == []
    assert codes({"kind": "booth", "name": BOTH}) == []


def test_a_unit_says_what_an_investor_asks_first() -> None:
    assert codes(UNIT) == []
    assert codes({"kind": "unit", "name": BOTH}) == [("/unit", "missing")]


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (changed(BOOTH, "booth", "width", 0), ("/booth/width", "out_of_range")),
        (changed(BOOTH, "booth", "no", ""), ("/booth/no", "wrong_length")),
        (changed(BOOTH, "booth", "triangles", 1.5), ("/booth/triangles", "not_an_integer")),
        (changed(BOOTH, "tenant", "enterprise", "E 1"), ("/tenant/enterprise", "bad_id")),
        (changed(BOOTH, "tenant", "logo", "logo.png"), ("/tenant/logo", "bad_asset")),
        (changed(UNIT, "unit", "use", "castle"), ("/unit/use", "not_a_choice")),
        (changed(UNIT, "unit", "rent", 12.5), ("/unit/rent", "not_an_integer")),
        (changed(UNIT, "unit", "from", "2027-13-01"), ("/unit/from", "bad_date")),
        (changed(UNIT, "unit", "size", [1, 2]), ("/unit/size", "wrong_length")),
        ({**UNIT, "status": "gone"}, ("/status", "not_a_choice")),
        ({**UNIT, "held_until": "soon"}, ("/held_until", "not_a_number")),
    ],
)
def test_faults_point_to_where_they_are(node: Any, code: tuple[str, str]) -> None:
    assert code in codes(node)


def test_what_hangs_below_a_booth_is_its_tenants_and_the_booth_itself_is_not() -> None:
    nodes = {
        "a-01": BOOTH,
        "group": {"kind": "group", "parent": "a-01"},
        "fox": {"kind": "exhibit", "parent": "group"},
        "a-02": {**BOOTH, "tenant": None},
        "bear": {"kind": "exhibit", "parent": "a-02"},
        "lost": {"kind": "exhibit", "parent": "nowhere"},
    }
    assert tenant_of(nodes, "fox") == tenant_of(nodes, "group") == Tenant("a-01", "e_1")
    assert [tenant_of(nodes, one) for one in ("a-01", "a-02", "bear", "lost", "none")] == [None] * 5


def test_leases_are_never_shared_interaction() -> None:
    assert {"booth", "tenant", "unit", "status", "held_until"} == KEPT
