"""A visit as a file for calendars (RFC 5545; cancelled and moved ones as RFC 5546 asks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final, NamedTuple

PRODUCT: Final = "-//Lingjing//Visits//EN"
OCTETS: Final = 75
"""Octets of a line before it is folded (section 3.1)."""
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Visit(NamedTuple):
    """What a calendar shows. Times are Unix seconds; ``sequence`` grows with every change."""

    uid: str
    starts: float
    ends: float
    title: str
    text: str
    place: str
    url: str
    stamp: float
    sequence: int
    cancelled: bool = False
    confirmed: bool = True


def calendar(visit: Visit) -> str:
    """The whole file, with CRLF at the end of every line."""
    status = "CANCELLED" if visit.cancelled else "CONFIRMED" if visit.confirmed else "TENTATIVE"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if visit.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{_text(visit.uid)}",
        f"DTSTAMP:{_time(visit.stamp)}",
        f"SEQUENCE:{visit.sequence}",
        f"DTSTART:{_time(visit.starts)}",
        f"DTEND:{_time(visit.ends)}",
        f"SUMMARY:{_text(visit.title)}",
        *([f"DESCRIPTION:{_text(visit.text)}"] if visit.text else []),
        *([f"LOCATION:{_text(visit.place)}"] if visit.place else []),
        *([f"URL:{_plain(visit.url)}"] if visit.url else []),
        f"STATUS:{status}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets; no character is cut in two."""
    piece, room = "", OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", OCTETS - 1
        piece, room = piece + letter, room - size
    yield piece


def _text(words: str) -> str:
    """A value of type TEXT (section 3.3.11)."""
    plain = _CONTROLS.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    marked = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return marked.replace("\n", "\\n")


def _plain(url: str) -> str:
    return _CONTROLS.sub("", url).replace("\n", "")


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y%m%dT%H%M%SZ")
