from __future__ import annotations

import io
import struct
import zipfile
import zlib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate import zips
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.hostile import (
    BIN,
    Packed,
    admitted,
    chunk,
    data_uri,
    errors,
    gltf,
    plain_glb,
    png,
    zipped,
)

GLB = plain_glb()
MODEL = Packed("m.glb", GLB)
SCENE = gltf(buffers=[{"uri": "a.bin", "byteLength": 4}], images=[{"uri": "贴图/木.png"}])
LINK, PIPE, DEVICE = 0o120777, 0o010644, 0o020644


def made(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as Python's own library writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def test_a_model_and_its_files_come_out_of_a_zip() -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        members = (("d/m.gltf", SCENE), ("d/a.bin", b"abcd"), ("d/贴图/木.png", png()))
        came = admitted(made(*members, method=method))
        assert came.findings == [] and came.entry == "d/m.gltf"
        assert came.document is not None and bytes(came.document.buffers[0] or b"") == b"abcd"
        assert came.document.pictures[0] is not None


def test_names_from_a_chinese_windows_are_read() -> None:
    name = "贴图/木.png".encode("gb18030")
    members = (Packed("m.gltf", SCENE), Packed("a.bin", b"abcd"), Packed(name, png()))
    assert errors(zipped(*members)) == []


def test_names_may_stand_in_a_field_of_their_own() -> None:
    raw = b"______.png"
    told = "贴图/木.png".encode()
    extra = struct.pack("<HHBI", 0x7075, 5 + len(told), 1, zlib.crc32(raw)) + told
    members = (Packed("m.gltf", SCENE), Packed("a.bin", b"abcd"), Packed(raw, png(), extra=extra))
    assert errors(zipped(*members)) == []


def test_backslashes_of_old_windows_are_slashes() -> None:
    members = (Packed("d\\m.gltf", SCENE), Packed("d\\a.bin", b"abcd"))
    picture = Packed("d\\贴图\\木.png", png())
    assert errors(zipped(*members, picture)) == []


def test_the_large_form_of_a_zip_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file, file.open("m.glb", "w", force_zip64=True) as member:
        member.write(GLB)
    assert errors(out.getvalue()) == []
    extra = struct.pack("<HHQ", 1, 8, len(GLB))
    assert errors(zipped(Packed("m.glb", GLB, size=0xFFFFFFFF, extra=extra))) == []
    assert errors(zipped(Packed("m.glb", GLB, size=0xFFFFFFFF))) == ["ZIP_DAMAGED"]


def test_the_end_of_a_large_zip_is_read() -> None:
    whole = zipped(MODEL)
    size, start = struct.unpack_from("<II", whole, len(whole) - 10)
    body = whole[: start + size]
    end = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(body), 1)
    full = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert errors(body + end + locator + full) == []
    plain = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, size, start, 0)
    assert errors(body + end + locator + plain) == []
    for broken in (locator[:8] + b"\xff" * 8 + locator[16:], b"PK\6\0" + locator[4:]):
        assert errors(body + end + broken + full) == ["ZIP_DAMAGED"]
    assert errors(b"PK\3\4" + full) == ["ZIP_DAMAGED"]


def test_what_came_out_of_a_pipe_is_a_file() -> None:
    assert errors(zipped(Packed("-", GLB, mode=PIPE))) == []


def test_a_comment_at_the_end_does_not_hide_it() -> None:
    assert errors(zipped(MODEL, comment=b"PK\5\6 made by hand")) == []


@pytest.mark.parametrize(
    ("member", "codes"),
    [
        (Packed("../a.bin", b""), ["ZIP_SLIP"]),
        (Packed("d/../../a.bin", b""), ["ZIP_SLIP"]),
        (Packed("..\\a.bin", b""), ["ZIP_SLIP"]),
        (Packed("../d/", b"", method=0), ["ZIP_SLIP"]),
        (Packed("/etc/passwd", b""), ["ZIP_ABSOLUTE_NAME"]),
        (Packed("\\\\server\\a.bin", b""), ["ZIP_ABSOLUTE_NAME"]),
        (Packed("C:\\a.bin", b""), ["ZIP_ABSOLUTE_NAME"]),
        (Packed("a\0b", b""), ["ZIP_BAD_NAME"]),
        (Packed("", b""), ["ZIP_BAD_NAME"]),
        (Packed("a" * 2000, b""), ["ZIP_BAD_NAME"]),
        (Packed("a" * 60_000, b""), ["ZIP_BAD_NAME"]),
        (Packed("a", b"/etc/passwd", mode=LINK), ["ZIP_SYMLINK"]),
        (Packed("a", b"", mode=DEVICE), ["ZIP_SPECIAL_FILE"]),
        (Packed("a", b"", flags=1), ["ZIP_ENCRYPTED"]),
        (Packed("a", b"", method=99), ["ZIP_UNSUPPORTED_METHOD"]),
        (Packed("a", b"", method=12), ["ZIP_UNSUPPORTED_METHOD"]),
        (Packed("a", b"abc", method=0, size=9), ["ZIP_HEADERS_DISAGREE"]),
        (Packed("a", b"abc", local_name=b"b"), ["ZIP_HEADERS_DISAGREE"]),
        (Packed("m.glb", b"abc"), ["ZIP_DUPLICATE_NAME", "ZIP_OVERLAP"]),
        (Packed("a", b"abc", at=0), ["ZIP_HEADERS_DISAGREE", "ZIP_OVERLAP"]),
        (Packed("a", b"abc", at=7), ["ZIP_DAMAGED"]),
        (Packed("a", b"abc", at=0xFFFFFFF0), ["ZIP_DAMAGED"]),
        (Packed("a", b"\0" * 9_000_000), ["ZIP_BOMB", "ZIP_BOMB"]),
        (Packed("a", b"", size=2**32 - 2), ["ZIP_BOMB", "ZIP_TOO_LARGE", "ZIP_BOMB"]),
    ],
)
def test_members_that_mean_harm_are_refused(member: Packed, codes: list[str]) -> None:
    if member.name == "m.glb":
        member.at = 0
    assert errors(zipped(MODEL, member)) == codes


def test_one_file_under_two_names_is_an_overlap() -> None:
    first = Packed("a.bin", b"abcd")
    whole = zipped(MODEL, first, Packed("b.bin", b"abcd", at=0, local_name=b"m.glb"))
    assert "ZIP_OVERLAP" in errors(whole)


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (Packed("m.glb", GLB, crc=1), "ZIP_BAD_CRC"),
        (Packed("m.glb", GLB, size=len(GLB) - 1), "ZIP_SIZE_MISMATCH"),
        (Packed("m.glb", GLB, size=len(GLB) + 1), "ZIP_SIZE_MISMATCH"),
        (Packed("m.glb", b"\0" * 3_000_000, size=1000), "ZIP_SIZE_MISMATCH"),
    ],
)
def test_members_are_what_the_directory_says(member: Packed, code: str) -> None:
    assert errors(zipped(member)) == [code]


def test_damage_is_found_when_the_file_is_needed() -> None:
    whole = bytearray(zipped(Packed("m.glb", GLB)))
    whole[35] = 0xFF
    assert errors(bytes(whole)) == ["ZIP_DAMAGED"]
    members = (
        Packed("m.gltf", SCENE),
        Packed("a.bin", b"abcd", crc=1),
        Packed("贴图/木.png", png()),
    )
    found = admitted(zipped(*members)).findings
    assert [(f.code, f.pointer) for f in found] == [("ZIP_BAD_CRC", "/buffers/0/uri")]


def test_what_nobody_asks_for_is_not_unfolded() -> None:
    assert errors(zipped(MODEL, Packed("notes.txt", b"hello", crc=1))) == []


@pytest.mark.parametrize("count", [0, 2, 9])
def test_the_end_may_not_lie_about_how_many_there_are(count: int) -> None:
    assert errors(zipped(MODEL, count=count)) == ["ZIP_DAMAGED"]


def test_what_is_unfolded_has_to_fit_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_UNFOLDED", len(SCENE) + 3)
    members = (Packed("m.gltf", SCENE), Packed("a.bin", b"abcd"), Packed("贴图/木.png", png()))
    assert errors(zipped(*members)) == ["ZIP_TOO_LARGE", "ZIP_TOO_LARGE"]
    stored = [Packed(member.name, member.data, method=0) for member in members]
    assert errors(zipped(*stored)) == []


def test_members_larger_than_a_piece_come_out_whole() -> None:
    noise = b"".join(sha256(bytes([n % 256, n >> 8])).digest() for n in range(9000))
    data = noise + b"\0" * 3_000_000
    document = gltf(buffers=[{"uri": "a.bin", "byteLength": len(data)}])
    came = admitted(zipped(Packed("m.gltf", document), Packed("a.bin", data)))
    assert came.document is not None and bytes(came.document.buffers[0] or b"") == data
    lies = zipped(Packed("m.gltf", document), Packed("a.bin", data, size=2_000_000))
    assert errors(lies) == ["ZIP_SIZE_MISMATCH"]


def test_there_may_be_only_so_many_files_and_bytes() -> None:
    many = zipped(MODEL, *(Packed(f"{number}", b"") for number in range(20)))
    assert errors(many, Policy(max_files=20)) == ["ZIP_TOO_MANY_FILES"]
    assert errors(many, Policy(max_files=3)) == ["ZIP_TOO_MANY_FILES"]
    assert errors(zipped(MODEL, Packed("a", bytes(range(256)))), Policy(max_bytes=300)) == [
        "UPLOAD_TOO_LARGE"
    ]
    stuffed = zipped(MODEL, Packed("a", b"\0" * 2000))
    assert errors(stuffed, Policy(max_bytes=1000)) == ["ZIP_TOO_LARGE"]


def test_bytes_before_or_after_a_zip_make_it_another_file() -> None:
    assert errors(zipped(MODEL, lead=b"")[4:]) != []
    assert errors({"m.zip": b"PK\3\4" + zipped(MODEL)}) == ["ZIP_DAMAGED"]
    assert errors(zipped(MODEL) + b"and more") == ["ZIP_DAMAGED"]


def test_every_cut_of_a_zip_is_refused() -> None:
    whole = zipped(MODEL)
    for end in range(4, len(whole)):
        assert errors(whole[:end]) == ["ZIP_DAMAGED"], end


@given(st.data())
def test_a_zip_with_wrong_bytes_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(zipped(Packed("m.gltf", SCENE), Packed("a.bin", b"abcd"), MODEL))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    came = admitted(bytes(whole))
    assert came.document is not None or came.findings


def test_a_glb_in_a_zip_may_hold_all_it_needs() -> None:
    held = plain_glb(b"abcd", buffers=[{"byteLength": 4}], images=[{"uri": data_uri(b"x")}])
    assert errors(zipped(Packed("m.glb", held))) == ["INVALID_URI"]
    assert chunk(BIN, b"abcd") in held
