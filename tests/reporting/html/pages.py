"""HTML reports of example files as the command writes them, and what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from linter.engine.balances import Identities
from linter.forms import example_text
from linter.model.balance import Balance
from linter.model.finding import FileResult, Term
from linter.model.rule import Language
from linter.reporting.html.page import html
from linter.reporting.run import Run, Worksheet
from tests.product import checked, rules

EXAMPLES = Path(__file__).parents[3] / "examples"
FAULTY = EXAMPLES / "faulty" / "2023-yunting-town.txt"
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_NEW, _ROW = "applications.new", {"row": "applications.new"}
_SIDES = (Term(f"{_NEW}.natural_person", 5), Term(f"{_NEW}.enterprise", 3, blank=True))
WORKSHEETS = {
    "reports/2023-qingshi.txt": Worksheet(
        "0123456789abcdef" * 4,
        (
            Balance("A303", _ROW, _SIDES, "=", (Term(f"{_NEW}.total", 8),), holds=True),
            Balance("A303", _ROW, _SIDES, "=", (Term(f"{_NEW}.total", 9),), holds=False),
            Balance("A303", _ROW, _SIDES, "=", (), holds=False, certain=False),
            Balance("A304", {}, _SIDES, "<=", (), holds=None, unknown=(f"{_NEW}.total",)),
        ),
    ),
    "reports/2023-liuhe.docx": Worksheet(None),
}
"""Worksheets for the sample run, with an identity of every kind."""


def run_of(
    results: Sequence[tuple[FileResult, bytes]], language: Language = "zh", **options: Any
) -> Run:
    """A run with the worksheets that the command gives it."""
    identities = Identities(rules())
    worksheets = {}
    for result, data in results:
        report = result.report
        balances = identities.balances(report, result.outcomes) if report else ()
        worksheets[result.path] = Worksheet(hashlib.sha256(data).hexdigest(), balances)
    files = tuple(result for result, _ in results)
    known = rules().whole().rules
    return Run(files, known, language, **({"worksheets": worksheets} | options))


def run_of_text(text: str, language: Language = "zh", name: str = "报告.md", **options: Any) -> Run:
    """The run of one file."""
    return run_of([(checked(text.encode(), name), text.encode())], language, **options)


def run_of_files(*files: Path, language: Language = "zh") -> Run:
    """The run of several files, called by their names."""
    read = [(file, file.read_bytes()) for file in files]
    return run_of([(checked(data, file.name), data) for file, data in read], language)


def page_of(run: Run) -> LexborHTMLParser:
    """The page of a run, parsed as browsers do."""
    return LexborHTMLParser(html(run))


def example(edition: str = "2021", *changes: tuple[str, str]) -> str:
    """The example report of an edition with pieces of it replaced, each there exactly once."""
    text = example_text(edition)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def words_of(node: LexborNode) -> str:
    """The text of an element with single spaces."""
    return " ".join(node.text().split())


def texts(page: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    """The texts of the elements that ``selector`` finds."""
    return [words_of(node) for node in page.css(selector)]


def attributes(page: LexborHTMLParser | LexborNode, selector: str, name: str) -> list[str]:
    """The values of an attribute of the elements that ``selector`` finds."""
    return [node.attributes.get(name) or "" for node in page.css(selector)]
