from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.outside.jws import SignatureError, proven, sign
from server.run.registration.certificates.keys import FILE, Keys
from server.store.errors import StoreError


def loaded(folder: Path) -> Keys:
    keys = Keys(folder)
    keys.load(1.0)
    return keys


def test_the_first_start_makes_a_key_that_lasts(tmp_path: Path) -> None:
    first = loaded(tmp_path)
    assert loaded(tmp_path).signing == first.signing
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [key["kid"] for key in first.published] == [first.signing["kid"]]


def test_a_key_that_was_rotated_out_proves_and_signs_no_more(tmp_path: Path) -> None:
    keys = loaded(tmp_path)
    token = sign({"jti": "a"}, keys.signing)
    secret = keys.signing["d"]
    keys.rotate(5.0)
    again = loaded(tmp_path)
    assert proven(token, again.published) == {"jti": "a"}
    assert secret not in (tmp_path / FILE).read_text()
    assert [key.state for key in again.all] == ["signing", "retired"]
    assert proven(sign({"jti": "b"}, again.signing), again.published) == {"jti": "b"}


def test_a_stolen_key_proves_nothing(tmp_path: Path) -> None:
    keys = loaded(tmp_path)
    token = sign({"jti": "a"}, keys.signing)
    keys.rotate(5.0)
    keys.disown(6.0)
    with pytest.raises(SignatureError, match="key_unknown"):
        proven(token, loaded(tmp_path).published)
    assert [key.state for key in keys.all] == ["signing", "stolen"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2, "keys": []}'])
def test_a_broken_file_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(StoreError, match="keys"):
        loaded(tmp_path)
    assert (tmp_path / FILE).read_text() == text


def test_a_file_in_which_no_key_signs_is_broken(tmp_path: Path) -> None:
    loaded(tmp_path)
    told = json.loads((tmp_path / FILE).read_text())
    del told["keys"][0]["jwk"]["d"]
    (tmp_path / FILE).write_text(json.dumps(told))
    with pytest.raises(StoreError):
        loaded(tmp_path)
