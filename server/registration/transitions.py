"""The workflow, as one table: from which state, by which verb, to which; who may, when, and then.

The page docs/REGISTRATION.md and its diagram are printed from it, and the tests walk every cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from server.registration.effects import EffectName
from server.registration.states import State, Verb

GuardName = Literal[
    "no_errors",
    "asked_answered",
    "free_claim",
    "not_own",
    "own_claim",
    "whole_list",
    "asked_once",
    "manager_when_flagged",
    "custodian_named",
    "seats_free",
    "one_residency",
    "without_licence",
    "with_licence",
    "agreement_accepted",
    "term_ending",
    "host_open",
    "boothless",
    "reason_given",
    "notice_over",
    "space_emptied",
    "copy_delivered",
    "time_is_up",
]
GUARDS: Final[tuple[GuardName, ...]] = get_args(GuardName)
Ask = Literal["reason", "note", "items", "agreement", "custodian", "booth"]


@dataclass(frozen=True, slots=True)
class Transition:
    """One cell of the table.

    ``action`` is the row of the policy table that says who may; empty: time alone. ``guards`` are
    asked in this order, after that. ``asks`` names what the caller gives; ``audit`` is the line's
    name in the audit trail. ``told`` is the notice that the applicant gets, ``event`` what
    integrators hear.
    """

    source: State
    verb: Verb
    target: State
    action: str
    guards: tuple[GuardName, ...]
    effects: tuple[EffectName, ...]
    asks: tuple[Ask, ...]
    zh: str
    en: str
    told: str = ""
    event: str = ""

    @property
    def audit(self) -> str:
        """The name of its line in the audit trail."""
        return f"application.{self.verb}"


_REVIEW: Final = "application.review"
_REVIEWING: Final[tuple[GuardName, ...]] = ("not_own", "own_claim")
_WITHDRAW: Final = "application.withdraw"

_ROWS: Final = (
    # the applicant fills in and hands in
    Transition(
        "draft", "submit", "submitted", "application.submit",
        ("no_errors",), ("await_review",), (),
        "提交", "Submit", "application_submitted", "application.submitted",
    ),
    Transition(
        "changes_requested", "submit", "in_review", "application.submit",
        ("no_errors", "asked_answered"), ("await_review",), ("note",),
        "重新提交", "Submit again", "application_submitted", "application.submitted",
    ),
    Transition(
        "awaiting_licence", "submit", "in_review", "application.submit",
        ("with_licence", "no_errors"), ("await_review",), (),
        "提交营业执照", "Hand in the licence", "application_submitted", "application.submitted",
    ),
    # the registry desk reviews
    Transition(
        "submitted", "claim", "in_review", _REVIEW,
        ("not_own", "free_claim"), (), (), "受理", "Take on",
    ),
    Transition(
        "in_review", "claim", "in_review", _REVIEW,
        ("not_own", "free_claim"), (), (), "受理", "Take on",
    ),
    Transition(
        "in_review", "release", "submitted", _REVIEW,
        _REVIEWING, ("await_review",), (), "退回待办", "Put back",
    ),
    Transition(
        "in_review", "request_changes", "changes_requested", _REVIEW,
        (*_REVIEWING, "whole_list", "asked_once"), ("settle_review",),
        ("items", "note"), "要求补正", "Ask for changes",
        "changes_requested", "application.changes_requested",
    ),
    Transition(
        "in_review", "approve", "approved", _REVIEW,
        (*_REVIEWING, "manager_when_flagged", "no_errors", "one_residency",
         "custodian_named", "seats_free"),
        ("settle_review",), ("custodian", "note"),
        "通过", "Approve", "application_approved", "application.approved",
    ),
    Transition(
        "in_review", "reject", "rejected", _REVIEW,
        (*_REVIEWING, "reason_given"), ("settle_review",),
        ("reason", "note"), "不予通过", "Reject",
        "application_rejected", "application.rejected",
    ),
    # approved: a new firm first gets its licence; then the agreement is accepted
    Transition(
        "approved", "await", "awaiting_licence", _REVIEW,
        ("not_own", "without_licence"), (), (), "等待执照", "Await the licence",
        "licence_awaited", "application.awaiting_licence",
    ),
    Transition(
        "approved", "activate", "active", "application.accept",
        ("with_licence", "custodian_named", "agreement_accepted", "one_residency"),
        ("lease_space", "issue_certificate", "show_booth"), ("agreement", "booth"),
        "签署协议并入驻", "Accept the agreement and move in",
        "company_active", "company.activated",
    ),
    Transition(
        "approved", "reject", "rejected", "application.suspend",
        ("not_own", "reason_given"), (), ("reason", "note"), "撤回通过", "Take the approval back",
        "application_rejected", "application.rejected",
    ),
    # a resident
    Transition(
        "active", "renew", "active", "application.accept",
        ("term_ending", "host_open", "agreement_accepted"),
        ("issue_certificate", "settle_closing"), ("agreement",),
        "续期", "Renew for another term", "company_renewed", "company.renewed",
    ),
    Transition(
        "active", "take_booth", "active", "application.accept",
        ("boothless",), ("lease_booth", "show_booth"), ("booth",),
        "领取展位", "Take a booth", "booth_taken", "company.booth_taken",
    ),
    Transition(
        "active", "suspend", "suspended", "application.suspend",
        ("not_own", "reason_given"), ("suspend_certificate", "hide_booth"), ("reason", "note"),
        "暂停", "Suspend", "company_suspended", "company.suspended",
    ),
    Transition(
        "suspended", "restore", "active", "application.suspend",
        ("not_own",), ("restore_certificate", "show_booth"), ("note",),
        "恢复", "Restore", "company_restored", "company.restored",
    ),
    Transition(
        "active", "exit", "exiting", "application.exit",
        (), ("await_closing",), ("note",), "退出", "Leave", "company_exiting", "company.exiting",
    ),
    Transition(
        "suspended", "exit", "exiting", "application.exit",
        (), ("await_closing",), ("note",), "退出", "Leave", "company_exiting", "company.exiting",
    ),
    Transition(
        "exiting", "close", "closed", "application.close",
        ("not_own", "notice_over", "space_emptied", "copy_delivered"),
        ("revoke_certificate", "hide_booth", "free_space", "settle_closing"), ("note",),
        "办结退出", "Close", "company_closed", "company.closed",
    ),
    # the applicant thinks better of it
    *(
        Transition(
            source, "withdraw", "withdrawn", _WITHDRAW,
            (), ("settle_review",), ("note",), "撤回", "Withdraw",
            "application_withdrawn", "application.withdrawn",
        )
        for source in (
            "draft", "submitted", "in_review", "changes_requested", "approved", "awaiting_licence",
        )
    ),
    # time
    *(
        Transition(
            source, "expire", "expired", "", ("time_is_up",), (), (), "到期", "Expire",
            "application_expired", "application.expired",
        )
        for source in ("draft", "changes_requested", "approved", "awaiting_licence")
    ),
    *(
        Transition(
            source, "expire", "exiting", "", ("time_is_up",), ("hide_booth", "await_closing"), (),
            "入驻期满", "End of term", "term_ended", "company.exiting",
        )
        for source in ("active", "suspended")
    ),
)  # fmt: skip

TABLE: Final[Mapping[tuple[State, Verb], Transition]] = {(t.source, t.verb): t for t in _ROWS}
"""What can happen in which state. What is not here cannot."""
