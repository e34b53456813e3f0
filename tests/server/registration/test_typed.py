from __future__ import annotations

from server.registration.typed import bare


def test_what_people_type_is_made_bare() -> None:
    assert bare(" ａｂ－１２\u200b\u3000–x ") == "AB12X"
    assert bare("①²ß") == "①²ß"
