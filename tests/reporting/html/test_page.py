"""The page is whole, sound and accessible by its structure."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import linter
from linter.model.rule import Language
from linter.reporting.html.page import html
from linter.reporting.html.words import WORDS
from linter.reporting.run import Run
from tests.reporting.exchange.runs import full_run
from tests.reporting.html.pages import (
    EXAMPLES,
    FAULTY,
    LANGUAGES,
    WORKSHEETS,
    attributes,
    page_of,
    run_of_files,
    run_of_text,
    texts,
)
from tests.reporting.samples import sample_run

_GOLDEN = Path(__file__).parent / "golden"
_BLANK = re.compile(r"<(style|script)>.*?</\1>|sha256-[\w+/=]+", re.DOTALL)
_CULTURE = EXAMPLES / "faulty" / "2024-culture-bureau.docx"
_CLEAN = EXAMPLES / "clean" / "2024-water-bureau.md"


def _run(name: str, language: Language) -> Run:
    if name == "sample":
        return full_run(language, worksheets=WORKSHEETS)
    if name == "one":
        return run_of_files(FAULTY, language=language)
    if name == "clean":
        return run_of_files(_CLEAN, language=language)
    return run_of_files(FAULTY, _CULTURE, *[_CLEAN] * 20, language=language)


@pytest.fixture(
    scope="module",
    params=[(name, lang) for name in ("sample", "one", "clean", "many") for lang in LANGUAGES],
    ids="-".join,
)
def page(request: pytest.FixtureRequest) -> LexborHTMLParser:
    return page_of(_run(*request.param))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_as_in_the_golden_file(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter, "__version__", "0.0.0")
    output = _BLANK.sub("", html(_run("sample", language)))
    file = _GOLDEN / f"page.{language}.html"
    if os.environ.get("NIANBAO_UPDATE_GOLDEN"):
        file.write_text(output, "utf-8")
    assert output == file.read_text("utf-8")


def test_the_same_run_makes_the_same_bytes() -> None:
    assert html(_run("one", "zh")) == html(_run("one", "zh"))


def test_headings_go_down_one_level_at_a_time(page: LexborHTMLParser) -> None:
    levels = [int(str(node.tag)[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_there_once_and_whatever_is_named_is_there(page: LexborHTMLParser) -> None:
    ids = attributes(page, "[id]", "id")
    assert len(ids) == len(set(ids))

    named = [*attributes(page, "[aria-describedby]", "aria-describedby")]
    named += attributes(page, "[aria-labelledby]", "aria-labelledby")
    named += [one for value in attributes(page, "output", "for") for one in value.split()]
    named += [href[1:] for href in attributes(page, "a", "href") if href.startswith("#")]
    assert set(named) <= set(ids)
    assert all(re.fullmatch(r"[\w-]+", one) for one in ids)


def test_everything_that_can_be_reached_has_a_name(page: LexborHTMLParser) -> None:
    assert all(texts(page, "a"))
    assert all(texts(page, "button"))
    assert all(texts(page, "label"))
    for box in page.css("input"):
        assert box.parent is not None
        assert box.parent.tag == "label"
    for scroll in page.css("[tabindex='0']"):
        assert scroll.attributes.get("aria-label") or scroll.attributes.get("aria-labelledby")


def test_headers_of_tables_say_what_they_head(page: LexborHTMLParser) -> None:
    assert all(attributes(page, "th", "scope"))
    assert all(texts(page, "th"))
    assert page.css("[title]") == []


def test_it_is_said_in_which_language_the_page_is(page: LexborHTMLParser) -> None:
    (language,) = attributes(page, "html", "lang")
    assert language in ("zh-CN", "en")
    assert set(attributes(page, "p.text", "lang")) <= {"zh-CN"}


def test_nothing_of_the_page_lies_elsewhere(page: LexborHTMLParser) -> None:
    assert page.css("[src], link, img, iframe, object, embed, form, base, [style]") == []
    style = page.css_first("style")
    assert style is not None
    assert not re.search(r"url\(|@import|@font-face", style.text())
    assert not [name for node in page.css("*") for name in node.attributes if name[:2] == "on"]


def test_the_policy_lets_nothing_but_our_own_style_and_script_in(page: LexborHTMLParser) -> None:
    (policy,) = attributes(page, "meta[http-equiv='Content-Security-Policy']", "content")

    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (node,) = page.css(name)
        digest = hashlib.sha256(node.text().encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "unsafe" not in policy


def test_every_word_is_there_in_both_languages_and_used() -> None:
    folder = Path(linter.__file__).parent / "reporting" / "html"
    sources = "".join(
        file.read_text("utf-8")
        for pattern in ("*.py", "templates/*.html")
        for file in folder.glob(pattern)
        if file.name != "words.py"
    )
    for key, text in WORDS.items():
        assert text.zh
        assert text.en
        assert not re.search("[一-鿿]", text.en)
        assert set(re.findall(r"{\w+}", text.zh)) == set(re.findall(r"{\w+}", text.en))
        stem, _, end = key.rpartition(".")
        assert f'"{key}"' in sources or f'"{stem}."' in sources or f"{stem}.{{" in sources, end


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdict_and_counts_come_first(language: Language) -> None:
    page = page_of(_run("one", language))

    (verdict,) = texts(page, "header .verdict")
    assert (
        verdict
        == {
            "zh": "不符合要求，须改正错误。",
            "en": "Not in order: the errors must be corrected.",
        }[language]
    )
    assert len(page.css(".finding")) == 6
    assert attributes(page, ".filter input", "data-severity") == ["error", "warning", "info"]


def test_a_finding_tells_sum_place_reason_law_and_remedy() -> None:
    page = page_of(_run("one", "zh"))

    (finding,) = [one for one in page.css(".finding") if "A309" in one.text()]
    facts = dict(zip(texts(finding, "dt"), texts(finding, "dd"), strict=True))
    assert facts["算式"] == "空白 ≠ 1 + 0 + 0 + 1，差 2"
    assert facts["位置"] == "第390行第2列，表3第4行第10格"
    assert facts["依据"].startswith("国办公开办函〔2021〕30号")
    assert {"理由", "怎样改正"} <= facts.keys()
    assert facts["规则说明"] == "nianbao explain A309"


def test_a_proposal_says_whether_it_can_be_made_without_a_person() -> None:
    page = page_of(_run("one", "zh"))

    proposals = [text for text in texts(page, "dd") if text.startswith("把「")]
    assert proposals == [
        "把「规范性文件」改为「行政规范性文件」 （可用 --fix 自动修改）",
        "把「七、其他需要报告的事项」改为「六、其他需要报告的事项」 （须人工核对后修改）",
    ]


def test_rules_have_links_where_their_pages_are_published() -> None:
    run = run_of_text(
        FAULTY.read_text("utf-8"), name="a.txt", rule_pages="https://docs.example.org/rules/"
    )

    links = attributes(page_of(run), ".finding a[rel]", "href")

    assert len(links) == 6
    assert all(link.startswith("https://docs.example.org/rules/") for link in links)


def test_a_report_without_findings_has_no_filter() -> None:
    page = page_of(_run("clean", "zh"))

    assert page.css(".filter") == []
    assert page.css(".finding, .marked, .culprit, .clash") == []
    assert texts(page, "header .verdict") == ["未发现问题。"]
    assert len(page.css("table.form")) == 3


def test_what_could_not_be_read_says_so_and_has_no_sheet_to_sign() -> None:
    page = page_of(run_of_text("今天开会。"))

    assert texts(page, ".sheet .verdict") == ["不是年度报告，未检查"]
    assert len(page.css(".finding")) == 1
    assert page.css(".worksheet") == []


def test_suppressed_findings_and_doubts_are_told() -> None:
    page = page_of(full_run("zh"))

    assert len(texts(page, ".sheet .part li")) == 3
    assert any("区划调整，数据另行说明" in text for text in texts(page, ".part li"))
    assert len(page.css(".doubt")) == 1


def test_a_run_without_files_is_a_page_too() -> None:
    page = page_of(sample_run(results=()))

    assert texts(page, "header .verdict") == ["没有可检查的文件。"]
    assert page.css(".sheet, .overview, .filter") == []
