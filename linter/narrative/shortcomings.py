"""What section five says of problems and of how they are mended."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.report import Record
from linter.narrative.prose import Prose
from linter.narrative.sentences import Sentence, sentences
from linter.narrative.shortcoming_words import (
    ACTS,
    ADVERBS,
    BETWEEN,
    MENDING,
    OF_WORK,
    TROUBLE,
    pattern,
)
from linter.records import record

_LONGEST_LABEL = 24


@record
class _Kinds:
    """What one sentence is: several may apply; ``told`` where it says anything at all."""

    problem: bool
    mended: bool
    plan: bool
    told: bool


def shortcomings(prose: Prose) -> tuple[Record, ...]:
    """What section five states, as one record; none where the section has no text.

    ``problems`` and ``improvements`` are 1 where the text names any (article 50 of the
    Regulations, 第五十条第四项: 存在的主要问题及改进情况); a bare label and 「无」 name none.
    ``plans_only`` is 1 where what is said of improvements is about the future alone.
    """
    found = sentences(prose.of("problems"))
    if not found:
        return ()
    kinds = _all_kinds(found)
    told = next((s for s, kind in zip(found, kinds, strict=True) if kind.told), found[0])
    fields = {
        "problems": int(any(kind.problem for kind in kinds)),
        "improvements": int(any(kind.mended for kind in kinds)),
        "plans_only": int(_plans_only(found, kinds, prose.report.year)),
    }
    return (Record(told.quoted, found[0].place, "problems", fields),)


def _all_kinds(found: Sequence[Sentence]) -> list[_Kinds]:
    """The kinds of the sentences; what stands below a label is what the label says."""
    kinds = []
    label: str | None = None
    for sentence in found:
        contents = []
        for clause in sentence.clauses:
            content, own_label = _content(clause)
            label = own_label or label
            contents += [(content, label)] if content else []
        kinds.append(_kinds(contents))
    return kinds


def _kinds(contents: Sequence[tuple[str, str | None]]) -> _Kinds:
    problem = mended = plan = False
    for content, label in contents:
        troubled = bool(pattern("problem").search(content))
        planned = bool(pattern("plan").search(content))
        acts = not troubled and _is_act(content)
        problem = problem or troubled or (label == "trouble" and not (planned or acts))
        plan = plan or planned
        told = planned or acts or label == "mending"
        mended = mended or told or bool(pattern("mended").search(content))
    return _Kinds(problem, mended, plan, bool(contents))


def _is_act(content: str) -> bool:
    """Whether a clause begins with the verb of a measure, adverbs apart."""
    for _ in range(4):
        adverb = next((word for word in ADVERBS if content.startswith(word)), "")
        content = content.removeprefix(adverb)
    return content.startswith(ACTS)


def _content(clause: str) -> tuple[str, str | None]:
    """A clause without number and label, and the label's kind.

    Nothing is left of one that says that there is nothing.
    """
    rest = _unmarked(clause)
    head, colon, tail = rest.partition(":")
    kind = _label(head, introduced=bool(colon) or rest != clause)
    rest = _unmarked(tail) if kind else rest
    return "" if pattern("none").fullmatch(rest) else rest, kind


def _label(text: str, *, introduced: bool) -> str | None:
    """What a label such as 「存在的主要问题」 or 「改进情况」 is about, None for other text.

    「公开工作存在不足」 is one only with a number before it or a colon behind.
    """
    if len(text) > _LONGEST_LABEL or not any(word in text for word in (*TROUBLE, *MENDING)):
        return None
    rest = pattern("own").sub("", text) if introduced else text
    for word in (*TROUBLE, *MENDING, *(OF_WORK if introduced else ()), *BETWEEN):
        rest = rest.replace(word, "")
    if rest:
        return None
    troubled, mending = (any(word in text for word in words) for words in (TROUBLE, MENDING))
    return "both" if troubled and mending else "trouble" if troubled else "mending"


def _unmarked(text: str) -> str:
    for _ in range(3):
        match = pattern("mark").match(text)
        text = text[match.end() :] if match else text
    return text


def _plans_only(found: Sequence[Sentence], kinds: Sequence[_Kinds], year: int | None) -> bool:
    """Whether the part on improvements begins with a plan and nothing tells what was done."""
    first = next((kind for kind in kinds if kind.mended), None)
    if first is None or not first.plan:
        return False
    told = zip(found, kinds, strict=True)
    rest = "。".join(one.folded for one, kind in told if kind.mended or not kind.problem)
    return not (pattern("done").search(rest) or (year and f"{year}年" in rest))
