from __future__ import annotations

import pytest

from tests.rules import ladder
from tests.rules.known import KNOWN
from tests.rules.ladder import Step
from tools import code
from tools.cycles import cycles


def test_imports_go_down_the_ladder_only() -> None:
    assert ladder.faults(code.arrows(KNOWN)) == []


def test_no_module_imports_itself_by_a_detour() -> None:
    assert cycles(code.arrows(KNOWN)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("scenes.state", "avatars.pose"),
        ("server.wire.messages", "server.access.policy"),
        ("server.halls.hall", "server.store.archive"),
        ("server.halls.hall", "server.settings"),
        ("server.store.archive", "server.outside.qr"),
        ("avatars.pose", "scenes.state"),
        ("clients.headless.visitor", "server.wire.messages"),
        ("clients.headless.visitor", "scenes.names"),
        ("server.net.live", "clients.headless"),
        ("server.settings", "server.store.archive"),
        ("server.attic", "scenes"),
    ],
)
def test_the_rule_sees_what_is_against_it(source: str, target: str) -> None:
    assert ladder.fault(Step(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("server.net.live", "server.halls.hall"),
        ("server.commands.bots", "clients.headless"),
        ("server.run.tick", "server.settings"),
        ("server.errors", "scenes.errors"),
        ("avatars.guides.persona", "scenes.walk"),
        ("server.halls.hall", "server.halls.outbox"),
    ],
)
def test_the_rule_lets_pass_what_goes_down(source: str, target: str) -> None:
    assert ladder.fault(Step(source, target)) is None
