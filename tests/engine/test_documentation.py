"""docs/rule-language.md tells everything that the language has, and its examples are right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from linter.engine import chinese
from linter.engine.compilation import compile_assertion
from linter.engine.pack_compilation import compile_packs
from linter.engine.pack_terms import KEYS
from linter.engine.packs import load_rules
from linter.engine.vocabulary import DEVIATIONS, DOMAINS, FACTS, FUNCTIONS, RECORDS, SCALARS
from linter.pack_trial import tried
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
        assert compile_packs([("example.toml", pack.encode())]).rules
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
        kinds = ("rule", "change", "edition", "section", "example")
        parts = (schema["properties"]["pack"], *(schema["$defs"][kind] for kind in kinds))
        for key in (key for part in parts for key in part["properties"]):
            assert re.search(rf"^\|.*`{key}`.*\|", page, re.MULTILINE), key

    def test_it_tells_every_word_in_chinese(self, page: str) -> None:
        names = (
            chinese.KEYWORDS.values(),
            chinese.SCALARS,
            chinese.COLLECTIONS,
            chinese.FIELDS,
            chinese.PARAMETERS,
            chinese.DEVIATIONS,
            *chinese.VALUES.values(),
        )
        for word in (word for some in names for word in some):
            assert f"`{word}`" in page, word
        for word in (*chinese.FUNCTION_NAMES, *chinese.DOMAINS):
            assert f"`{word}`" in page or f"`{word}(" in page, word
        for word in chinese.FACTS:
            assert f"`{word}`" in page or f"{{{word}}}" in page, word

    def test_its_links_lead_somewhere(self, page: str) -> None:
        headings = {
            re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
            for title in re.findall(r"^#+ (.*)$", page, re.MULTILINE)
        }
        assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= headings


def test_the_chinese_page_tells_every_chinese_key() -> None:
    for kind, names in KEYS.items():
        for name in () if kind in ("", "text", "day") else names:
            assert re.search(rf"^\|.*`{name}`.*\|", PAGES[1], re.MULTILINE), name


def test_both_pages_have_the_same_examples() -> None:
    first, second = PAGES
    for english, other in zip(blocks(first, "rule"), blocks(second, "rule"), strict=True):
        editions = ["2019", "2021"]
        assert compile_assertion(english, editions) == compile_assertion(other, editions)
    rules = [
        compile_packs([("example.toml", blocks(page, "toml")[0].encode())]).rules["XX-A301"]
        for page in PAGES
    ]
    assert rules[0].assertion == rules[1].assertion
    assert rules[0].message.zh == rules[1].message.zh
    assert rules[0].rejected.set == rules[1].rejected.set


def test_both_pages_change_the_same_rule(tmp_path: Path) -> None:
    changed = []
    for page in PAGES:
        (change,) = blocks(page, "change")
        pack = f'[pack]\nname = "county"\ntitle = "云溪县"\n\n{change}'
        (tmp_path / "pack.toml").write_text(pack, encoding="utf-8")
        rules = load_rules([tmp_path])
        assert tried(rules, [tmp_path]).problems == ()
        changed.append(rules.rules["D406"])
    assert changed[0].changes == changed[1].changes
    assert changed[0].assertion == changed[1].assertion
