"""What a company's people may change of a hall: their own booth, all of it, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import SceneError
from scenes.space import tenant_of
from server.access.actor import OWNER, Actor, Grant
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.wire import messages as wire
from tests.scenes.samples import both, model
from tests.server.halls.booths import ANN, BOB, MINE, THEIRS, booth, booth_hall
from tests.server.halls.stage import archive, newcomer, told

Op = dict[str, Any]
LETTER = {
    "kind": "text",
    "name": both("t"),
    "translation": [0, 1, 0],
    "text": {**both("字"), "size": 0.2},
}


def put(name: str, parent: str | None = MINE, **node: Any) -> Op:
    return {"op": "add", "path": f"/nodes/{name}", "value": {**LETTER, "parent": parent, **node}}


def change(path: str, value: Any) -> Op:
    return {"op": "set", "path": path, "value": value}


def run(hall: Hall, *ops: Op, actor: Actor = ANN, vouched: bool = False) -> None:
    """Edit what visitors see, and have it archived."""
    newest = hall.editing.layers.next_revision - 1
    archive(hall, hall.editing.edit("published", ops, newest, actor=actor, vouched=vouched))


def refusal(hall: Hall, *ops: Op, actor: Actor = ANN) -> tuple[str, set[str]]:
    """The code of a refusal, and those of its findings."""
    with pytest.raises(SceneError) as caught:
        run(hall, *ops, actor=actor)
    return caught.value.code, {finding.code for finding in caught.value.findings}


def nodes(hall: Hall) -> dict[str, Any]:
    found: dict[str, Any] = hall.editing.layers.published.document()["nodes"]
    return found


def test_a_company_adds_changes_moves_and_removes_in_its_own_booth() -> None:
    hall = booth_hall()
    run(
        hall,
        put("t"),
        {
            "op": "add",
            "path": "/nodes/g",
            "value": {"kind": "group", "name": both("g"), "parent": MINE},
        },
    )
    run(hall, change("/nodes/t/text/zh", "新"), change("/nodes/t/parent", "g"))
    run(
        hall,
        change("/nodes/pump/translation", [1, 0, 1]),
        {"op": "remove", "path": "/nodes/sign-a"},
    )
    now = nodes(hall)
    assert (now["t"]["text"]["zh"], now["t"]["parent"]) == ("新", "g")
    assert now["pump"]["translation"] == [1, 0, 1] and "sign-a" not in now


@pytest.mark.parametrize(
    "op",
    [
        change("/nodes/fox/translation", [0, 1, 0]),
        change("/nodes/sign-b/text/zh", "坏"),
        change("/nodes/group-b/visible", False),
        change("/nodes/sign-b/parent", MINE),
        change("/nodes/sign-a/parent", THEIRS),
        change("/nodes/sign-a/parent", None),
        change("/nodes/sign-a/parent", "plinth-1"),
        {"op": "unset", "path": "/nodes/sign-a/parent"},
        change(f"/nodes/{MINE}/tenant/name/zh", "别人"),
        change(f"/nodes/{MINE}/booth/width", 40),
        change(f"/nodes/{MINE}/translation", [0, 0, 0]),
        change(f"/nodes/{THEIRS}/tenant", None),
        {"op": "remove", "path": f"/nodes/{MINE}"},
        {"op": "remove", "path": f"/nodes/{THEIRS}"},
        {"op": "remove", "path": "/nodes/group-b"},
        put("t", THEIRS),
        put("t", "booth-free"),
        put("t", "group-b"),
        put("t", "plinth-1"),
        put("t", None),
        change("/hall/name/zh", "我的"),
        change("/hall/state", "closed"),
    ],
    ids=lambda op: f"{op['op']} {op['path']}",
)
def test_what_is_not_below_its_booth_is_not_its_own(op: Op) -> None:
    hall = booth_hall()
    before = json.dumps(nodes(hall))
    assert refusal(hall, op)[0] == "not_your_booth"
    assert refusal(hall, put("fine"), op)[0] == "not_your_booth"
    assert json.dumps(nodes(hall)) == before


def test_a_neighbour_and_a_stranger_may_not() -> None:
    hall = booth_hall()
    assert refusal(hall, change("/nodes/sign-a/visible", False), actor=BOB)[0] == "not_your_booth"
    stranger = Actor("a_x", frozenset({Grant("enterprise_owner", "", "e_x")}))
    for who in (stranger, Actor("a_c", frozenset({Grant("creator")}))):
        with pytest.raises(HallError, match="forbidden"):
            run(hall, put("t"), actor=who)
    with pytest.raises(HallError, match="forbidden"):
        hall.editing.edit("draft", [put("t")], 0, actor=ANN)


def test_a_suspended_or_departed_company_may_nothing_at_once() -> None:
    for gone in (change(f"/nodes/{MINE}/visible", False), change(f"/nodes/{MINE}/tenant", None)):
        hall = booth_hall()
        run(hall, change("/nodes/sign-a/visible", True))
        run(hall, gone, actor=OWNER)
        with pytest.raises(HallError, match="forbidden"):
            run(hall, change("/nodes/sign-a/visible", False))
        with pytest.raises(HallError, match="forbidden"):
            hall.editing.undo("published", ANN.id, None, actor=ANN)


def test_a_manager_furnishes_any_booth() -> None:
    hall = booth_hall()
    manager = Actor("a_m", frozenset({Grant("manager")}))
    run(
        hall,
        put("t", THEIRS, translation=[9, 0, 0]),
        change(f"/nodes/{MINE}/booth/width", 6),
        actor=manager,
    )
    assert nodes(hall)["t"]["parent"] == THEIRS


@pytest.mark.parametrize(
    ("op", "over"),
    [
        (put("t", translation=[2.2, 1, 0]), "x +"),
        (put("t", translation=[0, 3.2, 0]), "y +"),
        (put("t", translation=[0, -0.5, 0]), "y +"),
        (put("t", translation=[0, 1, -2.1]), "z +"),
        (put("t", translation=[0, 1, 0], scale=[40, 1, 1]), "x +"),
        (change("/nodes/pump/scale", [3, 3, 3]), "+"),
        (change("/nodes/pump/translation", [1.9, 0, 0]), "x +"),
    ],
)  # fmt: skip
def test_nothing_stands_out_of_the_booth(op: Op, over: str) -> None:
    with pytest.raises(SceneError, match="booth_bounds") as caught:
        run(booth_hall(), op)
    assert over in caught.value.findings[0].about


def test_moving_a_group_moves_what_hangs_below_it() -> None:
    hall = booth_hall()
    group = {
        "op": "add",
        "path": "/nodes/g",
        "value": {"kind": "group", "name": both("g"), "parent": MINE},
    }
    run(hall, group, put("t", "g", translation=[1.5, 1, 0]))
    code, _ = refusal(hall, change("/nodes/g/translation", [1, 0, 0]))
    assert code == "booth_bounds"
    run(hall, change("/nodes/g/translation", [-1, 0, 0]))
    assert refusal(hall, change("/nodes/g/rotation", [0, 1, 0, 0]))[0] == "booth_bounds"


def exhibit(name: str, triangles: int, **more: Any) -> Op:
    made = model()
    made["levels"] = [{"asset": "c" * 64, "bytes": 5000, "triangles": triangles, "error": 0.0}]
    node = {
        "kind": "exhibit",
        "name": both(name),
        "parent": MINE,
        "scale": [0.3, 0.3, 0.3],
        "model": made,
        "card": {"title": both(name)},
        "exhibit": {"id": name, "revision": 1},
    }
    return {"op": "add", "path": f"/nodes/{name}", "value": {**node, **more}}


def test_a_booth_carries_so_many_triangles_texels_and_nodes() -> None:
    hall = booth_hall()
    run(hall, exhibit("light", 1000), vouched=True)
    with pytest.raises(SceneError, match="booth_budget") as caught:
        run(hall, exhibit("heavy", 1001), vouched=True)
    told_of = {
        finding.pointer.rpartition("/")[2]: finding.about for finding in caught.value.findings
    }
    assert told_of == {"triangles": "2901 / 2000", "texture_bytes": "14000 / 9000"}
    code, _ = refusal(booth_hall(), *(put(f"t{n}") for n in range(90)))
    assert code == "booth_budget"
    code, _ = refusal(booth_hall(), *(put(f"t{n}") for n in range(500)))
    assert code == "booth_budget"


def test_who_carries_too_much_already_may_still_put_it_right() -> None:
    small = booth("A", -4.0, "e_a")
    small["booth"]["triangles"] = 10
    hall = booth_hall(**{MINE: small})
    run(hall, change("/nodes/pump/translation", [1, 0, 0]))
    run(hall, {"op": "remove", "path": "/nodes/pump"})


def test_only_some_kinds_stand_in_a_booth() -> None:
    hall = booth_hall()
    for kind, part in (("spawn", {"radius": 1}), ("portal", {"hall": "x", "spawn": None})):
        node = {"kind": kind, "name": both(kind), "parent": MINE, kind: part}
        code, found = refusal(hall, {"op": "add", "path": "/nodes/x", "value": node})
        assert (code, found) == ("booth_content", {"booth_kind"})
    nested = booth("X", 0, "e_a", parent=MINE)
    assert refusal(hall, {"op": "add", "path": "/nodes/x", "value": nested})[0] == "booth_content"


def lamp(n: int, **more: Any) -> Op:
    light = {"type": "point", "color": [1, 1, 1], "intensity": 60, "range": 6, **more}
    node = {"kind": "light", "name": both("l"), "parent": MINE, "light": light}
    return {"op": "add", "path": f"/nodes/lamp-{n}", "value": node}


def test_lamps_are_few_and_light_the_booth_alone() -> None:
    hall = booth_hall()
    run(hall, *(lamp(n) for n in range(6)))
    assert refusal(hall, lamp(6)) == ("booth_content", {"booth_lights"})
    for wild in ({"type": "directional"}, {"range": None}, {"range": 50}, {"intensity": 9000}):
        assert refusal(booth_hall(), lamp(1, **wild)) == ("booth_content", {"booth_light"})
    assert refusal(hall, change("/nodes/lamp-1/light/range", None))[0] == "booth_content"


def test_files_are_not_named_at_will() -> None:
    hall = booth_hall()
    assert refusal(hall, exhibit("other", 5)) == ("booth_content", {"booth_foreign"})
    swapped = {**model(), "levels": [{**model()["levels"][0], "asset": "d" * 64}]}
    assert refusal(hall, change("/nodes/pump/model", swapped))[1] == {"booth_foreign"}
    assert refusal(hall, change("/nodes/pump/exhibit/revision", 2))[1] == {"booth_foreign"}
    run(hall, change("/nodes/pump/exhibit/fit", "fitted"))
    page = {"asset": "e" * 64, "width": 8, "height": 8}
    media = {"id": "m", "kind": "image", "title": both("m"), "pages": [page]}
    board: dict[str, Any] = {
        "kind": "board",
        "name": both("b"),
        "parent": MINE,
        "translation": [0, 1, 0],
        "board": {"width": 1, "height": 1, "media": None},
    }
    run(hall, {"op": "add", "path": "/nodes/b", "value": board})
    assert refusal(hall, change("/nodes/b/board/media", media)) == (
        "booth_content",
        {"booth_foreign"},
    )
    run(hall, change("/nodes/b/board/media", media), vouched=True)
    again = {**board, "board": {**board["board"], "media": media}}
    run(hall, {"op": "add", "path": "/nodes/b2", "value": again})


def test_a_copy_of_ones_own_exhibit_may_stand_beside_it() -> None:
    hall = booth_hall()
    copied = {**nodes(hall)["pump"], "scale": [0.2, 0.2, 0.2], "translation": [1, 0, 1]}
    run(hall, {"op": "add", "path": "/nodes/pump-2", "value": copied})


def test_everybody_still_takes_what_stands_there_apart() -> None:
    hall = booth_hall()
    visitor = Actor("visitor", frozenset({Grant("visitor")}))
    hall.editing.edit("shared", [change("/nodes/pump/explode", 1)], 0, actor=visitor)


def test_undo_and_redo_are_ones_own_and_pass_the_same_gate() -> None:
    hall = booth_hall()
    run(hall, put("t"))
    run(hall, change("/nodes/sign-b/text/zh", "乙"), actor=BOB)
    archive(hall, hall.editing.undo("published", ANN.id, None, actor=ANN))
    assert "t" not in nodes(hall) and nodes(hall)["sign-b"]["text"]["zh"] == "乙"
    archive(hall, hall.editing.redo("published", ANN.id, None, actor=ANN))
    assert "t" in nodes(hall)
    run(hall, change("/nodes/t/text/zh", "管理员改过"), actor=OWNER)
    with pytest.raises(SceneError, match="undo_conflict"):
        hall.editing.undo("published", ANN.id, None, actor=ANN)


def test_what_one_did_for_another_company_is_not_undone_from_here() -> None:
    hall = booth_hall()
    run(hall, put("t"))
    moved = Actor(ANN.id, frozenset({Grant("enterprise_owner", "", "e_b")}))
    with pytest.raises(SceneError, match="not_your_booth"):
        hall.editing.undo("published", ANN.id, None, actor=moved)


def test_people_in_the_hall_hear_when_their_rights_begin_and_end() -> None:
    hall = booth_hall(**{MINE: booth("A", -4.0, None)})
    visitor, _ = hall.join(newcomer(), wire.Join("gallery"), 0.0)
    hall.standing.entitle(visitor, ANN, "Ann", proven=True)
    bystander, _ = hall.join(newcomer(), wire.Join("gallery"), 0.0)
    give = change(f"/nodes/{MINE}/tenant", booth("A", 0, "e_a")["tenant"])
    for op, booths in ((give, [MINE]), (change(f"/nodes/{MINE}/visible", False), [])):
        effects = archive(hall, hall.editing.edit("published", [op], 0, actor=OWNER))
        (rights,) = told(effects, wire.Rights)
        assert rights.booths == booths
        assert ("booth.edit" in rights.may) is bool(booths)
        assert ("exhibit.place" in rights.may) is bool(booths)
    assert bystander.actor.id == "visitor"


def test_tenants_edit_without_a_body_until_they_have_no_booth() -> None:
    hall = booth_hall()
    guest = newcomer()
    with pytest.raises(HallError, match="forbidden"):
        hall.join(guest, wire.Join("gallery", unseen=True), 0.0)
    visitor, _ = hall.join(replace(guest, actor=ANN), wire.Join("gallery", unseen=True), 0.0)
    op = change(f"/nodes/{MINE}/tenant", None)
    effects = archive(hall, hall.editing.edit("published", [op], 0, actor=OWNER))
    assert any(getattr(effect, "who", None) == [visitor] for effect in effects)


# --- nothing else ever changes ------------------------------------------------------------------

NAMES = st.sampled_from(
    [
        MINE,
        THEIRS,
        "booth-free",
        "sign-a",
        "pump",
        "group-b",
        "sign-b",
        "fox",
        "plinth-1",
        "n1",
        "n2",
    ]
)
PARENTS = st.one_of(st.none(), NAMES)
PLACES = st.lists(st.floats(-3, 3), min_size=3, max_size=3)
VALUES = st.one_of(
    st.tuples(st.just("translation"), PLACES),
    st.tuples(st.just("parent"), PARENTS),
    st.tuples(st.just("visible"), st.booleans()),
    st.tuples(st.just("tenant"), st.none()),
)
OPS = st.one_of(
    st.builds(lambda name, kv: change(f"/nodes/{name}/{kv[0]}", kv[1]), NAMES, VALUES),
    st.builds(lambda name: {"op": "remove", "path": f"/nodes/{name}"}, NAMES),
    st.builds(lambda name, parent, at: put(name, parent, translation=at), NAMES, PARENTS, PLACES),
    st.builds(lambda name: {"op": "unset", "path": f"/nodes/{name}/parent"}, NAMES),
    st.just(change("/hall/capacity", 9)),
)
STEPS = st.lists(
    st.one_of(st.lists(OPS, min_size=1, max_size=4), st.sampled_from(["undo", "redo"])), max_size=12
)


@given(STEPS)
def test_whatever_a_company_does_all_else_stays_as_it_was(steps: list[Any]) -> None:
    hall = booth_hall()

    def outside() -> str:
        state = hall.editing.layers.published
        others = {
            name: node
            for name, node in state.nodes.items()
            if (found := tenant_of(state.nodes, name)) is None or found.booth != MINE
        }
        return json.dumps([dict(state.hall), others], sort_keys=True)

    before = outside()
    for step in steps:
        try:
            if isinstance(step, str):
                act = hall.editing.undo if step == "undo" else hall.editing.redo
                archive(hall, act("published", ANN.id, None, actor=ANN, anyway=True))
            else:
                run(hall, *step)
        except (SceneError, HallError):
            pass
        assert outside() == before
