from __future__ import annotations

from typing import Any

import pytest

from tests.scenes.exhibits.hostile import admitted, data_uri, errors, gltf, warnings


def lamp(uri: Any) -> dict[str, Any]:
    return {"extensions": {"EXT_lights_ies": {"lights": [{"uri": uri}]}}}


@pytest.mark.parametrize("uri", ["http://example.com/x", "//example.com/x", "/etc/passwd", "c:/x"])
def test_an_extension_may_not_point_outside(uri: str) -> None:
    assert errors(gltf(**lamp(uri))) == ["URI_OUTSIDE"]
    (found,) = admitted(gltf(materials=[{}, lamp(uri)])).findings
    assert found.pointer == "/materials/1/extensions/EXT_lights_ies/lights/0/uri"


def test_a_file_of_an_extension_is_left_behind() -> None:
    assert warnings(gltf(**lamp("a.ies"))) == ["EXTENSION_FILE_IGNORED"]
    assert errors(gltf(**lamp("a.ies"))) == []


@pytest.mark.parametrize("uri", [data_uri(b"abc"), 7, None, {}, ["http://example.com"]])
def test_what_points_nowhere_is_let_be(uri: Any) -> None:
    assert admitted(gltf(**lamp(uri))).findings == []


def test_extras_may_say_where_they_come_from() -> None:
    extras = {"extras": {"uri": "https://example.com", "extensions": {"uri": "https://a.b"}}}
    assert admitted(gltf(**extras, nodes=[extras])).findings == []
    assert admitted(gltf(asset={"version": "2.0", "uri": "https://example.com"})).findings == []


@pytest.mark.parametrize("extensions", [None, 1, [], [[]], [{"uri": "http://a.b/c"}]])
def test_what_is_no_extension_is_left_to_the_check_of_structure(extensions: Any) -> None:
    assert admitted(gltf(extensions=extensions)).document is not None
