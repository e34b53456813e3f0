"""One GLB of whatever came: rewritten as JSON, so that what nobody here knows is kept as well.

No entry of any table is removed or gets another number; new bufferViews are appended. That keeps
every index right, also inside extensions that are unknown.
"""

from __future__ import annotations

from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.unpack import unpack
from scenes.exhibits.document import Document
from scenes.exhibits.normalise.embed import embedded
from scenes.exhibits.normalise.harmless import harmless
from scenes.exhibits.normalise.missing import without_missing
from scenes.exhibits.normalise.pack import packed
from scenes.exhibits.policy import Policy
from scenes.glb import Glb

__all__ = ["normalise"]


def normalise(document: Document, policy: Policy) -> Glb:
    """The document as one GLB with one buffer, its images inside, its geometry not compressed.

    The document must have passed its checks: what cannot be decoded raises CodecError. The same
    document gives the same bytes, and a normalised one gives itself.
    """
    unpacked = unpack(document, policy)
    for finding in unpacked.findings:
        if finding.severity == "error":
            raise CodecError(finding.code, finding.about)
    glb = packed(embedded(without_missing(unpacked.document)))
    return Glb(harmless(glb.json), glb.bin)
