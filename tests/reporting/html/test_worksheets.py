"""The sheet that a person signs: every identity with both sides and its mark."""

from __future__ import annotations

import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from linter.model.rule import Rule
from linter.records import replace
from linter.reporting.html.worksheets import rules_fingerprint
from linter.reporting.run import Run
from tests.reporting.exchange.runs import full_run
from tests.reporting.html.pages import (
    EXAMPLES,
    FAULTY,
    WORKSHEETS,
    example,
    page_of,
    run_of_files,
    run_of_text,
    texts,
)
from tests.reporting.samples import RULES

_CLEAN = EXAMPLES / "clean" / "2024-water-bureau.md"


def _facts(page: LexborHTMLParser) -> dict[str, str]:
    return dict(zip(texts(page, ".facts th"), texts(page, ".facts td"), strict=True))


def _lines(page: LexborHTMLParser, kind: str = "") -> list[str]:
    rows = page.css(f".identities tbody tr{kind}")
    return [" | ".join(texts(row, "th, td")) for row in rows if row.css("td")]


def test_it_says_what_was_checked_by_what() -> None:
    text = example()

    facts = _facts(page_of(run_of_text(text)))

    assert facts["报告单位"] == "云溪县水务局"
    assert facts["报告年度"] == "2023年度"
    assert facts["文件"] == "报告.md"
    assert facts["文件 SHA-256"] == hashlib.sha256(text.encode()).hexdigest()
    assert facts["格式"] == "国办公开办函〔2021〕30号 · 2021年版格式"
    assert re.fullmatch(r"\d+ 条规则，指纹 [0-9a-f]{16}", facts["规则"])
    assert re.fullmatch(r"nianbao \d+\.\d+\.\d+", facts["检查工具"])
    assert facts["结论"] == "未发现问题。"
    assert facts["规则检查情况"].startswith(facts["规则"].split("，")[0])


def test_every_identity_is_there_with_both_sides_and_its_mark() -> None:
    page = page_of(run_of_text(example()))

    lines = _lines(page)
    assert "1 | 自然人 | 14 + 2 = 16 | = | 15 + 1 = 16 | ✓ 符合" in lines
    assert (
        "15 | 一、本年新收政府信息公开申请数量 | 14 + 5 + 1 + 0 + 2 + 0 = 22 | = | 22 | ✓ 符合"
        in lines
    )
    assert [line.split(" | ")[0] for line in lines] == [str(n + 1) for n in range(len(lines))]
    assert len(lines) >= 42
    assert all(line.endswith("✓ 符合") for line in lines)
    (caption,) = texts(page, ".identities caption")
    assert caption.endswith(f"勾稽关系 {len(lines)} 项：符合 {len(lines)}，不符 0，未判 0")


def test_what_does_not_hold_is_marked_and_what_is_unsure_is_not_condemned() -> None:
    page = page_of(run_of_files(FAULTY))

    assert _lines(page, ".violated") == [
        "1 | 自然人 | 5 + 1 = 6 | = | 4 + 0 = 4 | ✗ 不符",
        "7 | 总计 | 5 + 1 = 6 | = | 4 + 0 = 4 | ✗ 不符",
    ]
    assert _lines(page, ".doubtful") == [
        "41 | 未经复议直接起诉 | 1 + 0 + 0 + 1 = 2 | = | 空白 | ？ 存疑"
    ]


def test_without_a_number_the_sheet_says_which_cell_lacks_one() -> None:
    page = page_of(run_of_text(example("2021", ("|14|5|1|0|2|0|22|", "|若干|5|1|0|2|0|22|"))))

    (one, *_) = _lines(page, ".untold")
    assert one == (
        "1 | 自然人 | 缺少或不是数字：一、本年新收政府信息公开申请数量 · 自然人 | — 未判"
    )


def test_there_is_room_for_signatures_and_a_date() -> None:
    page = page_of(run_of_text(example()))

    assert texts(page, ".signatures dt") == [
        "填报人（签字）",
        "审核人（签字）",
        "单位负责人（签字）",
        "日期",
    ]
    assert texts(page, ".signatures dd") == ["", "", "", "年 月 日"]
    assert texts(page, ".seal") == ["（单位盖章）"]


def test_a_file_that_is_gone_has_no_hash() -> None:
    page = page_of(full_run("zh", worksheets=WORKSHEETS))

    assert texts(page, ".facts td").count("未能计算") == 1


def test_sums_without_parts_are_0() -> None:
    page = page_of(full_run("zh", worksheets=WORKSHEETS))

    assert any("| = | 0 | ？ 存疑" in line for line in _lines(page))


def test_a_run_without_worksheets_has_none_in_its_page() -> None:
    run = run_of_text(example(), worksheets={})

    assert page_of(run).css(".worksheet") == []


def _many(run: Run) -> Run:
    """The same file twenty-one times, under different names."""
    (result,), (sheet,) = run.results, run.worksheets.values()
    names = [f"{n:02}.md" for n in range(21)]
    results = tuple(replace(result, path=name) for name in names)
    return replace(run, results=results, worksheets=dict.fromkeys(names, sheet))


def test_of_many_files_only_what_fails_is_listed_and_the_sheet_says_so() -> None:
    page = page_of(_many(run_of_files(FAULTY)))

    assert len(page.css(".worksheet")) == 21
    assert len(_lines(page)) == 21 * 3
    (note, *_) = texts(page, ".worksheet > p.quiet")
    assert note.startswith("仅列出不符和未判的各项")
    assert page_of(_many(run_of_files(_CLEAN))).css(".worksheet") == []


def test_the_fingerprint_of_rules_changes_with_what_they_find_and_not_with_where_they_lie() -> None:
    one, *others = RULES.values()

    def changed(**facts: object) -> str:
        rule: Rule = replace(one, **facts)
        return rules_fingerprint([rule, *others])

    same = rules_fingerprint(RULES.values())
    assert changed(origin="elsewhere") == same
    assert changed(pack="other") == same
    assert changed(severity="info") != same
    assert changed(assertion={"2021": []}) != same
    assert rules_fingerprint(others) != same
