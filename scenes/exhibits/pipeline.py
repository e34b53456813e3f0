"""The whole way of an exhibit: may it come in, and what is made of it.

``judge`` goes through the gate and the checks; ``build`` writes the document as one GLB, derives
its levels of detail, proves each of them against it and draws a picture. Both are pure, and tell
how far they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from scenes.exhibits.check.data import check_data
from scenes.exhibits.check.structure import check_structure
from scenes.exhibits.derive import Derived, derive
from scenes.exhibits.document import Document, Source
from scenes.exhibits.fingerprint import Fingerprint, fingerprint, level_losses
from scenes.exhibits.gate import admit
from scenes.exhibits.manifest import Blocked, Origin, Poster, manifest
from scenes.exhibits.normalise import normalise
from scenes.exhibits.policy import Policy
from scenes.exhibits.poster import HEIGHT, WIDTH, software_poster
from scenes.findings import Finding, Severity
from scenes.glb import Glb, write_glb

__all__ = ["Built", "Judged", "Tell", "build", "judge"]

Tell = Callable[[str, float], None]
"""Is told the name of a step (gate, check, normalise, derive, prove, poster) and its share done."""
PIPELINE = "1"
"""Raised when the same upload would be made into something else."""
LONGEST = 300
"""Characters of a pointer, and of what a finding is about: names in a file may have any length."""
TOO_LARGE = frozenset({"UPLOAD_TOO_LARGE", "ZIP_TOO_LARGE"})
FOREIGN = frozenset({"FOREIGN_FORMAT", "UNKNOWN_FORMAT"})


class Judged(NamedTuple):
    """Whether an upload may come in, and everything that was found.

    `code` says which kind of refusal: ``too_large``, ``unsupported_media``, ``exhibit_refused``.
    `document` is there when the verdict is to accept.
    """

    verdict: Literal["accept", "refuse"]
    code: str | None
    findings: list[Finding]
    document: Document | None
    sources: Sequence[Source]


class Built(NamedTuple):
    """What is made of an accepted upload.

    `glb` is the document as one file, `levels` are those that lost nothing, `blocked` says of the
    others what they lost. `poster` is a WebP.
    """

    glb: bytes
    levels: list[Derived]
    blocked: list[Blocked]
    manifest: dict[str, Any]
    poster: bytes | None
    findings: list[Finding]


def silent(step: str, share: float) -> None:
    """Tells nobody."""


def judge(sources: Sequence[Source], policy: Policy, tell: Tell = silent) -> Judged:
    """Decide on an upload: any error refuses it, whichever stage finds it."""
    tell("gate", 0.0)
    admitted = admit(sources, policy)
    tell("gate", 1.0)
    document = admitted.document
    found = list(admitted.findings)
    if document is not None:
        tell("check", 0.0)
        found += check_structure(document, policy)
        tell("check", 0.2)
        if not _refused(found):
            found += check_data(document, policy)
        tell("check", 1.0)
    findings = _together(found, policy.max_findings)
    if document is None or _refused(findings):
        return Judged("refuse", _kind_of(findings), findings, None, sources)
    return Judged("accept", None, findings, document, sources)


def build(
    judged: Judged, policy: Policy, tell: Tell = silent, size: tuple[int, int] = (WIDTH, HEIGHT)
) -> Built:
    """Make what is published of an upload that was accepted; raises ValueError for another.

    ``size`` is that of its picture, in pixels.
    """
    if judged.document is None:
        raise ValueError("only what was accepted can be built")
    tell("normalise", 0.0)
    glb = normalise(judged.document, policy)
    tell("normalise", 1.0)
    derived = derive(glb, policy, tell)
    of = fingerprint(glb)
    levels, blocked = _proved(derived, glb, of, policy, tell)
    tell("poster", 0.0)
    poster = Poster(software_poster(glb, *size), *size, "software")
    tell("poster", 1.0)
    made = manifest(
        _origin(judged, judged.document),
        glb,
        of,
        levels,
        blocked=blocked,
        findings=judged.findings,
        poster=poster,
        made_by={"pipeline": PIPELINE},
    )
    return Built(write_glb(*glb), levels, blocked, made, poster.data, judged.findings)


def _proved(
    derived: Sequence[Derived], glb: Glb, of: Fingerprint, policy: Policy, tell: Tell
) -> tuple[list[Derived], list[Blocked]]:
    """The levels that are valid and have lost nothing, and why the others are not among them."""
    levels: list[Derived] = []
    blocked: list[Blocked] = []
    for count, level in enumerate(derived):
        tell("prove", count / len(derived))
        lost = _faults(level.data, policy) or level_losses(of, level.data, level.level, level.error)
        if not lost:
            levels.append(level)
            continue
        blocked.append(Blocked(level.level, lost))
        if level.level == 0:  # the document as it was accepted is never worse than nothing
            levels.append(level._replace(data=write_glb(*glb), error=0.0))
    tell("prove", 1.0)
    return levels, blocked


def _faults(data: bytes, policy: Policy) -> list[Finding]:
    """What is wrong with a file that we wrote ourselves, by the same checks as any other's."""
    findings = judge([Source("level.glb", memoryview(data))], policy).findings
    return [finding for finding in findings if finding.severity == "error"]


def _origin(judged: Judged, document: Document) -> Origin:
    sources = judged.sources
    return Origin(sources[0].name if len(sources) == 1 else document.entry, sources)


def _refused(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _kind_of(findings: Iterable[Finding]) -> str:
    codes = {finding.code for finding in findings if finding.severity == "error"}
    if codes & TOO_LARGE:
        return "too_large"
    return "unsupported_media" if codes & FOREIGN else "exhibit_refused"


def _together(findings: Iterable[Finding], most: int) -> list[Finding]:
    """Each thing once, whichever stages said it, errors first; no more than there is room for."""
    seen: dict[tuple[str, str], Finding] = {}
    for finding in sorted(findings, key=lambda one: one.severity != "error"):
        short = finding._replace(pointer=finding.pointer[:LONGEST], about=finding.about[:LONGEST])
        seen.setdefault((short.pointer, short.code), short)
    listed = [one for one in seen.values() if one.code != "TOO_MANY_FINDINGS"]
    if len(listed) <= most and len(listed) == len(seen):
        return listed
    severity: Severity = "error" if _refused(seen.values()) else "warning"
    return [*listed[:most], Finding("", "TOO_MANY_FINDINGS", severity)]
