"""What a zip's directory must not say: paths that lead out, links, locks, overlaps, bombs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.zips.directory import Directory, Member
from scenes.exhibits.policy import Policy

__all__ = ["check_members"]

STORED, DEFLATED = 0, 8
ENCRYPTED = 0x2041
"""Flags: encrypted, strongly encrypted, names masked."""
KIND, REGULAR, LINK, FOLDER, PIPE = 0o170000, 0o100000, 0o120000, 0o040000, 0o010000
PLAIN = (0, REGULAR, FOLDER, PIPE)
"""Kinds whose bytes are what they are; what comes out of a pipe is noted as a pipe."""
ABSOLUTE = re.compile(r"/|[A-Za-z]:")
CONTROL = re.compile("[\x00-\x1f\x7f]")
LONGEST_NAME = 1024
SMALL = 2**20
"""A member below this size may be packed as tightly as it likes."""


def check_members(
    members: Sequence[Member], directory: Directory, policy: Policy, report: Report
) -> bool:
    """Whether every member may be unfolded; the report says what is wrong.

    `members` are the files in the directory, which may name folders too.
    """
    before = report.failed
    report.failed = False
    for member in directory.members:
        for code in _faults(member, policy):
            report.error(code, f"#{member.name}", member.name)
    _check_names(members, report)
    _check_places(members, directory, report)
    _check_sizes(members, policy, report)
    good = not report.failed
    report.failed = report.failed or before
    return good


def _faults(member: Member, policy: Policy) -> Iterator[str]:
    yield from _name_faults(member.name)
    if member.mode & KIND == LINK:
        yield "ZIP_SYMLINK"
    elif member.mode & KIND not in PLAIN:
        yield "ZIP_SPECIAL_FILE"
    if member.flags & ENCRYPTED:
        yield "ZIP_ENCRYPTED"
    elif member.method not in (STORED, DEFLATED):
        yield "ZIP_UNSUPPORTED_METHOD"
    elif not member.agrees or (member.method == STORED and member.packed != member.size):
        yield "ZIP_HEADERS_DISAGREE"
    if member.size > SMALL and member.size > policy.max_zip_ratio * member.packed:
        yield "ZIP_BOMB"


def _name_faults(name: str) -> Iterator[str]:
    if ABSOLUTE.match(name):
        yield "ZIP_ABSOLUTE_NAME"
    if ".." in name.split("/"):
        yield "ZIP_SLIP"
    if not name or CONTROL.search(name) or len(name) > LONGEST_NAME:
        yield "ZIP_BAD_NAME"


def _check_names(members: Sequence[Member], report: Report) -> None:
    seen: set[str] = set()
    for member in members:
        if member.name in seen:
            report.error("ZIP_DUPLICATE_NAME", f"#{member.name}", member.name)
        seen.add(member.name)


def _check_places(members: Sequence[Member], directory: Directory, report: Report) -> None:
    """Members lie one behind the other, before the directory: bytes are never used twice."""
    ordered = sorted(members, key=lambda member: member.at)
    for one, following in pairwise(ordered):
        if one.end > following.at:
            report.error("ZIP_OVERLAP", f"#{following.name}", following.name)
    if ordered and max(member.end for member in ordered) > directory.start:
        report.error("ZIP_OVERLAP", f"#{ordered[-1].name}", ordered[-1].name)


def _check_sizes(members: Sequence[Member], policy: Policy, report: Report) -> None:
    total = sum(member.size for member in members)
    packed = sum(member.packed for member in members)
    if len(members) > policy.max_files:
        report.error("ZIP_TOO_MANY_FILES", "", str(len(members)))
    if total > policy.max_bytes:
        report.error("ZIP_TOO_LARGE", "", str(total))
    if total > SMALL and total > policy.max_zip_ratio * packed:
        report.error("ZIP_BOMB", "", f"{total} / {packed}")
