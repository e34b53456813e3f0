"""One check of a document's structure, from its first property to its budgets."""

from __future__ import annotations

from contextlib import suppress

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.ledger import EnoughError
from scenes.exhibits.check.structure.root import link_root, read_root
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from scenes.findings import Finding

__all__ = ["check_structure"]


def check_structure(document: Document, policy: Policy) -> list[Finding]:
    """Everything that is wrong with a document's structure, at most ``policy.max_findings``."""
    ctx = Context(document, policy)
    with suppress(EnoughError):
        model = read_root(document.json, ctx)
        if model is not None:
            link_root(model, ctx)
    return ctx.ledger.findings()
