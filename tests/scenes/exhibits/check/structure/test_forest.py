from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.check.structure.forest import Forest, loops
from scenes.exhibits.check.structure.numbers import NONE


@st.composite
def parents(draw: st.DrawFn) -> list[int]:
    """Any function from nodes to their parents: trees, and loops with trees hanging from them."""
    count = draw(st.integers(1, 24))
    return draw(st.lists(st.integers(NONE, count - 1), min_size=count, max_size=count))


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Parents that come before their children."""
    count = draw(st.integers(1, 40))
    return [draw(st.integers(max(NONE, index - 4), index - 1)) for index in range(count)]


def chain(parents: list[int], index: int) -> list[int]:
    """A node and all above it, as often as they are different."""
    found: list[int] = []
    while index != NONE and index not in found:
        found.append(index)
        index = parents[index]
    return found


@given(parents())
def test_a_node_is_in_a_loop_when_it_is_above_itself(parents: list[int]) -> None:
    due = [
        index
        for index in range(len(parents))
        if parents[index] != NONE and index in chain(parents, parents[index])
    ]
    assert loops(parents) == due


@given(trees(), st.data())
def test_two_nodes_meet_in_the_lowest_above_both(parents: list[int], data: st.DataObject) -> None:
    forest = Forest(parents)
    one, other = (data.draw(st.integers(0, len(parents) - 1)) for _ in range(2))
    common = [index for index in chain(parents, one) if index in chain(parents, other)]
    assert forest.meeting(one, other) == (common[0] if common else NONE)
    assert forest.is_above(one, other) == (one in chain(parents, other))
    assert forest.roots[one] == chain(parents, one)[-1]


@given(parents())
def test_every_node_has_a_root_or_hangs_from_a_loop(parents: list[int]) -> None:
    forest = Forest(parents)
    for index in range(len(parents)):
        top = chain(parents, index)[-1]
        is_free = parents[top] == NONE
        assert (forest.roots[index] == top) if is_free else (forest.roots[index] < NONE)


def test_nodes_of_one_loop_meet_and_those_of_two_do_not() -> None:
    forest = Forest([1, 0, 0, 4, 3])
    assert forest.meeting(0, 2) != NONE
    assert forest.meeting(0, 3) == NONE
    assert forest.is_above(0, 1) and not forest.is_above(0, 3)


def test_a_very_long_chain_is_no_trouble() -> None:
    count = 50_000
    forest = Forest(range(-1, count - 1))
    assert forest.meeting(count - 1, 7) == 7
    assert forest.is_above(0, count - 1)
