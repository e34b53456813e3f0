"""The whole way of an exhibit: may it come in, and what is made of it.

``judge`` goes through the gate and the checks; ``build`` writes the document as one GLB, derives
its levels of detail, proves each of them against it and draws a picture. Both are pure, and tell
how far they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from scenes.exhibits.check.data import check_data
from scenes.exhibits.check.structure import check_structure
from scenes.exhibits.document import Document, Source
from scenes.exhibits.gate import admit
from scenes.exhibits.policy import Policy
from scenes.findings import Finding, Severity

__all__ = ["Judged", "Tell", "judge"]

Tell = Callable[[str, float], None]
"""Is told the name of a step (gate, check, normalise, derive, prove, poster) and its share done."""
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
        seen.setdefault((finding.pointer, finding.code), finding)
    listed = [one for one in seen.values() if one.code != "TOO_MANY_FINDINGS"]
    if len(listed) <= most and len(listed) == len(seen):
        return listed
    severity: Severity = "error" if _refused(seen.values()) else "warning"
    return [*listed[:most], Finding("", "TOO_MANY_FINDINGS", severity)]
