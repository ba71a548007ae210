"""``docs/coverage.md``: every requirement of law and form, and what becomes of it here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docs.generate.markdown import table
from docs.generate.requirements import Group, Requirement
from linter.model.rule import Language, Text

_INTRODUCTION = Text(
    """# 要求与规则对照表

法规、格式和收费办法对年度报告的每项要求，由哪些规则检查；程序无法检查的，说明原因。
“条例”指《中华人民共和国政府信息公开条例》（国务院令第711号修订）。
本页由 `make docs` 根据 `docs/requirements.toml` 生成。
测试保证每项要求都有规则或者原因，每条规则都有对应的要求。

共 {requirements} 项要求：{checked} 项由规则检查，其中 {partly} 项只能检查一部分；
{unchecked} 项程序无法检查。
""",
    """# Requirements and rules

Every requirement of law, form and fee measures on annual reports with the rules that check it, or
with the reason why no program can. 条例 are the Regulations of the People's Republic of China on
Open Government Information as revised by State Council Decree No. 711. `make docs` writes this
page from `docs/requirements.toml`; the tests see to it that every requirement has a rule or a
reason, and every rule a requirement.

{requirements} requirements: {checked} are checked by rules ({partly} of them in part), {unchecked}
cannot be checked by a program.
""",
)
_HEADER = {
    "zh": ("要求", "依据", "规则", "不能检查的部分及原因"),
    "en": ("Requirement", "Source", "Rules", "What is not checked, and why"),
}
LINKS = "[English]({name}.md) | [简体中文]({name}.zh-CN.md)\n"


def coverage_page(groups: Sequence[Group], language: Language) -> str:
    """The page in one language."""
    introduction = _INTRODUCTION.in_language(language).format(**_figures(groups))
    parts = [LINKS.format(name="coverage"), introduction]
    for group in groups:
        rows = (_row(requirement, language) for requirement in group.requirements)
        parts.append(f"## {group.title.in_language(language)}\n")
        parts.append(table(_HEADER[language], rows))
    return "\n".join(parts)


def _row(requirement: Requirement, language: Language) -> tuple[str, ...]:
    return (
        requirement.text.in_language(language),
        requirement.source,
        " ".join(f"[{rule}](rules/{rule}.md)" for rule in requirement.rules),
        requirement.reason.in_language(language) if requirement.reason else "",
    )


def _figures(groups: Sequence[Group]) -> Mapping[str, int]:
    all_of_them = [one for group in groups for one in group.requirements]
    checked = [one for one in all_of_them if one.rules]
    return {
        "requirements": len(all_of_them),
        "checked": len(checked),
        "partly": sum(one.reason is not None for one in checked),
        "unchecked": len(all_of_them) - len(checked),
    }
