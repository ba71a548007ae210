"""Packs and reports for tests, made in one line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from linter.engine.compilation import compile_assertion
from linter.engine.evaluation import Evaluation, evaluate
from linter.engine.pack_compilation import compile_packs
from linter.engine.rule_set import RuleSet, rule_set_of
from linter.forms import load_form
from linter.model.place import Place
from linter.model.report import Deviation, Record, Report, Scalar, Section, Value
from linter.model.rule import Example, Rule, Text
from linter.records import replace

BLANK = Value("blank")
ABSENT = Value("absent")
INVALID = Value("invalid", text="五件")

TEXT = '{ zh = "中文", en = "English" }'
EXAMPLE = f"text = {TEXT}"


def rule_toml(assertion: str | None = None, **keys: Any) -> str:
    """One rule of a pack. ``keys`` are further keys or other values for the usual ones."""
    values = {
        "id": "A999",
        "slug": "test-rule",
        "severity": "error",
        "editions": ["2021"],
        "source": "国办公开办函〔2021〕30号",
        **keys,
    }
    lines = ["[[rule]]"]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    if assertion is not None:
        lines.append(f"assert = '''\n{assertion}\n'''")
    lines += [f"{key} = {TEXT}" for key in ("title", "why", "message") if key not in keys]
    lines += ["[rule.accepted]", EXAMPLE, "[rule.rejected]", EXAMPLE]
    return "\n".join(lines).replace("= True", "= true") + "\n"


def pack_toml(*rules: str, name: str = "test") -> str:
    return "\n".join([f'[pack]\nname = "{name}"\ntitle = {TEXT}\n', *rules])


def rules_of(*rules: str) -> RuleSet:
    return compile_packs([("pack.toml", pack_toml(*rules).encode())])


def asserting(assertion: str, editions: Sequence[str] = ("2021",), **keys: Any) -> RuleSet:
    """A rule set of one rule, compiled without a pack around it."""
    text = Text("中文", "English")
    example = Example(text, editions[-1])
    rule = Rule(
        "A999", "test-rule", "error", None, tuple(editions), "", text, text, text, example, example
    )
    compiled = json.loads(json.dumps(compile_assertion(assertion, editions)))
    return rule_set_of([replace(rule, assertion=compiled, **keys)])


def value(content: object) -> Value:
    """A filled value, unless it is one already."""
    if isinstance(content, Value):
        return content
    assert isinstance(content, Scalar)
    return Value("filled", content)


def report(
    values: Mapping[str, object] | None = None,
    *,
    edition: str = "2021",
    rest: object = 0,
    tables: Sequence[str] | None = None,
    records: Mapping[str, Sequence[Record]] | None = None,
    sections: Mapping[str, Section | None] | None = None,
    deviations: Sequence[Deviation] = (),
) -> Report:
    """A report whose other cells all hold ``rest``, each on a line of its own."""
    form = load_form(edition)
    there = tuple(form.tables) if tables is None else tuple(tables)
    cells = [cell for key in there for cell in form.tables[key].cells()]
    held: dict[str, Value] = dict.fromkeys(cells, value(rest))
    held |= {path: value(content) for path, content in (values or {}).items()}
    return Report(
        edition,
        2023,
        None,
        None,
        None,
        sections or {},
        {key: key in there for key in form.tables},
        {path: placed(path, one, cells) for path, one in held.items()},
        {name: tuple(some) for name, some in (records or {}).items()},
        tuple(deviations),
    )


def placed(path: str, one: Value, cells: Sequence[str]) -> Value:
    line = cells.index(path) + 10 if path in cells else 1
    place = Place() if one.state == "absent" else Place(line=line)
    return Value(one.state, one.value, one.text, place)


def record(text: str, line: int = 5, **fields: Scalar) -> Record:
    return Record(text, Place(line=line), "overview", fields)


def outcome(assertion: str, one: Report, **keys: Any) -> Evaluation:
    """The evaluation of a single rule with this assertion."""
    rules = asserting(assertion, [one.edition], **keys)
    return evaluate(one, load_form(one.edition), rules)


def holds(assertion: str, one: Report) -> bool | None:
    """True, False, or None where the rule could not be evaluated."""
    evaluation = outcome(assertion, one)
    if evaluation.findings:
        return False
    return None if evaluation.not_evaluated else True
