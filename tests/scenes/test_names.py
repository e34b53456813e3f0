"""Paths of the scene."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import SceneError
from scenes.names import KEY, parse_path


@pytest.mark.parametrize(
    ("path", "root", "node", "keys"),
    [
        ("/nodes/fox", "nodes", "fox", ()),
        ("/nodes/fox/translation", "nodes", "fox", ("translation",)),
        ("/nodes/a-1/materials/3/x", "nodes", "a-1", ("materials", "3", "x")),
        ("/hall/capacity", "hall", "", ("capacity",)),
    ],
)  # fmt: skip
def test_paths_are_read_and_written(path: str, root: str, node: str, keys: tuple[str, ...]) -> None:
    parsed = parse_path(path)
    assert (parsed.root, parsed.node, parsed.keys, str(parsed)) == (root, node, keys, path)


@pytest.mark.parametrize(
    "path",
    ["", "/", "nodes/a", "/nodes", "/nodes/", "/nodes/A", "/nodes/a/", "/nodes/a//b", "/hall",
     "/hall/", "/nodes/../x", "/nodes/a/" + "/".join("b" * 9), "/shared/a", "/nodes/a/b c",
     "/nodes/a\n", "/nodes/" + "a" * 65],
)  # fmt: skip
def test_what_names_nothing_is_refused(path: str) -> None:
    with pytest.raises(SceneError, match="bad_path"):
        parse_path(path)


@given(st.text(max_size=60) | st.text("/nodeshal_", max_size=40))
def test_any_text_is_a_sound_path_or_refused(text: str) -> None:
    try:
        parsed = parse_path(text)
    except SceneError:
        return
    assert str(parsed) == text and all(KEY.fullmatch(key) for key in parsed.keys)


def test_whole_nodes_and_parents_are_told_apart() -> None:
    assert parse_path("/nodes/a").is_node and not parse_path("/nodes/a/parent").is_node
    assert parse_path("/nodes/a/parent").is_parent
