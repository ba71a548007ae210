"""Mistakes in what the sections say: too little, contradictions, left-overs (C5xx)."""

from __future__ import annotations

from random import Random

from linter.records import replace
from tests.conformance.specimen import Mutation, Slip, Specimen
from tests.rendering.slips import opened

_GOVERNMENTS = ("市人民政府", "区人民政府", "镇人民政府", "乡人民政府")


_ASPECTS = {"（二）": ("申请",), "（四）": ("网站", "新媒体", "平台", "渠道")}
"""Paragraphs of section one, and words elsewhere that would tell of the same aspect."""


def _aspect_left_out(specimen: Specimen, chance: Random) -> Specimen | None:
    """A paragraph of section one left out; those behind it are numbered anew."""
    choices = []
    for start, words in _ASPECTS.items():
        kept = [ln for ln in specimen.text("overview").split("\n") if not ln.startswith(start)]
        if not any(word in line for line in kept for word in words):
            choices.append(kept)
    return specimen.saying("overview", _renumbered(chance.choice(choices))) if choices else None


def _renumbered(lines: list[str]) -> str:
    numbers = iter("一二三四五六七")
    return "\n".join(
        f"（{next(numbers)}）{line[3:]}" if line[:1] == "（" and line[2:3] == "）" else line
        for line in lines
    )


def _results_unstated(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.report["issuer"].endswith(_GOVERNMENTS):
        return None
    lines = specimen.text("overview").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("（五）"))
    lines[at] = "（五）监督保障。明确专人负责，开展业务培训和日常监督。"
    return specimen.saying("overview", "\n".join(lines))


def _says(section: str, *texts: str) -> Slip:
    """The section says one of the texts instead."""

    def said(specimen: Specimen, chance: Random) -> Specimen:
        following = specimen.year + 1
        return specimen.saying(section, chance.choice(texts).format(next=following))

    return said


def _unpaid(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.edition == "2019" or not specimen.number("applications.closed.unpaid.total"):
        return None
    return specimen.saying("other", "本年度未发出收费通知，未收取信息处理费。")


def _fee_elsewhere(specimen: Specimen, chance: Random) -> Specimen:
    told = specimen.text("overview") + "\n办理申请未收取信息处理费。"
    return specimen.saying("overview", told).saying("other", "无。")


def added(section: str, *sentences: str) -> Slip:
    """A sentence more at the end of the section."""

    def longer(specimen: Specimen, chance: Random) -> Specimen:
        text = specimen.text(section)
        return specimen.saying(section, f"{text}\n{chance.choice(sentences)}".strip("\n"))

    return longer


def _replaced(section: str, *pairs: tuple[str, str]) -> Slip:
    """A piece of the section's text written differently."""

    def rewritten(specimen: Specimen, chance: Random) -> Specimen | None:
        text = specimen.text(section)
        fitting = [pair for pair in pairs if pair[0] in text]
        if not fitting:
            return None
        return specimen.saying(section, text.replace(*chance.choice(fitting), 1))

    return rewritten


def _skipped_number(specimen: Specimen, chance: Random) -> Specimen:
    text = specimen.text("overview")
    return specimen.saying(
        "overview",
        text.replace("（五）", "（六）").replace("（四）", "（五）").replace("（三）", "（四）"),
    )


def _basis(old: str, new: str) -> Slip:
    """Another word in the opening paragraph, where there is one."""

    def reworded(specimen: Specimen, chance: Random) -> Specimen | None:
        if not specimen.style.preamble or (specimen.edition == "2019" and "2021" in old):
            return None
        return specimen.changed(opened(old, new))

    return reworded


def _signed_by_another(specimen: Specimen, chance: Random) -> Specimen | None:
    issuer = specimen.report["issuer"]
    if specimen.report["signed_on"] is None or not issuer.endswith("教育局"):
        return None
    another = f"{issuer[:3]}{chance.choice(('水务局', '民政局'))}"
    return specimen.changed(lambda content: replace(content, issuer=another))


def _foreign_self(specimen: Specimen, chance: Random) -> Specimen | None:
    """One paragraph speaks of 我镇 where all others speak of 我局."""
    text = "".join(specimen.text(key) for key in ("overview", "problems", "other"))
    if text.count("我局") < 2:
        return None
    return added("overview", "我镇各项公开工作平稳有序。")(specimen, chance)


def _new_regulations(specimen: Specimen, chance: Random) -> Specimen | None:
    return None if specimen.year < 2022 else added("overview", _NEW)(specimen, chance)


def _regulations(ends: tuple[str, ...]) -> Slip:
    """规章 in force at an organ that cannot make any."""

    def made(specimen: Specimen, chance: Random) -> Specimen | None:
        column = "disclosed_total" if specimen.edition == "2019" else "in_force"
        if not specimen.report["issuer"].endswith(ends):
            return None
        return specimen.holding({f"disclosure.regulations.{column}": chance.randint(1, 9)})

    return made


def _fees(ends: tuple[str, ...], least: int, most: int) -> Slip:
    """An amount of fees that looks like yuan."""

    def large(specimen: Specimen, chance: Random) -> Specimen | None:
        if specimen.edition == "2019" or not specimen.report["issuer"].endswith(ends):
            return None
        return specimen.holding({"disclosure.fees.amount": chance.randint(least, most)})

    return large


_NEW = "认真学习新修订的《中华人民共和国政府信息公开条例》。"
_COUNTY = ("县发展和改革局", "县人民政府办公室", "区人民政府")
_LOCAL = ("镇人民政府", "乡人民政府", "街道办事处")
_PROBLEM = "（一）存在的主要问题。公开内容与群众需求仍有差距。"

MUTATIONS = (
    Mutation("C501", "an aspect of section one left out", _aspect_left_out),
    Mutation("C502", "a government without results of appraisal", _results_unstated),
    Mutation(
        "C503",
        "无 for the problems",
        _says(
            "problems",
            "（一）存在的主要问题。无。\n（二）改进情况。组织了专题学习，解读形式更加多样。",
        ),
    ),
    Mutation(
        "C504", "no improvement", _says("problems", _PROBLEM, "信息更新不够及时，解读形式单一。")
    ),
    Mutation("C505", "无 for all of section five", _says("problems", "无。", "无", "不存在问题。")),
    Mutation("C506", "无 for section six", _says("other", "无。", "无其他需要报告的事项。")),
    Mutation(
        "C507",
        "parts of the fee that do not add up",
        _says(
            "other",
            "对3件申请收取信息处理费700元，其中市场科2件，收取400元；法规科1件，收取200元。",
        ),
    ),
    Mutation(
        "C508", "the fee in 万元", _says("other", "对12件申请收取信息处理费，收取总金额为2万元。")
    ),
    Mutation(
        "C509", "no fee, and an amount", _says("other", "未收取信息处理费，收取总金额为200元。")
    ),
    Mutation("C510", "no fee notice, and applications unpaid for", _unpaid),
    Mutation(
        "C511",
        "improvements only planned",
        _says(
            "problems",
            _PROBLEM + "\n（二）改进情况。{next}年，将继续加强学习，将进一步丰富解读形式。",
        ),
    ),
    Mutation("C512", "the fee in section one", _fee_elsewhere),
    Mutation("C513", "a fee without its amount", _says("other", "对12件申请收取了信息处理费。")),
    Mutation(
        "C530",
        "XX for a figure",
        added("overview", "全年发布信息XX条。", "全年举办培训××次。", "政务新媒体发布信息___条。"),
    ),
    Mutation("C531", "empty brackets", added("overview", "欢迎来电咨询（电话：）。")),
    Mutation(
        "C532",
        "an instruction of the template",
        added("disclosure", "该部分以表格形式报告。表格如下："),
    ),
    Mutation("C533", "a word twice", added("overview", "通过通过网站开展宣传。")),
    Mutation("C534", "a noun twice", added("overview", "提高资金资金使用透明度。")),
    Mutation("C535", "（二） followed by （四）", _skipped_number),
    Mutation("C536", "函 misspelt", _basis("国办公开办函", "国办公开办涵")),
    Mutation("C537", "signed by another office", _signed_by_another),
    Mutation("C538", "我镇 in a bureau's report", _foreign_self),
    Mutation("C539", "two marks of punctuation", added("overview", "各项工作平稳有序，。")),
    Mutation(
        "C540",
        "the decree of 2007",
        added(
            "overview",
            "对照《中华人民共和国政府信息公开条例》（国务院令第492号）开展自查。",
        ),
    ),
    Mutation("C541", "the Regulations of 2019 called new", _new_regulations),
    Mutation("C542", "15 working days", added("overview", "申请均在法定的15个工作日内予以答复。")),
    Mutation("C560", "regulations of a township", _regulations(_LOCAL)),
    Mutation("C561", "regulations of a county", _regulations(_COUNTY)),
    Mutation("C562", "fees of a thousand million", _fees(("县发展和改革局",), 200000, 9000000)),
    Mutation("C563", "fees of a township in yuan", _fees(_LOCAL, 2000, 99000)),
)
