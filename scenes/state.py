"""The state of one hall's scene: an immutable value; applying a patch makes the next one.

A patch is applied whole or not at all: every operation is tried, every finding is collected, and
only a patch without findings yields a new state. Each yields its inverse too, so that undo is one
more patch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenes.findings import Finding, SceneError
from scenes.names import IDENTIFIER, parse_path
from scenes.operations import DEEPEST_NODE, Operation, Working
from scenes.properties import check_hall, check_node

MOST_NODES = 5000
MOST_OPERATIONS = 20_000


@dataclass(frozen=True, slots=True)
class Applied:
    """What a patch did: the next state, the patch that undoes it, and if the tree changed."""

    state: SceneState
    inverse: list[Operation]
    structural: bool


@dataclass(frozen=True, slots=True)
class SceneState:
    """A hall's own properties and its nodes by id. Never changed in place."""

    hall: Mapping[str, Any] = field(default_factory=dict)
    nodes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> SceneState:
        """Take a whole hall document; raises SceneError ``scene_invalid`` with every finding."""
        hall, nodes = document.get("hall"), document.get("nodes")
        if not isinstance(nodes, dict):
            raise SceneError("scene_invalid", [Finding("/nodes", "not_an_object")])
        findings = list(check_hall(hall, "/hall"))
        for name, node in nodes.items():
            if not IDENTIFIER.fullmatch(name):
                findings.append(Finding(f"/nodes/{name[:64]}", "bad_id"))
            findings.extend(check_node(node, f"/nodes/{name}"))
        findings.extend(_forest_findings(nodes))
        if any(finding.severity == "error" for finding in findings):
            raise SceneError("scene_invalid", findings)
        return cls(dict(hall or {}), dict(nodes))

    def document(self) -> dict[str, Any]:
        """The whole state as plain JSON, the shape that ``load`` takes."""
        return {"hall": dict(self.hall), "nodes": dict(self.nodes)}

    def apply(self, operations: Sequence[Operation]) -> Applied:
        """The next state; raises SceneError ``patch_invalid`` with every finding."""
        if len(operations) > MOST_OPERATIONS:
            raise SceneError("patch_invalid", [Finding("/ops", "too_many")])
        working = Working(dict(self.hall), dict(self.nodes))
        findings: list[Finding] = []
        for index, operation in enumerate(operations):
            try:
                working.run(operation, f"/ops/{index}")
            except SceneError as error:
                findings.extend(error.findings)
        if len(working.nodes) > max(MOST_NODES, len(self.nodes)):
            findings.append(Finding("/ops", "too_many_nodes", "error", str(MOST_NODES)))
        if findings:
            raise SceneError("patch_invalid", findings)
        inverse = [step for steps in reversed(working.undo) for step in steps]
        return Applied(SceneState(working.hall, working.nodes), inverse, working.structural)

    def value(self, path: str) -> Any:
        """The value at a path, or None when nothing is there."""
        parsed = parse_path(path)
        found: Any = self.hall if parsed.root == "hall" else self.nodes.get(parsed.node)
        for key in parsed.keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found


def _forest_findings(nodes: Mapping[str, Any]) -> list[Finding]:
    """Parents that do not exist, rings, and trees that are too deep."""
    findings = []
    depth: dict[str, int] = {}
    for name in nodes:
        chain: list[str] = []
        at: Any = name
        while at is not None and at not in depth:
            parent = (
                nodes[at].get("parent") if at in nodes and isinstance(nodes[at], dict) else None
            )
            if at not in nodes or at in chain:
                findings.append(Finding(f"/nodes/{name}/parent", "bad_parent"))
                break
            chain.append(at)
            at = parent
        base = depth.get(at, 0) if at is not None else 0
        depth.update({member: base + 1 + i for i, member in enumerate(reversed(chain))})
        if depth.get(name, 0) > DEEPEST_NODE:
            findings.append(Finding(f"/nodes/{name}/parent", "too_deep"))
    if len(nodes) > MOST_NODES:
        findings.append(Finding("/nodes", "too_many_nodes", "error", str(MOST_NODES)))
    return findings
