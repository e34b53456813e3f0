"""Every message of a client × every layer × every role: the socket does what the table says.

Fails for a message that ``server/access/live.py`` does not name, and for an action that the policy
table does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

import pytest

from scenes.findings import SceneError
from scenes.layers import Layers
from scenes.state import SceneState
from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.live import BOOTH, CLOSED, DRAG, MESSAGES, action_of
from server.access.policy import POLICY
from server.access.roles import ROLES, Role
from server.halls.asked import action_asked
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.wire import messages as wire
from tests.scenes.samples import hall_document
from tests.server.halls.stage import enter, make_hall, newcomer, open_hall

HERE = (0.0, 0.0, 0.0)
BODY = wire.Body()
INTERACT = wire.Operation("set", "/nodes/fox/explode", 0.5)
DRAGGED = wire.Operation("set", "/nodes/fox/translation", [1, 1, 1])
LAYERED: dict[str, Any] = {
    "edit": lambda layer: wire.Edit(1, layer, 0, [INTERACT]),
    "undo": lambda layer: wire.Undo(1, layer),
    "redo": lambda layer: wire.Redo(1, layer),
}
PLAIN: dict[str, wire.AnyClientMessage] = {
    "ping": wire.Ping(1.0),
    "auth": wire.Auth(1),
    "join": wire.Join("gallery"),
    "leave": wire.Leave(),
    "watch": wire.WatchDraft(1),
    "select": wire.Select(["fox"]),
    "report": wire.Report(1, 1, "abuse"),
    "path": wire.FindPath(1, HERE, HERE),
    "need": wire.Need(1, HERE),
    "who": wire.Who([0]),
    "sit": wire.Sit(1, "seat-1"),
    "me": wire.Me("Zoe", BODY),
    "ask": wire.Ask(1, "guide-1", "?"),
    "hush": wire.Hush(1, 1),
}
BEFORE_THE_HALL = {"ping", "auth", "join", "leave"}
"""What no hall hears; the conversation asks for the rest (tests/server/run)."""


class Case(NamedTuple):
    """One message as one role says it, and the action that it must ask for."""

    role: Role
    message: wire.AnyClientMessage
    action: str


def tags() -> set[str]:
    return {str(one.__struct_config__.tag) for one in get_args(wire.AnyClientMessage)}


def layers_of(tag: str) -> tuple[str, ...]:
    return get_args(wire.Layer) if tag == "edit" else get_args(wire.KeptLayer)


def cases() -> Iterator[Case]:
    for role in ROLES:
        for tag, message in PLAIN.items():
            yield Case(role, message, action_of(tag))
        for tag, make in LAYERED.items():
            for layer in layers_of(tag):
                yield Case(role, make(layer), action_of(tag, layer))
        yield Case(role, wire.Edit(1, "shared", 0, [DRAGGED]), DRAG)


def actor(role: Role, hall: str = "") -> Actor:
    if role == "visitor" and not hall:
        return ANYBODY
    return (
        OWNER if role == "operator" and not hall else Actor("a_1", frozenset({Grant(role, hall)}))
    )


def refused(hall: Hall, who: Actor, message: wire.AnyClientMessage) -> bool:
    """Whether the hall says that this is forbidden; other refusals are about the thing."""
    visitor, _ = hall.join(newcomer(), wire.Join("gallery"), 0.0)
    enter(hall)
    hall.standing.entitle(visitor, who, "Li", proven=False)
    try:
        hall.handle(visitor, message, 0.0)
    except HallError as error:
        return error.code == "forbidden"
    except SceneError:
        return False
    return False


def test_the_map_names_every_message_and_every_layer_and_nothing_else() -> None:
    assert set(MESSAGES) == tags() == PLAIN.keys() | LAYERED.keys()
    for tag in LAYERED:
        row = MESSAGES[tag]
        assert not isinstance(row, str) and set(row) == set(layers_of(tag))


def tenants_hall() -> Hall:
    """The hall with a booth that company e_1 has."""
    document = hall_document()
    document["nodes"]["booth"] = {
        "kind": "booth",
        "name": {"zh": "展位", "en": "Booth"},
        "booth": {
            "no": "A-01", "width": 4, "depth": 4, "height": 3,
            "triangles": 1000, "texture_bytes": 10_000,
        },
        "tenant": {
            "enterprise": "e_1", "name": {"zh": "甲", "en": "A"}, "brief": {"zh": "", "en": ""},
            "logo": None, "since": 0,
        },
    }  # fmt: skip
    return open_hall(Layers(SceneState.load(document)))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("company", ["e_1", "e_2"])
@pytest.mark.parametrize("tag", LAYERED)
def test_the_people_of_a_tenant_may_furnish_its_booth_and_no_more(
    role: Role, company: str, tag: str
) -> None:
    """Undo and redo have nothing to do yet; an edit of the fox is not about the booth."""
    who = Actor("a_1", frozenset({Grant(role, "", company)}))
    may = role in POLICY[BOOTH] and POLICY[BOOTH][role] == "own" and company == "e_1"
    may_all = role in POLICY[action_of(tag, "published")]
    hall = tenants_hall()
    assert refused(hall, who, LAYERED[tag]("published")) is not (may or may_all)
    if tag == "edit" and may and not may_all:
        visitor, _ = hall.join(newcomer(), wire.Join("gallery"), 0.0)
        hall.standing.entitle(visitor, who, "Li", proven=False)
        with pytest.raises(SceneError, match="not_your_booth"):
            hall.handle(visitor, LAYERED[tag]("published"), 0.0)
    draft = LAYERED[tag]("draft")
    assert refused(tenants_hall(), who, draft) is (role not in POLICY["draft.edit"])


def test_the_table_knows_every_action_that_a_message_asks_for() -> None:
    assert {case.action for case in cases()} | {BOOTH, CLOSED, DRAG} <= POLICY.keys()
    assert action_of("fly") == "" and not OWNER.may("")


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.role}-{case.action}")
def test_each_role_may_say_what_the_table_gives_it(case: Case) -> None:
    assert action_asked(case.message) == case.action
    if str(case.message.__struct_config__.tag) in BEFORE_THE_HALL:
        assert case.role in POLICY[case.action]
        return
    allowed = case.role in POLICY[case.action]
    assert refused(make_hall(), actor(case.role), case.message) is not allowed


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.role}-{case.action}")
def test_a_role_of_another_hall_is_a_visitors_here(case: Case) -> None:
    if str(case.message.__struct_config__.tag) in BEFORE_THE_HALL:
        return
    elsewhere = refused(make_hall(), actor(case.role, "elsewhere"), case.message)
    assert elsewhere is ("visitor" not in POLICY[case.action])
    here = refused(make_hall(), actor(case.role, "gallery"), case.message)
    assert here is (case.role not in POLICY[case.action])


@pytest.mark.parametrize("role", ROLES)
def test_a_closed_hall_lets_in_whom_the_table_says(role: Role) -> None:
    hall = make_hall()
    staff = enter(hall, "operator")
    for effect in hall.handle(staff, wire.Edit(1, "published", 0, [CLOSE]), 0.0):
        hall.archived(effect)  # type: ignore[arg-type]
    somebody = newcomer(role)
    if role in POLICY[CLOSED]:
        assert hall.join(somebody, wire.Join("gallery"), 0.0)
    else:
        with pytest.raises(HallError, match="hall_closed"):
            hall.join(somebody, wire.Join("gallery"), 0.0)


CLOSE = wire.Operation("set", "/hall/state", "closed")
