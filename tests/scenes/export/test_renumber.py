"""Every index gets its new number, everything else stays as it was."""

from __future__ import annotations

import pytest

from scenes.export.errors import AssetError
from scenes.export.renumber import Renumber


def _renumber(dropped: list[str] | None = None) -> Renumber:
    left_out = [] if dropped is None else dropped
    return Renumber({"textures": {0: 5, 1: 6}, "materials": {0: 2}}, left_out.append)


def test_indices_move_and_extras_stay() -> None:
    entry = {
        "name": "steel",
        "normalTexture": {"index": 1, "scale": 2, "extras": {"index": 1}},
        "extras": {"baseColorTexture": {"index": 0}},
    }
    assert _renumber().entry("materials", entry) == {
        **entry,
        "normalTexture": {"index": 6, "scale": 2, "extras": {"index": 1}},
    }


def test_other_tables_can_be_added() -> None:
    more = _renumber().also(nodes={0: 9}, materials={0: 3})
    assert (more.number("nodes", 0), more.number("materials", 0)) == (9, 3)
    assert more.number("textures", 0) == 5


@pytest.mark.parametrize("index", [2, -1, True, 0.0, None, "0", [0]])
def test_no_such_index(index: object) -> None:
    with pytest.raises(AssetError) as error:
        _renumber().number("textures", index)
    assert error.value.code == "index_out_of_range"


def test_pointers_move() -> None:
    assert _renumber().pointer("/materials/0/emissiveFactor") == "/materials/2/emissiveFactor"
    for pointer in ("/nodes/0/scale", "/materials/00/x", "/materials/0", "materials/0/x", ""):
        with pytest.raises(AssetError) as error:
            _renumber().pointer(pointer)
        assert error.value.code == "pointer_unknown"


def test_what_cannot_be_renumbered_is_dropped_and_told() -> None:
    dropped: list[str] = []
    entry = {"extensions": {"ACME_a": {"node": 1}, "ACME_b": {"amount": 1}}}
    assert _renumber(dropped).entry("materials", entry) == {"extensions": {"ACME_b": {"amount": 1}}}
    assert dropped == ["ACME_a"]


@pytest.mark.parametrize("entry", [{"normalTexture": 3}, {"extensions": []}, []])
def test_json_of_the_wrong_shape(entry: object) -> None:
    with pytest.raises(AssetError) as error:
        _renumber().entry("materials", entry)  # type: ignore[arg-type]
    assert error.value.code == "asset_unreadable"
