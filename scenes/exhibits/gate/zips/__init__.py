"""A zip as a bundle: nothing is unfolded before its whole central directory has been believed."""

from __future__ import annotations

from scenes.exhibits.gate.bundle import Bundle, is_junk
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.zips.check import check_members
from scenes.exhibits.gate.zips.directory import ZipError, read_directory
from scenes.exhibits.gate.zips.unfold import Packed, Room
from scenes.exhibits.policy import Policy

__all__ = ["open_zip"]

MOST_UNFOLDED = 256 * 2**20
"""Bytes that are unfolded in memory; files that are only stored, not packed, do not count."""


def open_zip(data: memoryview, policy: Policy, report: Report) -> Bundle | None:
    """The files in a zip, unfolded when they are asked for; None when the report says it is bad."""
    try:
        directory = read_directory(data, policy.max_files)
    except ZipError as error:
        report.error(error.code, "", error.about)
        return None
    members = [member for member in directory.members if not member.is_folder]
    if not check_members(members, directory, policy, report):
        return None
    kept = [member for member in members if not is_junk(member.name)]
    room = Room(MOST_UNFOLDED)
    return Bundle({member.name: Packed(data, member, room) for member in kept})
