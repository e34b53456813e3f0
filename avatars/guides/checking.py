"""Judges each clause of a model against the sources that it cites, before anybody hears it.

What cites nothing, or something that does not hold it, is withheld. A clause about prices or
policies is never the model's own words: the sentence of the record is said in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from avatars.guides.brain import Clause, Question
from avatars.guides.extractive.words import words
from avatars.guides.facts.names import squeezed
from avatars.guides.facts.quantity import MONEY
from avatars.guides.facts.read import facts
from avatars.guides.facts.when import Day
from avatars.guides.grounding import unfounded
from avatars.guides.knowledge import language
from avatars.guides.knowledge.document import Lang
from avatars.guides.safety.injection import is_unspeakable
from avatars.guides.safety.never import has_link, is_forbidden
from avatars.guides.sources import Sentence, Source

MARK: Final = re.compile(r"\s*[\[［【]\s*(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\s*[\]］】]")
_DRESS: Final = re.compile(r"^\s*(?:[-*•#>]+|\d{1,2}[.、)])\s+|\*\*|__|`+|^#+\s*", re.M)
_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|$)|</?[a-z_]+[^>]*>", re.S)
_POLICY: Final = re.compile(
    r"租金|价格|收费|费用|费率|单价|押金|保证金|补贴|补助|减免|免租|免费|奖励|奖补|扶持|优惠|"
    r"折扣|退税|返还|贴息|政策|"
    r"\brents?\b|price|\bfees?\b|charge|deposit|subsid|grant|rebate|discount|incentive|tax|polic|"
    r"rent-free|reward|bonus|free of",
    re.I,
)
"""Prices and what a park or a government promises."""
_SOCIAL: Final = re.compile(
    r"(?:您好|你好|好的|当然|可以的?|没问题|不客气|谢谢|请看|请跟我来|请随我来|稍等|抱歉|"
    r"欢迎(?:您|来到园区|光临)?|"
    r"hello|hi|sure|of course|certainly|welcome|thank you|thanks|please (?:follow me|look|wait)|"
    r"this way|one moment|sorry|great|ok|okay)"
    r"(?:[,，、 ]*(?:您好|请看|请跟我来|please follow me|this way|there))?[\s。.!！,，~]*",
    re.I,
)
_UNKNOWN: Final = re.compile(
    r"(?:没有|未|不).{0,12}(?:记录|记载|资料|提到|提及|信息|说明|收录)|"
    r"(?:资料|记录|文件)(?:里|中)?(?:没有|未)|无法(?:回答|确认|提供)|不清楚|不知道|"
    r"not (?:in|mentioned|covered|found|recorded|available|specified)|"
    r"no (?:information|record|mention)|"
    r"(?:do(?:es)? not|don't|doesn't) (?:have|say|mention|know|contain|specify)|"
    r"cannot (?:answer|confirm|find)",
    re.I,
)
_WORD: Final = re.compile(r"[a-z][a-z0-9]+|[a-z](?=\d)|\d+")
_FIGURES: Final = re.compile(r"(?<![a-z\d-])\d[\d,.]*|[〇零一二两三四五六七八九十百千万亿]+")
"""Numbers are facts, judged by themselves; here only words count."""
_SMALL: Final = (
    "a an the of to in on at for and or is are was were be it its this that with by from as we you "
    "our your their has have had will can may also there here which who per each any all"
)
_FILLER: Final = frozenset(_SMALL.split())
HELD: Final = 0.6
"""The part of a clause's words that its sources must have, when both are in one language."""
TELLING: Final = 4
"""English words that a claim without figures and names must have."""
TELLING_HAN: Final = 5
"""Pairs of Chinese characters that it must have."""
ALIKE: Final = 0.34
"""The part of a clause's words that a sentence must have to be said in its place."""
PAIRED: Final = 0.3
"""The part of its pairs of English words that they must have."""
SURE: Final = 0.7
"""The part of a clause's words that a source must have to be cited without being marked."""
QUOTED: Final = 0.6
"""The part of a sentence that a quotation from it must have, lest a condition be left out."""


@dataclass
class Checker:
    """Judges the clauses of one answer; remembers what was said already."""

    question: Question
    sources: Sequence[Source]
    lang: Lang
    known: tuple[str, ...] = ()
    said: list[Clause] = field(default_factory=list)
    withheld: int = 0
    _last: str = ""

    def judge(self, raw: str) -> Clause | None:
        """The clause to say for one of the model; None when it is withheld.

        Marks alone belong to the clause before, if that was withheld for want of them.
        """
        if not parted(raw)[0]:
            raw, self._last = self._last + raw if self._last else "", ""
        clause = self._judge(raw) if raw else None
        self._last = "" if clause is not None else raw
        if clause is None or self._is_repeated(clause):
            self.withheld += clause is None
            return None
        self.said.append(clause)
        return clause

    def _judge(self, raw: str) -> Clause | None:
        text, numbers = parted(raw)
        if not re.search(r"\w", text) or is_forbidden(text, self.question.persona):
            return None
        if has_link(text) or is_unspeakable(text):
            return None
        cited = [source for source in self.sources if source.number in numbers]
        if numbers and not cited:
            return None
        if not numbers:
            return self._unmarked(text)
        return self._marked(text, cited)

    def _unmarked(self, text: str) -> Clause | None:
        """Small words may stand alone; a claim needs a source that holds all of it."""
        if _UNKNOWN.search(text) and not self._facts(text):
            return Clause(words("unknown", self.lang), self.lang, "unknown")
        if not self._facts(text):
            if _SOCIAL.fullmatch(text):
                return Clause(text, language.of(text), "notice")
            if text.rstrip("”’\"') ").endswith(("?", "？")) and not _POLICY.search(text):
                return Clause(text, language.of(text), "ask_back")
        for source in self.sources:
            if _cover(text, source.text) >= SURE and not self._new(text, [source]):
                return self._marked(text, [source])
        return None

    def _marked(self, text: str, cited: list[Source]) -> Clause | None:
        if not self._new(text, cited) and self._is_held(text, cited):
            if not is_promise(text) and in_order(text, cited):
                best = [_best(text, [source]) for source in cited]
                return Clause(
                    text, language.of(text), "answer", tuple(s.citation() for s in best if s)
                )
            quoted = _quotation(text, cited)
            if quoted is not None:
                return Clause(text, language.of(text), "answer", (quoted.citation(),))
        return self._quote(text, cited)

    def _quote(self, text: str, cited: list[Source]) -> Clause | None:
        """The sentence of the record that a clause meant, if one can be told."""
        best = self._in_own_language(text, _best(text, cited))
        if best is None or is_forbidden(best.said, self.question.persona) or not self._tells(text):
            return None
        same = language.of(text) == best.document.lang
        alike = _cover(text, best.said, numbers=False)
        shared = not same and self._shares(text, best)
        if (alike < ALIKE and not shared) or _contradicts(text, best):
            return None
        return Clause(self._introduced(best), self.lang, "answer", (best.citation(),))

    def _in_own_language(self, text: str, best: Sentence | None) -> Sentence | None:
        """The like of a sentence in the language of the answer, where records have it."""
        if best is None or best.document.lang == self.lang or language.of(text) != self.lang:
            return best
        own = _best(text, [s for s in self.sources if s.document.lang == self.lang])
        return own if own and _cover(text, own.said, numbers=False) >= ALIKE else best

    def _introduced(self, sentence: Sentence) -> str:
        if sentence.document.lang == self.lang:
            return sentence.said
        if self.lang == "zh":
            return f"园区资料原文：“{sentence.said}”"
        return f"The park's record says: “{sentence.said}”"

    def _is_held(self, text: str, cited: list[Source]) -> bool:
        """Whether sources have most of a clause's words; of another language, a fact of it."""
        if any(language.of(text) == source.document.lang for source in cited):
            held = "\n".join(source.text for source in cited)
            near = _cover(text, held) >= HELD and _pairs(text, held) >= PAIRED
            return near and (self._tells(text) or _is_whole(text, cited))
        return self._facts(text)

    def _tells(self, text: str) -> bool:
        """Whether a clause says enough to be judged by its words: two or three words of a record
        can be made to mean anything."""
        least = TELLING_HAN if language.of(text) == "zh" else TELLING
        return self._facts(text) or len(_tokens(text, numbers=False)) >= least

    def _shares(self, text: str, sentence: Sentence) -> bool:
        """Whether a clause in another language has a number of a sentence."""
        own = {q.value for q in facts(text).quantities if not q.weak}
        return bool(own & {q.value for q in facts(sentence.context).quantities if not q.weak})

    def _new(self, text: str, cited: Sequence[Source]) -> bool:
        return bool(unfounded(text, [s.text for s in cited], self.lang, self.known))

    def _facts(self, text: str) -> bool:
        found = facts(text)
        numbers = any(not q.weak for q in found.quantities)
        return bool(
            numbers or found.days or found.times or found.phones or found.names or found.free
        )

    def _is_repeated(self, clause: Clause) -> bool:
        return any(is_like(clause, before) for before in self.said)


def parted(raw: str) -> tuple[str, frozenset[int]]:
    """A clause without marks, mark-up and dress, and the numbers of its marks."""
    text = _THOUGHT.sub(" ", raw)
    numbers = {int(n) for found in MARK.finditer(text) for n in re.findall(r"\d+", found[1])}
    text = _DRESS.sub("", MARK.sub("", text))
    return re.sub(r"\s+", " ", text).strip(), frozenset(numbers)


def is_promise(text: str) -> bool:
    """Whether a clause speaks of prices or policies, so that only a quotation will do."""
    found = facts(text)
    money = any(q.dimension in MONEY or q.dimension == "off" for q in found.quantities)
    return money or bool(found.free) or _POLICY.search(text) is not None


def is_like(one: Clause, other: Clause) -> bool:
    """Whether two clauses say the same: the same words, or the same quotation of one sentence."""
    a, b = squeezed(one.text), squeezed(other.text)
    if a == b or (min(len(a), len(b)) >= 8 and (a in b or b in a)):
        return True
    spans = {(c.document, c.start, c.end) for c in other.citations}
    return (
        bool(one.citations)
        and all((c.document, c.start, c.end) in spans for c in one.citations)
        and _cover(one.text, other.text) >= SURE
    )


def in_order(text: str, cited: Sequence[Source]) -> bool:
    """Whether figures stand in one sentence of the record, and in its order: what is 18 there and
    24 here must not change places. In two languages the order may differ."""
    mine = _figures(text)
    best = _best(text, cited) if mine else None
    if best is None:
        return True
    theirs = _figures(best.said)
    if language.of(text) != best.document.lang:
        return all(any(_equal(a, b) for b in theirs) for a in mine)
    at = 0
    for figure in mine:
        while at < len(theirs) and not _equal(figure, theirs[at]):
            at += 1
        at += 1
    return at <= len(theirs)


def _figures(text: str) -> list[Fraction | Day | int]:
    """Quantities, days and times (minutes, as whole numbers) of a text, in order."""
    found = facts(text)
    placed: list[tuple[int, Fraction | Day | int]] = [
        (q.start, q.value) for q in found.quantities if not q.weak
    ]
    placed += [(f.start, f.day) for f in found.days if f.day]
    placed += [(f.start, f.minutes) for f in found.times if f.minutes is not None]
    spans = {f.start: f for f in found.days}
    return [
        value
        for start, value in sorted(placed, key=lambda each: each[0])
        if not isinstance(value, Day) or spans[start].day is value
    ]


def _equal(said: Fraction | Day | int, held: Fraction | Day | int) -> bool:
    if isinstance(said, Day) or isinstance(held, Day):
        return isinstance(said, Day) and isinstance(held, Day) and held.says(said)
    return said == held


def _quotation(text: str, cited: Sequence[Source]) -> Sentence | None:
    """The sentence that a clause quotes, whole or most of it."""
    bare = squeezed(text).strip('。.,，;；!！：:“”"')
    for source in cited:
        for sentence in source.sentences:
            whole = sentence.bare.strip("。.,，;；!！")
            if bare and bare in whole and len(bare) >= QUOTED * len(whole):
                return sentence
    return None


def _is_whole(text: str, cited: Sequence[Source]) -> bool:
    """Whether a clause is a sentence of the record as it stands."""
    bare = squeezed(text).rstrip("。")
    return any(bare == each.bare.rstrip("。") for source in cited for each in source.sentences)


def _best(text: str, cited: Sequence[Source]) -> Sentence | None:
    """The sentence of cited sources that has most of a clause's words and numbers."""
    numbers = {q.value for q in facts(text).quantities if not q.weak}
    every = [s for source in cited for s in source.sentences]
    every = [s for s in every if not _contradicts(text, s)] or every

    def worth(sentence: Sentence) -> tuple[float, int]:
        held = {q.value for q in facts(sentence.context).quantities} if numbers else set()
        return (
            _cover(text, sentence.context, numbers=False) + 0.5 * len(numbers & held),
            -len(sentence.said),
        )

    return max(every, key=worth, default=None)


def _contradicts(text: str, sentence: Sentence) -> bool:
    """Whether a clause is about another row: it names a code that this one has not."""
    codes = set(re.findall(r"[A-Za-z]{1,4}-?\d+(?:-\d+)?", text))
    return any(squeezed(code) not in squeezed(sentence.context) for code in codes)


def _cover(text: str, source: str, numbers: bool = True) -> float:
    """The part of a text's pairs of characters, or of its English words, that a source has."""
    mine, theirs = _tokens(text, numbers), _tokens(source, numbers)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _pairs(text: str, source: str) -> float:
    """The part of a text's pairs of neighbouring English words that a source has; 1 of none."""
    mine, theirs = _neighbours(text), _neighbours(source)
    return len(mine & theirs) / len(mine) if mine else 1.0


@lru_cache(256)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    small = _FIGURES.sub(" ", text.lower())
    found = [_stem(word) for word in _WORD.findall(small) if word not in _FILLER]
    return frozenset(pairwise(found))


def _tokens(text: str, numbers: bool) -> frozenset[str]:
    return _all_tokens(text) if numbers else frozenset(
        t for t in _all_tokens(text) if not any(c.isdigit() for c in t)
    )  # fmt: skip


@lru_cache(256)
def _all_tokens(text: str) -> frozenset[str]:
    small = _FIGURES.sub(" ", text.lower())
    words_ = {_stem(w) for w in _WORD.findall(small) if w not in _FILLER}
    han = re.findall(r"[㐀-鿿]+", small)
    return frozenset(words_ | {run[i : i + 2] for run in han for i in range(max(1, len(run) - 1))})


def _stem(word: str) -> str:
    for end in ("ing", "ies", "es", "ed", "s"):
        if len(word) > len(end) + 3 and word.endswith(end):
            return word[: -len(end)]
    return word


def known_names(question: Question, more: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Names that need no source: the guide's own, and of the things in sight."""
    near = [name for sight in question.near for name in sight.names.values()]
    return (*question.persona.name.values(), *near, *(more or {}).values())
