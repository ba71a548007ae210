"""What a report without a mistake says in its sections: all that it must, in varied words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from linter.forms import Form
from tests.rendering import Data, cell_at

Wordings = tuple[str, ...]

# The five aspects of section one, each in several wordings; a government adds its results.
_OPENING: Wordings = (
    "{year}年，{we}认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序开展。",
    "{year}年度，{we}坚持以公开为常态、不公开为例外，稳步推进政府信息公开工作。",
)
_ASPECTS: tuple[Wordings, ...] = (
    (
        "（一）主动公开。围绕群众关切及时发布政策文件和解读材料，公开内容更加规范。",
        "（一）主动公开政府信息情况。按照公开目录及时更新机构职能、政策文件和财政信息。",
    ),
    (
        "（二）依申请公开。完善登记、审核、办理、答复等环节的工作规程，做到依法答复。",
        "（二）依申请公开。安排专人受理公开申请，答复文书经法制审核后发出。",
    ),
    (
        "（三）政府信息管理。落实发布前的审查制度，对公开目录实行动态调整。",
        "（三）政府信息管理。建立信息发布台账，由专人逐条核对内容和公开属性。",
    ),
    (
        "（四）政府信息公开平台建设。加强门户网站和政务新媒体的日常维护，方便公众查询。",
        "（四）平台建设。调整门户网站专栏设置，在政务服务大厅设立查阅点。",
    ),
    (
        "（五）监督保障。开展业务培训和工作考核，组织社会评议，未发生责任追究情形。",
        "（五）监督保障。将公开工作纳入年度考核，接受社会评议，没有需要追究责任的情形。",
    ),
)
_EXTRA = "一是健全机制，明确专人负责；二是强化培训，提升业务能力；三是拓宽渠道，回应关切。"
_TABLE_NOTES = ("本年度有关数据见下表。", "{we}各项数据均已核对。")
_PROBLEMS: Wordings = (
    "（一）存在的主要问题。公开内容与群众需求仍有差距，工作人员业务能力有待提高。",
    "（一）存在的主要问题。一是信息更新不够及时，二是政策解读形式较为单一。",
)
_IMPROVEMENTS: Wordings = (
    "（二）改进情况。{we}组织了专题学习，补充完善了公开目录，解读形式更加多样。",
    "（二）改进情况。针对上述问题，已建立信息更新提醒制度，制作了图解和短视频。",
)
_PLANS = (
    "{next}年，{we}将继续加强队伍建设，不断提高政府信息公开工作水平。",
    "针对上年度存在的不足，{we}逐项制定措施并完成整改。",
)
_FEE: Wordings = (
    "本年度未收取信息处理费。",
    "按照《政府信息公开信息处理费管理办法》，{we}本年度没有收取信息处理费。",
    "{year}年，{we}收取信息处理费的总金额为0元。",
)
_NOTHING_ELSE = "无其他需要报告的事项。"


@st.composite
def section_texts(draw: st.DrawFn, words: Mapping[str, object]) -> Mapping[str, str]:
    """The prose of every section, by its key. No figure stands in it."""
    texts = {
        "overview": [*draw(_one_each((_OPENING, *_ASPECTS))), *draw(_some((_EXTRA,)))],
        "disclosure": draw(_some(_TABLE_NOTES)),
        "applications": draw(_some(_TABLE_NOTES)),
        "review": draw(_some(_TABLE_NOTES)),
        "problems": [*draw(_one_each((_PROBLEMS, _IMPROVEMENTS))), *draw(_some(_PLANS))],
        "other": [draw(st.sampled_from(_FEE)), *draw(_some((_NOTHING_ELSE,)))],
    }
    return {key: "\n".join(text).format(**words) for key, text in texts.items()}


@st.composite
def _one_each(draw: st.DrawFn, slots: Sequence[Wordings]) -> list[str]:
    return [draw(st.sampled_from(wordings)) for wordings in slots]


@st.composite
def _some(draw: st.DrawFn, pieces: Wordings) -> list[str]:
    """Some of the paragraphs, in their order; nearly always all or none."""
    chosen = draw(st.sets(st.integers(0, len(pieces) - 1)))
    return [pieces[number] for number in sorted(chosen)]


_BALANCE = ("new", "carried_in", "results_total", "carried_out")
_RESULTS = {
    "予以公开": "granted",
    "部分公开": "partial",
    "不予公开": "refused",
    "无法提供": "unavailable",
    "不予处理": "not_processed",
    "其他处理": "closed",
}


def figures_of(report: Data, form: Form) -> str:
    """The figures of tables two to four in words, as section one states them."""
    sentences = (
        _balance(report, form),
        _results(report, form),
        _review(report),
        _documents(report),
        _decisions(report),
    )
    return "".join(sentences)


def _balance(report: Data, form: Form) -> str:
    new, carried_in, done, carried_out = (
        row_sum(report, form, f"applications.{row}") for row in _BALANCE
    )
    people = row_sum(report, form, "applications.new", "natural_person")
    return (
        f"全年新收政府信息公开申请{new}件，其中自然人{people}件、法人或其他组织{new - people}件；"
        f"上年结转{carried_in}件，办结{done}件，结转下年度继续办理{carried_out}件。"
    )


def _results(report: Data, form: Form) -> str:
    numbers = {name: row_sum(report, form, f"applications.{key}") for name, key in _RESULTS.items()}
    return f"办结的申请中，{'，'.join(f'{name}{number}件' for name, number in numbers.items())}。"


def row_sum(report: Data, form: Form, prefix: str, column: str = "total") -> int:
    """The sum of a column over the rows of table three at or below ``prefix``."""
    rows = (row.path for row in form.tables["applications"].rows)
    return sum(
        cell_at(report, f"{row}.{column}")
        for row in rows
        if row == prefix or row.startswith(f"{prefix}.")
    )


def _review(report: Data) -> str:
    table = report["tables"]["review"]
    reconsidered, direct, after = (row["total"] for row in table.values())
    return f"因政府信息公开工作被申请行政复议{reconsidered}件，被提起行政诉讼{direct + after}件。"


def _documents(report: Data) -> str:
    row = report["tables"]["disclosure"]["normative_documents"]
    if "issued" not in row:
        return f"全年新制作规范性文件{row['made']}件。"
    return (
        f"全年制发行政规范性文件{row['issued']}件，废止{row['repealed']}件，"
        f"现行有效{row['in_force']}件。"
    )


def _decisions(report: Data) -> str:
    table = report["tables"]["disclosure"]
    fees = table["fees"].get("amount")
    told = f"全年作出行政处罚决定{table['penalties']['decisions']}件。"
    return told if fees is None else f"{told}全年行政事业性收费{fees}万元。"
