"""A company's own booth: what its people may change of a hall, and what they may put there.

Theory: whatever hangs below a booth's node is its tenant's, and nothing else is. An edit is tried
operation by operation on a copy of the hall (``booth_trial.py``): each must begin and end below a
booth of theirs, so no order of adding and hanging elsewhere leads out. Then what it leads to is
looked at as a whole: all that was touched or moved along is inside the booth's box, of a kind that
may stand there, from the company's own shelf, and the booth carries no more than it may. Undo and
redo pass the same gate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from scenes.findings import SceneError
from scenes.operations import Operation, Working
from scenes.state import SceneState
from server.access.actor import Actor, Thing
from server.access.live import BOOTH
from server.halls.booth_trial import Trial

Nodes = Mapping[str, Mapping[str, Any]]
ORDER: Final = ("not_your_booth", "booth_content", "booth_bounds", "booth_budget")


@dataclass(slots=True)
class Booths:
    """Whose booths stand in one hall."""

    hall: str
    _nodes: Nodes | None = None
    _held: dict[str, frozenset[str]] = field(default_factory=dict)

    def held(self, nodes: Nodes) -> Mapping[str, frozenset[str]]:
        """Booths by enterprise; those that are hidden, as their company is suspended, are none."""
        if self._nodes is not nodes:
            found: dict[str, set[str]] = {}
            for name, node in nodes.items():
                tenant = node.get("tenant") if node["kind"] == "booth" else None
                if tenant is not None and node.get("visible") is not False:
                    found.setdefault(str(tenant["enterprise"]), set()).add(name)
            self._held = {each: frozenset(names) for each, names in found.items()}
            self._nodes = nodes
        return self._held

    def of(self, actor: Actor, nodes: Nodes, action: str = BOOTH) -> frozenset[str]:
        """The booths of this hall in which the table gives somebody an action as their own."""
        if not any(grant.enterprise for grant in actor.grants):
            return frozenset()
        held = self.held(nodes)
        mine = [
            held[each]
            for each in {grant.enterprise for grant in actor.grants}
            if each in held and actor.may(action, Thing(f"enterprise:{each}", self.hall))
        ]
        return frozenset().union(*mine)

    def check(
        self, state: SceneState, ops: Sequence[Operation], actor: Actor, *, vouched: bool = False
    ) -> None:
        """See that an edit stays within somebody's own booths.

        ``vouched``: what it brings comes from the archive, or stood in the hall before. Raises
        SceneError ``not_your_booth``, ``booth_content``, ``booth_bounds`` or ``booth_budget`` with
        every finding. What is wrong with the edit itself is left for the scene to say.
        """
        mine = self.of(actor, state.nodes)
        trial = Trial(mine, Working(dict(state.hall), dict(state.nodes)))
        findings = list(trial.run(ops))
        if not findings:
            findings = list(trial.look(state.nodes, vouched=vouched))
        for code in ORDER:
            if any(_group(finding.code) == code for finding in findings):
                raise SceneError(code, findings)


def _group(code: str) -> str:
    """Under which code a finding is told of."""
    return code if code in ORDER else "booth_content"
