"""A dialogue as a Markdown file: who said what, on which records.

The file names the machine that wrote most of it, to readers at its top and to programs in its front
matter (GB 45438-2025). What a human wrote is said to be a human's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from avatars.guides.safety.labels import EXPORT
from server.run.guides.records import ReadClause, ReadDialogue

Words = Mapping[str, str]


def markdown(read: ReadDialogue, park: Words, guide: Words, label: str, zone: tzinfo) -> str:
    """The whole file; ``label`` is the implicit label as JSON."""
    zh = read.stored.lang != "en"
    when = _moment(read.stored.began, zone)
    at, name = park["zh" if zh else "en"], guide["zh" if zh else "en"]
    lines = [
        "---",
        f"AIGC: {label}",
        f"dialogue: {read.stored.id}",
        "---",
        "",
        f"# {at} · {name} · {when}",
        "",
        f"> {EXPORT['zh' if zh else 'en']}",
    ]
    for turn in read.turns:
        who = "访客" if zh else "Visitor"
        lines += ["", f"## {who} · {_moment(turn.stored.at, zone)}", "", _line(turn.question)]
        for clause in turn.clauses:
            lines += ["", f"**{_by(clause, zh=zh)}**{'：' if zh else ': '}{_line(clause.text)}"]
            lines += [
                f"- {'依据' if zh else 'Source'}{'：' if zh else ': '}{_line(each.title)} "
                f"(`{each.document}` v{each.version}) — “{_line(each.quote)}”"
                for each in clause.citations
            ]
        if turn.heard is not None:
            lines += ["", _cut(_line(turn.heard), zh=zh)]
    return "\n".join(lines) + "\n"


def _by(clause: ReadClause, *, zh: bool) -> str:
    if clause.by == "human":
        return "工作人员" if zh else "Staff"
    return "AI 讲解员" if zh else "AI guide"


def _cut(heard: str, *, zh: bool) -> str:
    if not heard:
        return "（被打断）" if zh else "(cut short)"
    return f"（被打断，听到：{heard}）" if zh else f"(cut short; heard: {heard})"


def _line(text: str) -> str:
    """Words on one line, so that nobody's words look like a part of the file."""
    return " ".join(text.split())


def _moment(at: float, zone: tzinfo) -> str:
    return datetime.fromtimestamp(at, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")
