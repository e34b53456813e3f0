"""The table of actions held against a hall: what is done, and every reason why not."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.actions import ACTIONS
from avatars.guides.brain import ActionCall
from scenes.state import SceneState
from server.halls.guides.actions import Plan, RefusalError, planned
from tests.server.halls.guides.troupe import document

SCENE = SceneState.load(document())


def plan(name: str, scene: SceneState | None = SCENE, **args: Any) -> Plan:
    return planned(ActionCall(name, args), scene, 7.0, frozenset({"tower"}))


@pytest.mark.parametrize(
    ("name", "args", "code"),
    [
        ("fly", {}, "action_unknown"),
        ("go_to", {}, "bad_arguments"),
        ("go_to", {"node": 7}, "bad_arguments"),
        ("go_to", {"node": ""}, "bad_arguments"),
        ("go_to", {"node": "x" * 201}, "bad_arguments"),
        ("go_to", {"node": "nowhere"}, "no_such_node"),
        ("go_to", {"node": "tower"}, "other_hall"),
        ("show_exhibit", {"node": "seat-1"}, "not_an_exhibit"),
        ("explode_exhibit", {"node": "stone"}, "cannot_explode"),
        ("explode_exhibit", {"node": "fox", "amount": float("nan")}, "bad_arguments"),
        ("explode_exhibit", {"node": "fox", "amount": True}, "bad_arguments"),
        ("explode_exhibit", {"node": "fox", "amount": 10**400}, "bad_arguments"),
        ("set_variant", {"node": "fox"}, "bad_arguments"),
        ("set_variant", {"node": "fox", "variant": "green"}, "no_such_variant"),
        ("play_animation", {"node": "fox", "animation": "fly"}, "no_such_clip"),
        ("open_page", {"page": "https://evil.example"}, "bad_arguments"),
        ("prefill_registration", {"values": {"admin": True}}, "bad_arguments"),
        ("prefill_registration", {"values": {"name": ["x"]}}, "bad_arguments"),
        ("prefill_registration", {"values": {"name": "x" * 201}}, "bad_arguments"),
    ],
)
def test_a_refusal_says_why(name: str, args: dict[str, Any], code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        plan(name, **args)
    assert refused.value.code == code


def test_hidden_things_are_not_there() -> None:
    hidden = SCENE.apply([{"op": "set", "path": "/nodes/fox/visible", "value": False}]).state
    with pytest.raises(RefusalError, match="no_such_node"):
        plan("point_at", hidden, node="fox")


def test_on_a_page_there_are_no_things() -> None:
    with pytest.raises(RefusalError, match="no_such_node"):
        plan("go_to", None, node="fox")
    assert plan("open_page", None, page="units").args == {"page": "units"}


def test_a_plan_knows_the_thing_and_what_changes() -> None:
    fox = plan("explode_exhibit", node="fox", amount=4, other="x")
    assert fox.args == {"node": "fox", "amount": 4}
    assert fox.ops == ({"op": "set", "path": "/nodes/fox/explode", "value": 1.0},)
    assert math.dist(fox.place, (0.0, 1.9, -3.0)) < 1e-6 and fox.radius == 1.0
    playing = plan("play_animation", node="fox", animation="run").ops[0]["value"]
    assert playing == {"clip": "run", "playing": True, "at": 0.0, "since": 7.0, "speed": 1.0}
    assert plan("look_at", node="plinth-1").radius == 0.8
    assert plan("prefill_registration").args == {}
    filled = plan("prefill_registration", values={"name": "甲", "wants_booth": True})
    assert filled.args["values"]["wants_booth"] is True


ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
NAMES = st.sampled_from([rule.name for rule in ACTIONS]) | st.text(max_size=12)
KEYS = st.sampled_from(["node", "amount", "variant", "animation", "page", "values", "day", "why"])


@given(NAMES, st.dictionaries(KEYS | st.text(max_size=4), ANY | st.just("fox"), max_size=4))
def test_whatever_a_brain_says_it_is_planned_or_refused(name: str, args: dict[str, Any]) -> None:
    try:
        made = plan(name, **{key: value for key, value in args.items() if key != "name"})
    except RefusalError as refusal:
        assert refusal.code
    else:
        assert made.rule.name == name and set(made.args) <= set(args)
        for operation in made.ops:
            assert operation["path"].startswith("/nodes/fox/")
