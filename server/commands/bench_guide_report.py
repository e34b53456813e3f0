"""The guide's bench in figures: shares by kind and language, times, and whether goals are met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from server.commands.bench_guide_judge import DEPTH, Verdict
from server.commands.bench_guide_questions import KINDS
from server.commands.bench_guide_times import Times

Figures = dict[str, Any]
GOALS = {"hit_at_1": 0.85, "hit_at_3": 0.95, "false_answers": 0.05}
COLUMNS = {
    "hit_at_1": "hit@1",
    "hit_at_3": "hit@3",
    "cited_first": "cited",
    "retrieved_at_1": "found@1",
    "retrieved_at_3": "found@3",
    "facts": "facts",
    "false_answers": "false",
    "unanswered": "silent",
    "asked_back": "back",
    "acted": "acted",
    "good": "good",
}
"""Figures in the order of the table, and what they are called in its head."""
RETRIEVAL_P95_MS, FIRST_CLAUSE_P95_MS = 5.0, 50.0


def as_json(
    verdicts: Sequence[Verdict], passages: int, retrieval: Times, first_clause: Times
) -> Figures:
    """Everything that was measured, as one document."""
    overall = figures(verdicts)
    return {
        "bench": "guide",
        "brain": "extractive",
        "passages": passages,
        "overall": overall,
        "by_lang": {lang: figures(_of(verdicts, "lang", lang)) for lang in ("zh", "en")},
        "by_kind": {kind: figures(some) for kind in KINDS if (some := _of(verdicts, "kind", kind))},
        "retrieval_ms": asdict(retrieval),
        "first_clause_ms": asdict(first_clause),
        "met": {
            "hit_at_1": _at_least(overall["hit_at_1"], GOALS["hit_at_1"]),
            "hit_at_3": _at_least(overall["hit_at_3"], GOALS["hit_at_3"]),
            "false_answers": (overall["false_answers"] or 0) <= GOALS["false_answers"],
            "retrieval": retrieval.p95 <= RETRIEVAL_P95_MS,
            "first_clause": first_clause.p95 <= FIRST_CLAUSE_P95_MS,
        },
    }


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """Shares of some questions; None where none of them could count."""
    sought = [v for v in verdicts if v.asked.sources]
    answerable = [v for v in sought if v.asked.kind != "expired"]
    unanswerable = [v for v in verdicts if v.asked.kind == "unanswerable"]
    return {
        "questions": len(verdicts),
        "hit_at_1": _share(sought, lambda v: v.hit == 1),
        "hit_at_3": _share(sought, lambda v: 1 <= v.hit <= DEPTH),
        "cited_first": _share(sought, lambda v: v.cited == 1),
        "retrieved_at_1": _share(sought, lambda v: v.retrieved == 1),
        "retrieved_at_3": _share(sought, lambda v: 1 <= v.retrieved <= DEPTH),
        "facts": _share(
            [v for v in sought if v.asked.facts], lambda v: v.cited > 0 and v.has_facts
        ),
        "false_answers": _share(unanswerable, lambda v: v.answered),
        "unanswered": _share(answerable, lambda v: not v.answered),
        "asked_back": _share([v for v in verdicts if v.asked.kind == "vague"], _asked_back),
        "acted": _share([v for v in verdicts if v.asked.actions], lambda v: v.acted),
        "good": _share(verdicts, lambda v: v.good),
    }


def as_text(document: Figures) -> str:
    """The figures as a table that a person reads."""
    head = f"{'':<15}{'asked':>6}" + "".join(f"{word:>8}" for word in COLUMNS.values())
    rows = {"all": document["overall"], **document["by_lang"], **document["by_kind"]}
    met = " ".join(f"{name}:{'yes' if good else 'NO'}" for name, good in document["met"].items())
    return "\n".join(
        [
            head,
            *(_row(name, each) for name, each in rows.items()),
            _times("retrieval", document["retrieval_ms"], f"of {document['passages']} passages"),
            _times("first clause", document["first_clause_ms"], "from the question"),
            f"met           {met}",
        ]
    )


def misses(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What did not go well, question by question."""
    for each in verdicts:
        if each.good and (each.hit == 1 or not each.asked.sources):
            continue
        asked = each.asked
        wanted = f"{'|'.join(sorted(asked.sources))} {[list(f) for f in asked.facts]}"
        yield (
            f"{asked.id} {asked.kind}: {asked.q}\n    wanted  {wanted}\n"
            f"    found   {' '.join(each.found)} (hit {each.hit}, cited {each.cited})\n"
            f"    said    {each.said or '-'}"
        )


def _row(name: str, figures: Figures) -> str:
    cells = ("" if figures[each] is None else f"{figures[each]:.3f}" for each in COLUMNS)
    return f"{name:<15}{figures['questions']:>6}" + "".join(f"{cell:>8}" for cell in cells)


def _times(name: str, times: Figures, what: str) -> str:
    return f"{name:<13} p50 {times['p50']:7.2f} ms   p95 {times['p95']:7.2f} ms   {what}"


def _of(verdicts: Iterable[Verdict], name: str, value: str) -> list[Verdict]:
    return [each for each in verdicts if getattr(each.asked, name) == value]


def _share(verdicts: Sequence[Verdict], good: Callable[[Verdict], bool]) -> float | None:
    return round(sum(map(good, verdicts)) / len(verdicts), 4) if verdicts else None


def _asked_back(verdict: Verdict) -> bool:
    return verdict.asked_back and not verdict.answered


def _at_least(value: float | None, goal: float) -> bool:
    return value is None or value >= goal
