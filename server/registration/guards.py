"""Conditions of the workflow's table: each a question, and the refusal when the answer is no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from server.access.actor import Actor
from server.registration import credit_code
from server.registration.case import CLOCK, Case, Given, Refusal
from server.registration.deadlines import FLAGS_FOR_MANAGER, ends_at, renewal_from
from server.registration.errors import Finding
from server.registration.reasons import REASONS
from server.registration.transitions import GuardName


class Asking(NamedTuple):
    """What a guard looks at."""

    case: Case
    actor: Actor
    now: float
    given: Given


Check = Callable[[Asking], Refusal | None]


class Guard(NamedTuple):
    """A condition: how it is asked, and in words. ``needs_given``: asked of a request alone."""

    check: Check
    needs_given: bool
    zh: str
    en: str


def is_manager(actor: Actor) -> bool:
    """Whether somebody decides what a clerk alone may not."""
    return actor.may("application.suspend")


def is_own(case: Case, actor: Actor) -> bool:
    """Whether somebody would judge their own application: its submitter, or the firm's people."""
    of_firm = any(case.id and grant.enterprise == case.id for grant in actor.grants)
    return of_firm or actor.id in case.people | case.hands | {case.submitter}


def _refuse(code: str, *pointers: str) -> Refusal:
    return Refusal(code, tuple(Finding(pointer, code) for pointer in pointers))


def _no_errors(asked: Asking) -> Refusal | None:
    given = asked.given
    errors = [each for each in (*given.findings, *given.missing) if each.severity == "error"]
    return Refusal("application_invalid", tuple(errors)) if errors else None


def _asked_answered(asked: Asking) -> Refusal | None:
    still = [each for each in asked.case.asked if each not in asked.given.changed]
    answered = not still or asked.given.note.strip()
    return None if answered else _refuse("changes_open", *still)


def _not_own(asked: Asking) -> Refusal | None:
    return _refuse("own_application") if is_own(asked.case, asked.actor) else None


def _free_claim(asked: Asking) -> Refusal | None:
    clerk = asked.case.clerk
    if clerk == asked.actor.id:
        return _refuse("claimed_already")
    return None if not clerk or is_manager(asked.actor) else _refuse("claimed_by_another")


def _own_claim(asked: Asking) -> Refusal | None:
    mine = asked.case.clerk == asked.actor.id or is_manager(asked.actor)
    return None if mine else _refuse("claimed_by_another")


def _whole_list(asked: Asking) -> Refusal | None:
    items = asked.given.items
    if not items:
        return _refuse("changes_missing", "/items")
    empty = [n for n, item in enumerate(items) if not (item.text.strip() and item.pointer)]
    return _refuse("changes_missing", *(f"/items/{n}" for n in empty)) if empty else None


def _asked_once(asked: Asking) -> Refusal | None:
    case = asked.case
    late = [n for n, item in enumerate(asked.given.items) if item.pointer not in case.reopened]
    if not case.rounds or not late:
        return None
    return _refuse("changes_asked", *(f"/items/{n}" for n in late))


def _manager_when_flagged(asked: Asking) -> Refusal | None:
    flagged = asked.case.flags & FLAGS_FOR_MANAGER
    return _refuse("needs_manager") if flagged and not is_manager(asked.actor) else None


def _custodian_named(asked: Asking) -> Refusal | None:
    named = asked.given.custodian or asked.case.custodian
    return None if named else _refuse("custodian_missing", "/custodian")


def _seats_free(asked: Asking) -> Refusal | None:
    return None if asked.given.seats > 0 else _refuse("no_seat", "/custodian")


def _one_residency(asked: Asking) -> Refusal | None:
    return _refuse("already_resident") if asked.given.resident else None


def _without_licence(asked: Asking) -> Refusal | None:
    waits = asked.case.is_new_firm and not asked.case.credit_code
    return None if waits else _refuse("licence_there")


def _with_licence(asked: Asking) -> Refusal | None:
    there = credit_code.check(asked.case.credit_code).eligible
    return None if there else _refuse("licence_missing", "/fields/credit_code")


def _agreement_accepted(asked: Asking) -> Refusal | None:
    given = asked.given
    if not given.agreement:
        return _refuse("agreement_missing", "/agreement")
    return None if given.agreement == given.in_force else _refuse("agreement_stale", "/agreement")


def _term_ending(asked: Asking) -> Refusal | None:
    end = asked.case.term_until
    early = end is None or asked.now < renewal_from(end)
    return _refuse("renewal_early") if early else None


def _host_open(asked: Asking) -> Refusal | None:
    return None if asked.given.host_open else _refuse("custodian_closed")


def _boothless(asked: Asking) -> Refusal | None:
    return _refuse("booth_there") if asked.given.has_booth else None


def _notice_over(asked: Asking) -> Refusal | None:
    end = asked.case.exit_at
    return _refuse("notice_running") if end is None or asked.now < end else None


def _space_emptied(asked: Asking) -> Refusal | None:
    return None if asked.given.emptied else _refuse("space_not_empty")


def _copy_delivered(asked: Asking) -> Refusal | None:
    return None if asked.given.exported else _refuse("copy_not_delivered")


def _time_is_up(asked: Asking) -> Refusal | None:
    end = ends_at(asked.case)
    is_clock = asked.actor == CLOCK
    return None if is_clock and end is not None and asked.now >= end else _refuse("not_yet")


def _reason_given(asked: Asking) -> Refusal | None:
    verb = "suspend" if asked.case.state == "active" else "reject"
    known = REASONS.get(asked.given.reason)
    return None if known and verb in known.verbs else _refuse("reason_unknown", "/reason")


GUARDS: Final[Mapping[GuardName, Guard]] = {
    "no_errors": Guard(_no_errors, True, "表单无误且材料齐全", "no errors, nothing missing"),
    "asked_answered": Guard(
        _asked_answered,
        True,
        "要求补正的每一项均已修改，或附说明",
        "all that was asked for has changed, or a note says why not",
    ),
    "free_claim": Guard(
        _free_claim,
        False,
        "无人受理（经理可以接手）",
        "nobody works on it (a manager may take it over)",
    ),
    "not_own": Guard(
        _not_own, False, "不是本人或本企业的申请", "neither one's own nor one's firm's"
    ),
    "own_claim": Guard(
        _own_claim, False, "由本人受理，或为经理", "taken on by oneself, or a manager"
    ),
    "whole_list": Guard(
        _whole_list,
        True,
        "一次列明需要补正的全部内容",
        "everything to be changed is listed, at once",
    ),
    "asked_once": Guard(
        _asked_once,
        True,
        "第二次只能针对重新提交的内容",
        "a second time only about what was handed in again",
    ),
    "manager_when_flagged": Guard(
        _manager_when_flagged,
        False,
        "有标记时由经理决定",
        "a manager decides when it is flagged",
    ),
    "custodian_named": Guard(_custodian_named, True, "已指定托管机构", "a custodian is named"),
    "seats_free": Guard(_seats_free, True, "托管机构有空席位", "the custodian has a free seat"),
    "one_residency": Guard(
        _one_residency, True, "同一代码没有在园入驻", "the code is no resident here already"
    ),
    "without_licence": Guard(
        _without_licence,
        False,
        "新设企业，尚无信用代码",
        "a new firm that has no credit code yet",
    ),
    "with_licence": Guard(
        _with_licence, False, "已有有效的信用代码", "there is a valid credit code"
    ),
    "agreement_accepted": Guard(
        _agreement_accepted, True, "接受现行入驻协议", "the agreement in force is accepted"
    ),
    "term_ending": Guard(
        _term_ending, False, "期满前 60 天内", "within the last 60 days of the term"
    ),
    "host_open": Guard(
        _host_open, True, "托管机构仍在册", "the hosting institution is still approved"
    ),
    "boothless": Guard(_boothless, True, "还没有展位", "it has no booth yet"),
    "reason_given": Guard(_reason_given, True, "给出原因代码", "a coded reason is given"),
    "notice_over": Guard(_notice_over, False, "30 天通知期已满", "the 30 days' notice is over"),
    "space_emptied": Guard(_space_emptied, True, "空间已清空", "the space is empty"),
    "copy_delivered": Guard(_copy_delivered, True, "资料已导出交付", "the firm has its copy"),
    "time_is_up": Guard(_time_is_up, False, "期限已到", "the time is up"),
}
