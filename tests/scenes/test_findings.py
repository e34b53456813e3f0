"""Refusals carry every finding, and the number to try again with."""

from __future__ import annotations

from scenes.findings import Finding, SceneError, StaleError


def test_a_refusal_keeps_what_was_found() -> None:
    error = SceneError("patch_invalid", (Finding("/ops/0", code) for code in ("a", "b")))
    assert (error.code, [finding.code for finding in error.findings]) == (
        "patch_invalid", ["a", "b"],
    )  # fmt: skip


def test_what_is_stale_names_the_newest() -> None:
    error = StaleError(41)
    assert (error.code, error.revision, error.pointer) == ("scene_stale", 41, "/base")
    other = StaleError(7, "draft_changed", "/number")
    assert (other.code, other.findings) == (
        "draft_changed", (Finding("/number", "draft_changed", "error", "7"),),
    )  # fmt: skip
