"""``docs/metamorphic.md``: the table for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docs.generate.coverage import LINKS
from docs.generate.markdown import table
from linter.model.rule import Language, Text
from tests.metamorphic.measuring import Measured
from tests.metamorphic.sources import reports

_TITLE = Text("# 同一报告的各种文件\n", "# One report in every form\n")
_METHOD = Text(
    """没有错误的报告 {reports} 份（两个年版，措辞和版面各不相同）先写成各种版式的文件，再由
LibreOffice、Chromium 转换。每个文件读出的数据应当与报告一致，检查应当没有错误和警告。
`make metamorphic` 重新测量并改写本页；本机没有上述软件的，只测量直接写成的文件。

- 一致：各表每个单元格、各部分文字、年度、机关和落款日期都与报告相同。
- 无误报：检查没有错误和警告。
""",
    """{reports} reports without a mistake (both editions, worded and laid out in several ways) are
written in every layout and then converted by LibreOffice and Chromium. What is read from each file
is to be the report's data, and its check is to be silent. `make metamorphic` measures anew and
rewrites this page; without these programs it measures only what is written directly.

- Same: every cell of the tables, the text of each section, year, organ and date are the report's.
- Silent: the check has neither errors nor warnings.
""",
)
_DIRECT = Text("## 直接写成\n", "## Written directly\n")
_CONVERTED = Text("## 转换之后\n", "## After a conversion\n")
_HEADER = Text("文件|数量|一致|无误报", "form|files|same|silent")


def metamorphic_page(
    printed: Sequence[Measured], converted: Sequence[Measured], language: Language
) -> str:
    """The page in one language."""
    return "\n".join(
        (
            LINKS.format(name="metamorphic"),
            _TITLE.in_language(language),
            _METHOD.in_language(language).format(reports=len(reports())),
            _DIRECT.in_language(language),
            _table(printed, language),
            _CONVERTED.in_language(language),
            _table(converted, language),
        )
    )


def _table(rows: Iterable[Measured], language: Language) -> str:
    cells = ((one.form, str(one.files), str(one.same), str(one.silent)) for one in rows)
    return table(_HEADER.in_language(language).split("|"), cells)
