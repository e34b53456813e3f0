"""What the operator's settings allow, in the units of those who must keep to it."""

from __future__ import annotations

import json

from scenes.exhibits.policy import Policy
from server.run.budgets import limits_of, options_of, policy_of, quota_of
from server.run.worker.tasks import policy_in
from server.settings import Settings

MIB = 2**20


def test_the_defaults_of_settings_are_those_of_the_policy() -> None:
    assert policy_of(Settings()) == Policy()


def test_what_an_operator_sets_reaches_the_child_as_he_set_it() -> None:
    settings = Settings(max_exhibit_mb=7, max_triangles=5, max_texture_side=9, max_gpu_mb=3)
    policy = policy_of(settings)
    assert (policy.max_bytes, policy.max_triangles, policy.max_texture_side) == (7 * MIB, 5, 9)
    assert policy.max_gpu_bytes == 3 * MIB
    assert policy_in(json.loads(json.dumps(options_of(policy)))) == policy


def test_limits_of_a_child_and_of_the_quarantine() -> None:
    settings = Settings(worker_memory_mb=512, worker_seconds=9, quarantine_mb=1, max_exhibit_mb=4)
    limits, quota = limits_of(settings), quota_of(settings)
    assert (limits.memory, limits.seconds) == (512 * MIB, 9.0)
    assert quota.file_bytes == 4 * MIB
    assert quota.all_bytes == 4 * MIB, "one file of the largest size always has room"
