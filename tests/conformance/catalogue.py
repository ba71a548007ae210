"""Every mutation by the rule that it breaks."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Text
from linter.records import record
from tests.conformance import arithmetic, content, dates, hygiene, narrative, structure, tables
from tests.conformance.specimen import Mutation

MUTATIONS: tuple[Mutation, ...] = (
    *structure.MUTATIONS,
    *tables.MUTATIONS,
    *arithmetic.MUTATIONS,
    *dates.MUTATIONS,
    *content.MUTATIONS,
    *narrative.MUTATIONS,
    *hygiene.MUTATIONS,
)

EXEMPT: Mapping[str, Text] = {
    "E9": Text(
        "关于文件本身或者配置，`tests/rules`、`tests/suppression` 逐种检查",
        "about the file itself or the settings; `tests/rules` and `tests/suppression` try each",
    ),
}
"""Rules, or the beginning of their ids, that no change of a printed report can break."""


@record
class Gap:
    """A mistake that is not told as it should be in some layouts, whose names begin so."""

    rule: str
    layouts: str
    reason: Text


GAPS: tuple[Gap, ...] = (
    Gap(
        "T210",
        "txt-",
        Text(
            "纯文本中重复的表四读成一行数据过多（T217）。",
            "Table four twice in plain text is read as a row with too many figures (T217).",
        ),
    ),
    Gap(
        "T221",
        "txt-cell-a-paragraph",
        Text(
            "每格一段的纯文本中，移到第五部分的表四报告为缺少（T201）。",
            "In plain text with a cell a paragraph, table four under heading five is told to be "
            "missing (T201).",
        ),
    ),
)
"""What is known to be wrong: the figures count it, the tests do not demand it."""


def has_gap(mutation: Mutation, layout: str) -> bool:
    return any(gap.rule == mutation.rule and layout.startswith(gap.layouts) for gap in GAPS)


def mutations_of(rule: str) -> tuple[Mutation, ...]:
    """How a mistake that the rule is to report comes into a report."""
    return tuple(mutation for mutation in MUTATIONS if mutation.rule == rule)
