from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate.uris import BadUriError, Path, is_data_uri, read_uri


@pytest.mark.parametrize(
    ("uri", "plain"),
    [
        ("a.bin", "a.bin"),
        ("./textures/a%20b.png", "./textures/a b.png"),
        ("a b.png", "a b.png"),
        ("%E4%B8%AD.png", "中.png"),
        ("中.png", "中.png"),
        ("a%zz.bin", "a%zz.bin"),
        ("a[1].bin", "a[1].bin"),
        ("100%.bin", "100%.bin"),
    ],
)
def test_a_relative_uri_is_a_path(uri: str, plain: str) -> None:
    assert read_uri(uri) == Path(plain, uri)


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("http://example.com/a.bin", "URI_OUTSIDE"),
        ("https:a.bin", "URI_OUTSIDE"),
        ("file:///etc/passwd", "URI_OUTSIDE"),
        ("//example.com/a.bin", "URI_OUTSIDE"),
        ("/etc/passwd", "URI_OUTSIDE"),
        ("%2Fetc%2Fpasswd", "URI_OUTSIDE"),
        ("\\\\server\\share\\a.bin", "URI_OUTSIDE"),
        ("C:\\a.bin", "URI_OUTSIDE"),
        ("c:/a.bin", "URI_OUTSIDE"),
        ("c%3A/a.bin", "URI_OUTSIDE"),
        ("javascript:alert(1)", "URI_OUTSIDE"),
        ("textures\\a.png", "URI_BACKSLASH"),
        ("..%5Ca.png", "URI_BACKSLASH"),
        ("", "INVALID_URI"),
        (":", "INVALID_URI"),
        ("12:30.png", "INVALID_URI"),
        ("  ", "INVALID_URI"),
        ("a\0.bin", "INVALID_URI"),
        ("a%00.bin", "INVALID_URI"),
        ("a%0d%0ab.bin", "INVALID_URI"),
        ("%ff.bin", "INVALID_URI"),
        ("a" * 3000, "URI_TOO_LONG"),
    ],
)
def test_all_others_are_refused(uri: str, code: str) -> None:
    with pytest.raises(BadUriError) as refused:
        read_uri(uri)
    assert refused.value.code == code


@given(st.text())
def test_any_text_is_a_path_or_refused(uri: str) -> None:
    try:
        path = read_uri(uri)
    except BadUriError as error:
        assert error.code in ("URI_OUTSIDE", "URI_BACKSLASH", "INVALID_URI", "URI_TOO_LONG")
    else:
        assert not path.plain.startswith("/") and "\\" not in path.plain


def test_data_uris_are_known_in_any_case() -> None:
    assert is_data_uri("data:,x") and is_data_uri("DATA:,x") and not is_data_uri("datum:,x")
