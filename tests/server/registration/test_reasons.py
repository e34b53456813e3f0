from __future__ import annotations

from server.registration.reasons import REASONS, reasons_for


def test_every_reason_has_words_and_a_way_forward() -> None:
    for reason in REASONS.values():
        assert reason.zh and reason.en and reason.zh_next and reason.en_next
        assert reason.verbs <= {"reject", "suspend"} and reason.verbs


def test_reasons_by_what_is_done() -> None:
    assert "restricted_scope" in reasons_for("reject")
    assert "fees_unpaid" in reasons_for("suspend") and "fees_unpaid" not in reasons_for("reject")
    assert reasons_for("submit") == ()
