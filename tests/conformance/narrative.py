"""Figures of the prose that contradict the tables, themselves or each other (N6xx, C57x)."""

from __future__ import annotations

import re
from random import Random

from linter.forms import load_form
from tests.conformance.content import added
from tests.conformance.specimen import Mutation, Slip, Specimen
from tests.prose import row_sum


def _misstated(*words: str) -> Slip:
    """Another figure behind one of the words, larger than any that a table could give for it."""

    def wrong(specimen: Specimen, chance: Random) -> Specimen | None:
        text = specimen.text("overview")
        found = [match for word in words if (match := re.search(rf"{word}([0-9]+)件", text))]
        if not found:
            return None
        match = chance.choice(found)
        number = str(_more_than_all(text) + chance.randint(7, 99))
        return specimen.saying("overview", text[: match.start(1)] + number + text[match.end(1) :])

    return wrong


def _more_than_all(text: str) -> int:
    return sum(map(int, re.findall("[0-9]+", text)))


def _misstated_fee(specimen: Specimen, chance: Random) -> Specimen | None:
    text = specimen.text("overview")
    match = re.search(r"行政事业性收费([0-9.]+)万元", text)
    if match is None:
        return None
    number = f"{float(match[1]) * 2 + chance.randint(3, 90):.2f}"
    return specimen.saying("overview", text[: match.start(1)] + number + text[match.end(1) :])


def _finished(sentence: str) -> Slip:
    """All applications said to be dealt with where some were carried over."""

    def said(specimen: Specimen, chance: Random) -> Specimen | None:
        if not specimen.number("applications.carried_out.total"):
            return None
        return added("overview", sentence)(specimen, chance)

    return said


def _two_figures(specimen: Specimen, chance: Random) -> Specimen | None:
    """Two figures for what was received, each of which fits the table in a way."""
    form, text = load_form(specimen.edition), specimen.text("overview")
    new = row_sum(specimen.report, form, "applications.new")
    carried_in = row_sum(specimen.report, form, "applications.carried_in")
    if not new or not carried_in or "新收" in text:
        return None
    first, second = (f"全年收到政府信息公开申请{n}件。" for n in (new, new + carried_in))
    return specimen.saying("overview", f"{text}\n{first}\n{second}")


def _wrong_share(specimen: Specimen, chance: Random) -> Specimen | None:
    form, text = load_form(specimen.edition), specimen.text("overview")
    granted, done = (
        row_sum(specimen.report, form, f"applications.{row}")
        for row in ("granted", "results_total")
    )
    if not 0 < granted < done or "办结" in text:
        return None
    wrong = (granted * 100 / done + chance.choice((12.5, 23.4))) % 100
    told = f"全年办结政府信息公开申请{done}件，其中予以公开{granted}件，占{wrong:.1f}%。"
    return specimen.saying("overview", f"{text}\n{told}")


def _denied(specimen: Specimen, chance: Random) -> Specimen | None:
    rows = ("litigation_direct", "litigation_after_reconsideration")
    if "行政诉讼" in specimen.text("overview"):
        return None
    if not sum(specimen.number(f"review.{row}.total") for row in rows):
        return None
    return added("overview", "未发生因政府信息公开引起的行政诉讼。")(specimen, chance)


MUTATIONS = (
    Mutation(
        "C570",
        "all closed, and some carried over",
        _finished("全年收到的政府信息公开申请均已办结。"),
    ),
    Mutation("C571", "two figures for one thing", _two_figures),
    Mutation(
        "C572",
        "all answered, some carried over",
        _finished("全年收到的政府信息公开申请均已按时答复。"),
    ),
    Mutation("N601", "a wrong figure of those received", _misstated("新收政府信息公开申请")),
    Mutation("N602", "a wrong figure of those closed", _misstated("，办结")),
    Mutation("N603", "a wrong figure carried over", _misstated("上年结转", "结转下年度继续办理")),
    Mutation(
        "N604",
        "a wrong figure of a result",
        _misstated("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"),
    ),
    Mutation("N605", "a wrong figure of applicants", _misstated("自然人", "法人或其他组织")),
    Mutation("N606", "a wrong figure of reconsideration", _misstated("行政复议")),
    Mutation("N607", "a wrong figure of litigation", _misstated("行政诉讼")),
    Mutation("N608", "a wrong figure of documents", _misstated("规范性文件", "现行有效")),
    Mutation("N609", "a wrong figure of penalties", _misstated("行政处罚决定")),
    Mutation("N610", "a wrong percentage", _wrong_share),
    Mutation(
        "N611",
        "parts that are more than the whole",
        added("overview", "全年发布信息152条，其中通知80条、工作动态86条。"),
    ),
    Mutation("N612", "no litigation, and some in the table", _denied),
    Mutation("N613", "a wrong amount of fees", _misstated_fee),
)
