"""Formats that people send instead of glTF, known by their bytes, so that they are told what to do.

The names are those that people use for the format.
"""

from __future__ import annotations

import re

__all__ = ["foreign_format", "foreign_in_zip"]

STARTS = (
    (b"Kaydara FBX Binary", "FBX"),
    (b"; FBX", "FBX"),
    (b"\xff\xfe\xff\x0eS\0k\0e\0t\0c\0h\0U\0p\0", "SketchUp (SKP)"),
    (b"PXR-USDC", "USD"),
    (b"#usda", "USD"),
    (b"BLENDER", "Blender"),
    (b"ply\n", "PLY"),
    (b"ply\r", "PLY"),
    (b"DRACO", "Draco"),
    (b"3D Geometry File Format", "Rhino (3DM)"),
    (b"AC10", "DWG"),
    (b"#VRML", "VRML"),
    (b"V5_CFV2", "CATIA"),
    (b"**ABCDEFG", "Parasolid"),
    (b"**PARASOLID", "Parasolid"),
    (b"xof 0", "DirectX (X)"),
    (b"b3dm", "3D Tiles"),
    (b"i3dm", "3D Tiles"),
    (b"pnts", "3D Tiles"),
    (b"PMX ", "PMX"),
    (b"Pmd", "PMD"),
    (b"Ogawa", "Alembic"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "CAD / Office (OLE)"),
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"<svg", "SVG"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<html", "HTML"),
)
ENDINGS = {
    "fbx": "FBX",
    "obj": "OBJ",
    "stp": "STEP",
    "step": "STEP",
    "p21": "STEP",
    "stpz": "STEP",
    "ifc": "IFC",
    "ifczip": "IFC",
    "igs": "IGES",
    "iges": "IGES",
    "skp": "SketchUp (SKP)",
    "usd": "USD",
    "usda": "USD",
    "usdc": "USD",
    "usdz": "USD",
    "stl": "STL",
    "blend": "Blender",
    "3ds": "3DS",
    "dae": "COLLADA",
    "zae": "COLLADA",
    "ply": "PLY",
    "3mf": "3MF",
    "x3d": "X3D",
    "wrl": "VRML",
    "max": "3ds Max",
    "ma": "Maya",
    "mb": "Maya",
    "c4d": "Cinema 4D",
    "3dm": "Rhino (3DM)",
    "dwg": "DWG",
    "dxf": "DXF",
    "jt": "JT",
    "sldprt": "SolidWorks",
    "sldasm": "SolidWorks",
    "catpart": "CATIA",
    "catproduct": "CATIA",
    "prt": "NX / Creo",
    "x_t": "Parasolid",
    "x_b": "Parasolid",
    "rvt": "Revit",
    "drc": "Draco",
    "lwo": "LightWave",
    "abc": "Alembic",
    "pmx": "PMX",
    "b3dm": "3D Tiles",
}
"""Endings of formats whose bytes say little; asked last."""
OBJ_LINE = re.compile(
    rb"(?:#|mtllib |usemtl |[og] |s (?:\d|off)|vn? [-+.\d]|vt [-+.\d]|f \d)[^\0]*"
)
DXF = re.compile(rb"\s*(?:999[^\0]*?\n\s*)?0\s*\r?\n\s*SECTION")
XML = ((b"<COLLADA", "COLLADA"), (b"<X3D", "X3D"), (b"<svg", "SVG"), (b"<html", "HTML"))
OBJ_LINES = 3


def foreign_format(name: str, data: memoryview) -> str:
    """The format that a file has; "" when nothing here knows it. Never glTF, which comes first."""
    head = bytes(data[:4096])
    for start, format in STARTS:
        if head.startswith(start):
            return _told_apart(format, name)
    return _text(head) or _binary(head, len(data)) or ENDINGS.get(_ending(name), "")


def foreign_in_zip(name: str, names: list[str]) -> str:
    """The format of a zip, by its name and those in it; "" when none is a model that we know."""
    if names and names[0].lower().endswith((".usd", ".usda", ".usdc")):
        return "USDZ"
    found = (ENDINGS.get(_ending(one), "") for one in (name, *names))
    return next((format for format in found if format), "")


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _told_apart(format: str, name: str) -> str:
    """What several programs wrap or begin alike, by name."""
    vague = ("CAD / Office (OLE)", "gzip", "Zstandard")
    return ENDINGS.get(_ending(name), format) if format in vague else format


def _text(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"ISO-10303-21"):
        return "IFC" if re.search(rb"FILE_SCHEMA\s*\(\s*\(\s*'IFC", head) else "STEP"
    if start.startswith(b"solid") and b"facet" in head:
        return "STL"
    if start.startswith(b"<"):
        return next((format for mark, format in XML if mark in head), "XML")
    if DXF.match(head):
        return "DXF"
    return "OBJ" if _is_obj(start) else ""


def _is_obj(text: bytes) -> bool:
    """Whether the first lines that say something are all an OBJ's, and one of them a vertex's."""
    lines = [line.strip() for line in text.splitlines()[:200] if line.strip()]
    said = [line for line in lines[:-1] if not line.startswith(b"#")] or lines
    vertex = any(line.startswith((b"v ", b"vn ", b"vt ", b"mtllib ")) for line in said)
    return vertex and all(OBJ_LINE.fullmatch(line) for line in said[:OBJ_LINES])


def _binary(head: bytes, size: int) -> str:
    if size >= 84 and 84 + 50 * int.from_bytes(head[80:84], "little") == size:
        return "STL"
    if head.startswith(b"MM") and int.from_bytes(head[2:6], "little") == size:
        return "3DS"
    if len(head) >= 73 and head[72:73] == b"S" and head[:72].isascii() and b"\0" not in head[:72]:
        return "IGES"
    return "BMP" if head.startswith(b"BM") and size > 26 else ""
