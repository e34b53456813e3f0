"""A visit's file reads as RFC 5545 asks: lines folded at 75 octets, texts marked, CRLF."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.promotion.ics import OCTETS, Visit, calendar, folded


def visit(**more: object) -> Visit:
    usual: dict[str, object] = {
        "uid": "b_1@lingjing", "starts": 1_800_000_000.0, "ends": 1_800_003_600.0,
        "title": "参观灵境园区", "text": "", "place": "3 号门", "url": "https://park.example/my/visit/x",
        "stamp": 1_799_000_000.0, "sequence": 2,
    }  # fmt: skip
    return Visit(**(usual | more))  # type: ignore[arg-type]


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_a_visit_has_its_times_and_its_state() -> None:
    lines = unfolded(calendar(visit()))
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    assert "DTSTART:20270115T080000Z" in lines
    assert {"SUMMARY:参观灵境园区", "SEQUENCE:2", "STATUS:CONFIRMED", "METHOD:PUBLISH"} <= {*lines}


def test_what_is_off_and_what_is_not_sure_say_so() -> None:
    assert "STATUS:CANCELLED" in calendar(visit(cancelled=True))
    assert "METHOD:CANCEL" in calendar(visit(cancelled=True))
    assert "STATUS:TENTATIVE" in calendar(visit(confirmed=False))


def test_marks_and_new_lines_cannot_make_another_property() -> None:
    text = calendar(visit(title="a;b,c\\d\r\nSTATUS:CANCELLED\x07", url="https://x/\r\nX:1"))
    lines = unfolded(text)
    assert "SUMMARY:a\\;b\\,c\\\\d\\nSTATUS:CANCELLED" in lines
    assert sum(line.startswith("STATUS:") for line in lines) == 1
    assert not any(line.startswith("X:") for line in lines)


@given(st.text(max_size=400))
def test_lines_are_short_and_join_to_what_they_were(text: str) -> None:
    plain = "".join(letter for letter in text if letter not in "\r\n" and letter.isprintable())
    pieces = list(folded(plain))
    assert all(len(piece.encode()) <= OCTETS for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == plain
