"""Whether the numbers in a document's buffers are what the standard, and the document, say.

The codes are those of Khronos' glTF-Validator, and so are the thresholds. Compressed geometry is
decoded first, and what its codec has rounded is put right.
"""

from __future__ import annotations

from scenes.exhibits.check.data import (
    animations,
    attributes,
    extent,
    indices,
    influences,
    limits,
    skins,
)
from scenes.exhibits.check.data.report import Report
from scenes.exhibits.check.data.sample import Samples, TooMuchError
from scenes.exhibits.codecs.unpack import unpack
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from scenes.findings import Finding

__all__ = ["check_data"]

PARTS = (limits, indices, attributes, influences, skins, animations, extent)


def check_data(document: Document, policy: Policy) -> list[Finding]:
    """Everything wrong with accessors' data; the document's structure must be sound."""
    unpacked = unpack(document, policy)
    report = Report(policy.max_findings)
    for finding in unpacked.findings:
        report.add(finding)
    samples = Samples(unpacked.document)
    try:
        for part in PARTS:
            part.check(samples, report)
    except TooMuchError:
        report.say("/accessors", "TOO_MUCH_DATA", "")
    return report.findings()
