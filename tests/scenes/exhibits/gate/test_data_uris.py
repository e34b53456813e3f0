from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate.data_uris import MOST_ESCAPED, read_data_uri
from scenes.exhibits.gate.uris import BadUriError

STREAM = "application/octet-stream"


@pytest.mark.parametrize(
    ("uri", "mime", "data"),
    [
        (f"data:{STREAM};base64,AAEC", STREAM, b"\0\1\2"),
        (f"DATA:{STREAM};base64,AAEC", STREAM, b"\0\1\2"),
        ("data:Application/Octet-Stream;base64,AAEC", STREAM, b"\0\1\2"),
        (f"data:{STREAM};base64,AA==", STREAM, b"\0"),
        (f"data:{STREAM};base64,AA", STREAM, b"\0"),
        (f"data:{STREAM};base64,AA%3D%3D", STREAM, b"\0"),
        (f"data:{STREAM};base64,_-8=", STREAM, b"\xff\xef"),
        (f"data:{STREAM};base64,", STREAM, b""),
        (f"data:{STREAM};charset=x;base64,AAEC", STREAM, b"\0\1\2"),
        (f"data:{STREAM},%61bc", STREAM, b"abc"),
        ("data:,abc", "text/plain", b"abc"),
        ("data:;base64,AAEC", "text/plain", b"\0\1\2"),
    ],
)
def test_what_stands_in_a_uri(uri: str, mime: str, data: bytes) -> None:
    inline = read_data_uri(uri)
    assert (inline.mime, bytes(inline.data)) == (mime, data)


@pytest.mark.parametrize(
    "uri",
    [
        "data:",
        "data:nothing",
        f"data:{STREAM};base64",
        f"data:{STREAM};base64;base64,AAEC",
        f"data:{STREAM};BASE64,AAEC",
        f"data:{STREAM};base64,A",
        f"data:{STREAM};base64,AAEC=",
        f"data:{STREAM};base64,AAEC%3D",
        f"data:{STREAM};base64,AA=",
        f"data:{STREAM};base64,AAE=AAEC",
        f"data:{STREAM};base64,AA EC",
        f"data:{STREAM};base64,AAEC\n",
        f"data:{STREAM};base64,AA*C",
        f"data:{STREAM};base64,AB==",
        f"data:{STREAM};base64,中",
        "data:not a type;base64,AAEC",
        f"data:{STREAM}," + "%41" * MOST_ESCAPED,
    ],
    ids=lambda uri: uri[:50],
)
def test_what_the_validator_refuses(uri: str) -> None:
    with pytest.raises(BadUriError) as refused:
        read_data_uri(uri)
    assert refused.value.code == "INVALID_URI"


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    text = base64.b64encode(data).decode()
    assert read_data_uri(f"data:{STREAM};base64,{text}").data == data
    assert read_data_uri(f"data:{STREAM};base64,{text.rstrip('=')}").data == data


@given(st.text(max_size=60))
def test_any_text_is_bytes_or_refused(text: str) -> None:
    for uri in (f"data:{text}", f"data:{STREAM};base64,{text}"):
        try:
            read_data_uri(uri)
        except BadUriError as error:
            assert error.code == "INVALID_URI"
