"""docs/rule-language.md tells everything that the language has, and its examples are right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from linter.engine.compilation import compile_assertion
from linter.engine.pack_compilation import compile_packs
from linter.engine.vocabulary import DEVIATIONS, DOMAINS, FACTS, FUNCTIONS, RECORDS, SCALARS
from linter.resources import SCHEMAS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [
    (DOCS / name).read_text(encoding="utf-8")
    for name in ("rule-language.md", "rule-language.zh-CN.md")
]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: str, kind: str) -> list[str]:
    return [text for label, text in BLOCK.findall(page) if label == kind]


@pytest.mark.parametrize("page", PAGES, ids=["en", "zh"])
class TestPage:
    def test_its_examples_are_right(self, page: str) -> None:
        (pack,) = blocks(page, "toml")
        assert compile_packs([("example.toml", pack.encode())])
        for assertion in blocks(page, "rule"):
            assert compile_assertion(assertion, ["2019", "2021"])

    def test_it_tells_every_word_of_the_language(self, page: str) -> None:
        fields = {field for names in RECORDS.values() for field in names}
        for word in (*SCALARS, *RECORDS, *fields, *DEVIATIONS):
            assert f"`{word}`" in page, word
        for function in FUNCTIONS:
            assert f"`{function}(" in page, function
        for domain in DOMAINS:
            assert f"{domain}(" in page, domain
        for fact in (*FACTS, "count", "about", "text"):
            assert f"{{{fact}}}" in page, fact

    def test_it_tells_every_key_of_a_pack(self, page: str) -> None:
        schema = json.loads((SCHEMAS / "rulepack.schema.json").read_text(encoding="utf-8"))
        parts = (schema["properties"]["pack"], schema["$defs"]["rule"], schema["$defs"]["example"])
        for key in (key for part in parts for key in part["properties"]):
            assert f"| `{key}` |" in page, key

    def test_its_links_lead_somewhere(self, page: str) -> None:
        headings = {
            re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
            for title in re.findall(r"^#+ (.*)$", page, re.MULTILINE)
        }
        assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= headings


def test_both_pages_have_the_same_parts_and_examples() -> None:
    first, second = PAGES
    assert first.count("\n## ") == second.count("\n## ")
    for kind in ("toml", "rule"):
        assert blocks(first, kind) == blocks(second, kind)
    assert first.count("\n| ") == second.count("\n| ")
