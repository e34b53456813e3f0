"""The gate: what an upload is and whether it may be looked at more closely.

Nothing of a file is believed here: every number is held against the bytes that are there, every
name against the files that came. What passes is a ``Document``, whose layout and data the checks
then look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scenes.exhibits.document import Document, Source
from scenes.exhibits.gate.buffers import resolve_buffers
from scenes.exhibits.gate.entry import Entry, find_entry
from scenes.exhibits.gate.extension_uris import check_extension_uris
from scenes.exhibits.gate.framing import Frame, read_frame
from scenes.exhibits.gate.images import resolve_images
from scenes.exhibits.gate.kind import looks_like_model
from scenes.exhibits.gate.names import check_names, neutral_name
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.resources import Resources
from scenes.exhibits.gate.strict_json import parse_json
from scenes.exhibits.gate.wanted import wanted_files
from scenes.exhibits.policy import Policy
from scenes.findings import Finding

__all__ = ["Admitted", "admit", "looks_like_model", "neutral_name", "wanted_files"]


class Admitted(NamedTuple):
    """What came in. `document` is None when an error makes going on pointless."""

    document: Document | None
    findings: list[Finding]
    entry: str


def admit(sources: Sequence[Source], policy: Policy) -> Admitted:
    """Open an upload: a GLB, a glTF with its files, or a zip of either, told by their bytes."""
    report = Report(policy.max_findings)
    entry = find_entry(sources, policy, report)
    document = None if entry is None else _document(entry, policy, report)
    return Admitted(document, report.findings, entry.name if entry else "")


def _document(entry: Entry, policy: Policy, report: Report) -> Document | None:
    in_glb = entry.kind.is_ == "glb"
    frame = read_frame(entry.data, report) if in_glb else Frame(entry.data, None)
    json = None if frame.json is None else parse_json(frame.json, policy, report)
    if json is None:
        return None
    check_names(json, report)
    check_extension_uris(json, report)
    resources = Resources(entry.bundle, entry.name, in_glb=in_glb, report=report)
    buffers = resolve_buffers(json, frame.bin, in_glb=in_glb, resources=resources, report=report)
    pictures = resolve_images(json, buffers, resources=resources, policy=policy, report=report)
    return Document(json, buffers, pictures, entry.name)
