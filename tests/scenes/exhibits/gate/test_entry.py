from __future__ import annotations

import pytest

from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.hostile import Packed, admitted, errors, gltf, plain_glb, zipped

GLB = plain_glb()


def about(given: dict[str, bytes] | bytes) -> list[str]:
    return [f"{finding.code} {finding.about}" for finding in admitted(given).findings]


def test_what_a_file_is_shows_in_its_bytes_not_in_its_name() -> None:
    for name in ("model.glb", "model.gltf", "model.zip", "model", "模型.fbx"):
        assert admitted({name: GLB}).entry == name
        assert admitted({name: gltf()}).document is not None
        assert admitted({name: zipped(Packed("m.glb", GLB))}).entry == "m.glb"


def test_an_empty_upload_is_refused() -> None:
    assert errors({}) == ["EMPTY_FILE"]
    assert errors({"m": b""}) == ["EMPTY_FILE"]
    assert errors({"m.glb": b""}) == ["EMPTY_FILE", "GLB_UNEXPECTED_END_OF_HEADER"]
    assert errors({"m.gltf": b""}) == ["EMPTY_FILE", "INVALID_JSON"]


def test_a_model_damaged_at_its_start_is_still_a_model() -> None:
    assert errors({"m.glb": b"\xff" + GLB[1:]}) == ["GLB_INVALID_MAGIC"]
    assert errors({"m.gltf": b"\xff" + gltf()}) == ["INVALID_JSON"]
    assert errors({"m.zip": b"\xff" + zipped(Packed("m.glb", GLB))[1:]}) == ["ZIP_DAMAGED"]
    assert errors({"m": b"\xff\xff\xff\xff"}) == ["UNKNOWN_FORMAT"]


def test_one_of_several_files_is_the_model() -> None:
    came = admitted({"a.bin": b"abcd", "d/m.gltf": gltf(), "d/m.txt": b"hello"})
    assert came.entry == "d/m.gltf" and came.findings == []


def test_without_a_telling_name_the_bytes_decide() -> None:
    assert admitted({"a": b"abcd", "b": GLB}).entry == "b"
    assert admitted(zipped(Packed("a", b"abcd"), Packed("b", GLB))).entry == "b"


def test_several_models_are_too_many_and_are_listed() -> None:
    assert about({"a.glb": GLB, "b.gltf": gltf(), "c.bin": b""}) == ["SEVERAL_MODELS a.glb, b.gltf"]
    many = {f"{number}.glb": GLB for number in range(9)}
    assert about(many) == ["SEVERAL_MODELS 0.glb, 1.glb, 2.glb, 3.glb, 4.glb, … (9)"]
    packed = zipped(*(Packed(f"d/{number}.glb", GLB) for number in range(2)))
    assert about(packed) == ["SEVERAL_MODELS d/0.glb, d/1.glb"]


def test_no_model_is_too_few() -> None:
    assert about({"a.txt": b"hello", "b.txt": b""}) == ["NO_MODEL a.txt, b.txt"]
    assert errors(zipped(Packed("a.txt", b"hello"))) == ["NO_MODEL"]
    assert errors(zipped()) == ["NO_MODEL"]


def test_what_desktops_add_does_not_count() -> None:
    junk = Packed("__MACOSX/._m.glb", b"\0\5\26\7")
    assert admitted(zipped(Packed("m/", b""), Packed("m/m.glb", GLB), junk)).entry == "m/m.glb"


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    inner = zipped(Packed("m.glb", GLB))
    assert errors(zipped(Packed("m.glb", inner))) == ["NESTED_ZIP"]
    assert errors(zipped(Packed("m.zip", inner))) == ["NO_MODEL"]
    assert errors(zipped(Packed("m.glb", GLB), Packed("n.zip", inner))) == []


def test_names_that_two_files_share_are_refused() -> None:
    from scenes.exhibits.document import Source
    from scenes.exhibits.gate import admit

    twice = [Source("a.bin", memoryview(b"1")), Source("/a.bin", memoryview(b"2"))]
    model = Source("m.glb", memoryview(GLB))
    assert [f.code for f in admit([*twice, model], Policy()).findings] == ["DUPLICATE_FILE"]


def test_an_upload_has_limits() -> None:
    assert errors({"m.glb": GLB}, Policy(max_bytes=10)) == ["UPLOAD_TOO_LARGE"]
    several = {"m.glb": GLB, "a": b"", "b": b""}
    assert errors(several, Policy(max_files=2)) == ["TOO_MANY_FILES"]


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.fbx", b"Kaydara FBX Binary  \0\x1a\0" + b"\0" * 50, "FBX"),
        ("upload", b"; FBX 7.3.0 project file\n", "FBX"),
        ("a.stp", b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('AP214'));\n", "STEP"),
        ("a.ifc", b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\n", "IFC"),
        ("a.skp", b"\xff\xfe\xff\x0eS\0k\0e\0t\0c\0h\0U\0p\0 \0M\0", "SketchUp (SKP)"),
        ("upload", b"# Blender\nmtllib a.mtl\no Cube\nv 1 1 1\nv 1 1 2\nf 1 2 3\n", "OBJ"),
        ("upload", b"v 1.0 2.0 3.0\r\nv 1 2 3\r\nv 1 2 3\r\n", "OBJ"),
        ("a.obj", b"g group\nv 1 1 1\nvn 0 0 1\n", "OBJ"),
        ("a.usda", b'#usda 1.0\n(\n    defaultPrim = "x"\n)', "USD"),
        ("a.usdc", b"PXR-USDC\0\0", "USD"),
        ("a.usdz", zipped(Packed("a.usdc", b"PXR-USDC", method=0)), "USDZ"),
        ("a.stl", b"solid x\nfacet normal 0 0 1\n", "STL"),
        ("upload", b"\0" * 80 + b"\1\0\0\0" + b"\0" * 50, "STL"),
        ("a.blend", b"BLENDER-v302", "Blender"),
        ("a.blend", b"\x28\xb5\x2f\xfd\0\0\0\0", "Blender"),
        ("upload", b"MM\x0a\0\0\0\2\0\0\0", "3DS"),
        ("a.dae", b'<?xml version="1.0"?>\n<COLLADA xmlns="x">', "COLLADA"),
        ("a.ply", b"ply\nformat ascii 1.0\n", "PLY"),
        ("a.igs", b" " * 72 + b"S      1\n", "IGES"),
        ("a.dxf", b"  0\nSECTION\n", "DXF"),
        ("a.dwg", b"AC1032", "DWG"),
        ("a.drc", b"DRACO\2\2", "Draco"),
        ("a.sldprt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "SolidWorks"),
        ("a.3dm", b"3D Geometry File Format        70", "Rhino (3DM)"),
        ("a.max", b"\0\1\2\3", "3ds Max"),
        ("a.rar", b"Rar!\x1a\7\1\0", "RAR"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\4", "7z"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.html", b"<html><script>alert(1)</script>", "HTML"),
        ("a.zip", zipped(Packed("a/a.fbx", b"Kaydara"), Packed("a/b.png", b"")), "FBX"),
        ("a.3mf", zipped(Packed("3D/3dmodel.model", b"<model>")), "3MF"),
        ("several", zipped(Packed("a.mtl", b""), Packed("a.obj", b"v 1 1 1")), "OBJ"),
    ],
)
def test_other_formats_are_called_by_their_names(name: str, data: bytes, format: str) -> None:
    assert about({name: data}) == [f"FOREIGN_FORMAT {format}"]


def test_text_that_only_looks_a_little_like_an_obj_is_none() -> None:
    assert about(b"# notes\nthis is a letter\nabout us\n") == ["UNKNOWN_FORMAT upload"]
    assert about(b"or not\nv\n\xff\n") == ["UNKNOWN_FORMAT upload"]
