from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate.bundle import Bundle, Given, clean_name, is_junk, join
from scenes.exhibits.gate.uris import BadUriError, Path, read_uri


def bundle(*names: str) -> Bundle:
    return Bundle({name: Given(memoryview(name.encode())) for name in names})


def found(among: Bundle, entry: str, uri: str) -> str | None:
    file = among.find(entry, read_uri(uri))
    return file.name if file else None


@pytest.mark.parametrize(
    ("name", "entry", "uri"),
    [
        ("a.bin", "m.gltf", "a.bin"),
        ("a.bin", "m.gltf", "./a.bin"),
        ("d/a.bin", "d/m.gltf", "a.bin"),
        ("d/e/a.bin", "d/m.gltf", "e/a.bin"),
        ("t/a.png", "d/m.gltf", "../t/a.png"),
        ("a b.png", "m.gltf", "a%20b.png"),
        ("a%20b.png", "m.gltf", "a%20b.png"),
        ("a%20b.png", "m.gltf", "a b.png"),
        ("a#1.png", "m.gltf", "a%231.png"),
        ("a#1.png", "m.gltf", "a#1.png"),
        ("贴图.png", "m.gltf", "%E8%B4%B4%E5%9B%BE.png"),
        (unicodedata.normalize("NFD", "é.png"), "m.gltf", "é.png"),
        ("é.png", "m.gltf", unicodedata.normalize("NFD", "é.png")),
        ("Wood.PNG", "m.gltf", "wood.png"),
        ("d/e/../a.bin", "m.gltf", "d/e/../a.bin"),
    ],
)
def test_a_file_that_came_is_found(name: str, entry: str, uri: str) -> None:
    if ".." in name:
        assert found(bundle("d/a.bin", entry), entry, uri) == "d/a.bin"
    else:
        assert found(bundle(name, entry, "x/y"), entry, uri) == name


def test_the_exact_name_goes_before_one_in_another_case() -> None:
    among = bundle("a.png", "A.png", "d/m.gltf")
    assert found(among, "m.gltf", "A.png") == "A.png"
    assert found(bundle("B.png", "b.PNG", "d/m"), "m.gltf", "b.png") is None


def test_files_picked_without_folders_are_found_by_their_last_part() -> None:
    assert found(bundle("m.gltf", "a.png"), "m.gltf", "textures/a.png") == "a.png"
    assert found(bundle("d/m.gltf", "d/a.png"), "d/m.gltf", "textures/a.png") is None


@pytest.mark.parametrize("uri", ["../a.bin", "d/../../a.bin", "%2e%2e/a.bin", "..%2fa.bin"])
def test_nothing_outside_is_ever_meant(uri: str) -> None:
    with pytest.raises(BadUriError, match="URI_OUTSIDE"):
        bundle("m.gltf", "a.bin").find("m.gltf", read_uri(uri))


@pytest.mark.parametrize("uri", ["a.bin?v=2", "a.bin#x", "?a", "#a"])
def test_queries_and_fragments_mean_no_file(uri: str) -> None:
    with pytest.raises(BadUriError, match="URI_QUERY"):
        bundle("m.gltf", "a.bin").find("m.gltf", read_uri(uri))


@given(st.text(alphabet="ab./", max_size=12), st.text(alphabet="ab./", max_size=12))
def test_joined_paths_stay_below_the_top(folder: str, path: str) -> None:
    try:
        joined = join(clean_name(folder), path)
    except BadUriError as error:
        assert error.code == "URI_OUTSIDE"
    else:
        assert not joined.startswith("/") and ".." not in joined.split("/")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("m.glb", "m.glb"),
        ("C:\\fakepath\\m.glb", "fakepath/m.glb"),
        ("/etc/m.glb", "etc/m.glb"),
        ("../../m.glb", "m.glb"),
        ("a//b/./m.glb", "a/b/m.glb"),
    ],
)
def test_senders_names_become_plain_paths(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_what_desktops_leave_behind_is_junk() -> None:
    assert is_junk("__MACOSX/._m.glb") and is_junk("d/.DS_Store") and is_junk("._m.glb")
    assert not is_junk("m.glb") and not is_junk("d/textures/a.png")


def test_a_bundle_says_what_is_in_it() -> None:
    among = bundle("a", "b")
    assert [file.name for file in among] == ["a", "b"] and len(among) == 2
    assert Path("a", "a") == read_uri("a")
