"""The form's JSON Schema: its errors are findings of rules, whichever validator finds them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine import schema_validation
from linter.engine.evaluation import evaluate
from linter.engine.plain_validity import is_plainly_valid
from linter.engine.schema_validation import (
    SchemaError,
    UnroutedError,
    Validator,
    route,
    schema_findings,
)
from linter.extraction import report_as_data
from linter.forms import load_form, load_schema
from linter.model.finding import Finding, Ref
from linter.model.place import NOWHERE
from linter.model.report import Report, Section, Value
from tests.engine.builders import ABSENT, BLANK, INVALID, report, rule_toml, rules_of

VALIDATORS = get_args(Validator)
CELL = "applications.new.total"

RULES = rules_of(
    *(
        rule_toml(id=rule, slug=rule.lower(), editions=["2019", "2021"])
        for rule in ("T205", "T206", "T207")
    )
)


def found(one: Report, validator: Validator) -> list[Finding]:
    findings = schema_findings(one, load_form(one.edition), tuple(RULES.rules.values()), validator)
    return sorted(findings, key=lambda finding: (finding.cells, finding.rule))


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    ("cell", "rules", "actual"),
    [
        (INVALID, ["T205"], "五件"),
        (-1, ["T206"], -1),
        (Decimal("1.5"), ["T207"], Decimal("1.5")),
        (Decimal("-0.5"), ["T206", "T207"], Decimal("-0.5")),
        (BLANK, [], None),
        (ABSENT, [], None),
        (10**25, [], None),
        (-(10**25), ["T206"], -(10**25)),
    ],
)
def test_a_cell_that_the_form_does_not_allow(
    cell: object, rules: list[str], actual: object, validator: Validator
) -> None:
    one = report({CELL: cell})
    findings = found(one, validator)
    assert [finding.rule for finding in findings] == rules
    for finding in findings:
        assert finding.cells == (CELL,)
        assert finding.facts == {"found": actual, "cell": Ref(CELL)}
        assert finding.actual == actual
        assert finding.place == one.value(CELL).place
        assert finding.section == "applications"


@pytest.mark.parametrize("validator", VALIDATORS)
def test_amounts_may_have_decimals_and_changes_a_sign(validator: Validator) -> None:
    amounts = {"disclosure.fees.amount": Decimal("59237.2449")}
    assert not found(report(amounts), validator)
    changes = {"disclosure.licensing.change": -3, "disclosure.procurement.amount": Decimal("0.1")}
    assert not found(report(changes, edition="2019"), validator)
    change = {"disclosure.licensing.change": Decimal("-1.5")}
    assert [one.rule for one in found(report(change, edition="2019"), validator)] == ["T207"]


def values() -> st.SearchStrategy[Value]:
    filled = st.one_of(
        st.integers(), st.decimals(allow_nan=False, allow_infinity=False, places=4)
    ).map(lambda number: Value("filled", number))
    texts = st.text(min_size=1, max_size=8).map(lambda text: Value("invalid", text=text))
    return st.one_of(filled, texts, st.sampled_from([BLANK, ABSENT]))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report that structure can make, however wrong its content."""
    edition = draw(st.sampled_from(["2019", "2021"]))
    form = load_form(edition)
    tables = draw(st.sets(st.sampled_from(tuple(form.tables))))
    cells = draw(st.dictionaries(st.sampled_from(form.cells()), values(), max_size=8))
    text = st.one_of(st.none(), st.text(max_size=8))
    section = st.one_of(st.none(), text.map(lambda h: Section("overview", h, NOWHERE, ())))
    sections = {key: draw(section) for key in form.sections}
    year = draw(st.one_of(st.none(), st.integers(1000, 9999)))
    signed = draw(st.one_of(st.none(), st.dates()))
    there = {table: table in tables for table in form.tables}
    return Report(edition, year, draw(text), draw(text), signed, sections, there, cells)


@given(reports())
def test_both_validators_find_the_same_and_no_error_lacks_a_rule(one: Report) -> None:
    first, second = (found(one, validator) for validator in VALIDATORS)
    assert first == second


@given(reports())
def test_what_needs_no_validator_is_just_what_a_validator_finds_nothing_wrong_with(
    one: Report,
) -> None:
    schema = load_schema(one.edition)
    data = report_as_data(one, load_form(one.edition), with_text=True)
    plain = is_plainly_valid(data, schema, schema)
    assert plain == (not list(jsonschema.Draft202012Validator(schema).iter_errors(data)))


@pytest.mark.parametrize(
    ("data", "schema"),
    [
        (1, {"maximum": 2}),
        (1, {"$ref": "#/$defs/none"}),
        ({"a": 1}, {"additionalProperties": {"type": "integer"}}),
        (4, {"multipleOf": 2}),
        (True, {"type": "integer"}),
    ],
    ids=["keyword", "reference", "schema of others", "multiple", "truth value"],
)
def test_what_is_not_understood_is_left_to_the_validator(
    data: object, schema: dict[str, object]
) -> None:
    assert not is_plainly_valid(data, schema, {"$defs": {}})


def test_a_plainly_valid_report_loads_no_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_validation, "_ERRORS", {})
    assert not evaluate(report(), load_form("2021"), RULES).findings


def test_the_faster_validator_is_taken_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: list[str] = []

    def noted(name: str) -> Callable[[str, object], list[SchemaError]]:
        def errors(_edition: str, _data: object) -> list[SchemaError]:
            used.append(name)
            return []

        return errors

    monkeypatch.setattr(schema_validation, "_ERRORS", {name: noted(name) for name in VALIDATORS})
    monkeypatch.setattr(schema_validation, "find_spec", lambda _name: object())
    one = report({CELL: INVALID})
    evaluate(one, load_form("2021"), RULES)
    monkeypatch.setattr(schema_validation, "find_spec", lambda _name: None)
    evaluate(one, load_form("2021"), RULES)
    assert used == ["jsonschema_rs", "jsonschema"]


def test_rules_that_do_not_run_are_not_told() -> None:
    one = report({CELL: INVALID})
    assert not evaluate(one, load_form("2021"), RULES.only(["T206"])).findings


def test_an_error_without_a_rule_is_a_defect_and_says_so() -> None:
    error = SchemaError(("tables", "applications"), "required", "'new' is a required property")
    with pytest.raises(UnroutedError, match=r"tables\.applications: required: 'new' is a"):
        route(load_schema("2021"), error)


def test_the_nearest_route_counts() -> None:
    schema = {
        "x-rules": {"type": "T001", "required": "T002"},
        "properties": {
            "a": {"x-rules": {"type": "T003"}, "properties": {"b": {"$ref": "#/$defs/b"}}}
        },
        "$defs": {"b": {"x-rules": {"minimum": "T004"}}},
    }
    routes = {
        (path, keyword): route(schema, SchemaError(path, keyword, ""))
        for path, keyword in [
            ((), "type"),
            (("a",), "type"),
            (("a",), "required"),
            (("a", "b"), "type"),
            (("a", "b"), "minimum"),
        ]
    }
    assert list(routes.values()) == ["T001", "T003", "T002", "T003", "T004"]
