"""``docs/accuracy.md``: the figures for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docs.generate.coverage import LINKS
from docs.generate.markdown import table
from linter.model.rule import Language, Text
from linter.records import record
from tests.conformance.catalogue import EXEMPT, GAPS
from tests.conformance.figures import Figures, Unharmed
from tests.conformance.localisation import SlipFigures
from tests.product import rules
from tests.rendering import LAYOUTS


@record
class Measured:
    """All that was measured, on ``times`` generated reports a mistake and on real ones."""

    times: int
    generated: Sequence[Figures]
    unharmed: Unharmed
    real: Sequence[Figures]
    real_files: int
    slips: Sequence[SlipFigures]


_TITLE = Text("# 准确性\n", "# Accuracy\n")
_METHOD = Text(
    """每条规则有一个或者几个“变异”：把一处错误放进一份没有错误的报告，这处错误应当由且仅由这条规则报告。
随机生成的报告按 {layouts} 种版式（纯文本、Markdown、网页、Word）写成文件后检查；
真实报告在读取之后、在原有数字或者段落的位置上改动。
变异表在 `tests/conformance/`，`make accuracy` 重新测量并改写本页，测试每次抽查一部分。

- 发现：该规则报告了这处错误（或者由一个发现说明的几处违反中有它）。
- 误报：其他规则因此多报的错误或者警告。
- 每处错误的发现数：应为 1；一处笔误使几个单元格同时出错时，可以逐格报告。
""",
    """Every rule has one or several mutations: one mistake brought into a report that has none,
which this rule and no other is to report. Random reports are written and checked in {layouts}
layouts (plain text, Markdown, HTML, Word); real reports are changed at the very place of a number
or a paragraph once they are read. The mutations are in `tests/conformance/`; `make accuracy`
measures anew and rewrites this page, and the tests try a part of them every time.

- Found: the rule reported the mistake, or is among the violations that one finding explains.
- False alarms: errors and warnings of other rules that the mistake brought about.
- Findings per mistake: 1 is right; a slip that puts several cells wrong may be told for each.
""",
)
_CLEAN = Text(
    """## 没有错误的报告

{files} 个文件（生成的报告，全部版式）：误报的错误和警告 {alarms} 处。
""",
    """## Reports without a mistake

{files} files (generated reports, all layouts): {alarms} errors or warnings reported wrongly.
""",
)
_GENERATED = Text(
    "## 生成的报告\n\n每种错误放进 {times} 份报告，各写成 {layouts} 种版式"
    "（不能表达该错误的版式除外）。\n",
    "## Generated reports\n\nEvery mistake in {times} reports, each in {layouts} layouts (but for "
    "those that cannot show it).\n",
)
_REAL = Text(
    "## 真实报告\n\n{files} 份勾稽关系无误的真实报告（不随项目发布）。\n",
    "## Real reports\n\n{files} real reports whose sums are right (no part of the project).\n",
)
_SLIPS = Text(
    """## 指出错在哪一格

申请情况表（表三）随机填写后放进一种笔误，只数勾稽关系能够察觉的。“第一”指正确的改法排在第一位，
“证明有误”指说成已经证明却不对的。两处数字有误而证明不是唯一时，只列出候选。
""",
    """## Naming the wrong cells

Table three is filled at random and one slip is brought in; only those that the sums can show are
counted. First: the truth is the likeliest explanation. Wrongly proved: called proved and not the
truth. Where two wrong numbers have several smallest repairs, the candidates are listed.
""",
)
_SLIPS_HEADER = {
    "zh": ("笔误", "次数", "第一", "前三", "证明有误"),
    "en": ("Slip", "Tables", "First", "Among three", "Wrongly proved"),
}
_EXEMPT = Text("## 没有变异的规则\n", "## Rules without mutations\n")
_GAPS = Text("## 已知的缺口\n", "## Known gaps\n")
_HEADER = {
    "zh": ("规则", "错误数", "发现", "漏报", "误报", "每处错误的发现数"),
    "en": ("Rule", "Mistakes", "Found", "Missed", "False alarms", "Findings per mistake"),
}
_ALL = Text("合计", "All")


def accuracy_page(measured: Measured, language: Language) -> str:
    """The page in one language."""
    words = {"layouts": len(LAYOUTS), "times": measured.times, "files": measured.unharmed.files}
    alarms = len(measured.unharmed.false_alarms)
    parts = [
        LINKS.format(name="accuracy"),
        _TITLE.in_language(language),
        _METHOD.in_language(language).format(**words),
        _CLEAN.in_language(language).format(**words, alarms=alarms),
        _GENERATED.in_language(language).format(**words),
        figures_table(measured.generated, language),
    ]
    if measured.real:
        parts.append(_REAL.in_language(language).format(files=measured.real_files))
        parts.append(figures_table(measured.real, language))
    if GAPS:
        parts.append(_GAPS.in_language(language))
        parts.append("".join(f"- {gap.rule}: {gap.reason.in_language(language)}\n" for gap in GAPS))
    parts += [_SLIPS.in_language(language), _slips_table(measured.slips, language)]
    parts.append(_EXEMPT.in_language(language))
    parts.append("".join(_exempt(language)))
    return "\n".join(parts)


def figures_table(figures: Sequence[Figures], language: Language) -> str:
    """One rule a line, the totals last."""
    total = Figures(
        _ALL.in_language(language),
        sum(one.mistakes for one in figures),
        sum(one.found for one in figures),
        sum(one.others for one in figures),
        sum(one.findings for one in figures),
    )
    linked = [(f"[{one.rule}](rules/{one.rule}.md)", one) for one in figures]
    rows = [_row(name, one) for name, one in (*linked, (f"**{total.rule}**", total))]
    return table(_HEADER[language], rows)


def _slips_table(slips: Sequence[SlipFigures], language: Language) -> str:
    rows = [
        (
            one.name.in_language(language),
            str(one.slips),
            f"{one.first / one.slips:.1%}",
            f"{one.among_three / one.slips:.1%}",
            str(one.wrongly_proved),
        )
        for one in slips
    ]
    return table(_SLIPS_HEADER[language], rows)


def _row(name: str, one: Figures) -> tuple[str, ...]:
    counts = (one.mistakes, one.found, one.missed, one.others)
    return name, *map(str, counts), f"{one.per_mistake:.2f}"


def _exempt(language: Language) -> Iterable[str]:
    for start, reason in EXEMPT.items():
        own = ", ".join(rule for rule in rules().rules if rule.startswith(start))
        yield f"- {own}: {reason.in_language(language)}\n"
