"""Random assertions agree with an evaluation that shares nothing with the engine."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from linter.forms import load_form
from linter.model.report import Value
from tests.engine.builders import ABSENT, BLANK, holds, outcome, report

CELLS = [cell for cell in load_form("2021").cells() if cell.startswith(("review", "disclosure"))]
_RELATIONS = ("=", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True)
class Expression:
    """How it is written, what Python makes of it, and which cells it names."""

    written: str
    python: str
    cells: frozenset[str]


def joined(parts: list[Expression], written: str, python: str) -> Expression:
    return Expression(
        written.format(*(part.written for part in parts)),
        python.format(*(part.python for part in parts)),
        frozenset[str]().union(*(part.cells for part in parts)),
    )


def cell(path: str) -> Expression:
    return Expression(path, f"v[{path!r}]", frozenset([path]))


def number(value: int) -> Expression:
    return Expression(str(value), f"F({value})", frozenset())


def decimal(value: int) -> Expression:
    return Expression(f"{value // 100}.{value % 100:02}", f"F({value}, 100)", frozenset())


def numbers() -> st.SearchStrategy[Expression]:
    leaves = st.one_of(
        st.sampled_from(CELLS).map(cell),
        st.integers(0, 20).map(number),
        st.integers(0, 999).map(decimal),
        st.just(
            Expression(
                "sum(review.*.total)",
                " + ".join(f"v['{path}']" for path in CELLS if path.endswith(".total")),
                frozenset(path for path in CELLS if path.endswith(".total")),
            )
        ).map(lambda one: Expression(one.written, f"({one.python})", one.cells)),
    )

    def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        pair = st.lists(inner, min_size=2, max_size=2)
        shapes = [
            ("{} + {}", "({} + {})"),
            ("({} - ({}))", "({} - ({}))"),
            ("({}) * ({})", "(({}) * ({}))"),
            ("max({}, {})", "max({}, {})"),
            ("min({}, {})", "min({}, {})"),
        ]
        two = st.tuples(pair, st.sampled_from(shapes)).map(lambda it: joined(it[0], *it[1]))
        one = st.tuples(inner, st.sampled_from([("-({})", "-({})"), ("abs({})", "abs({})")]))
        return st.one_of(two, one.map(lambda it: joined([it[0]], *it[1])))

    return st.recursive(leaves, grown, max_leaves=6)


def conditions() -> st.SearchStrategy[Expression]:
    leaves = st.tuples(numbers(), st.sampled_from(_RELATIONS), numbers()).map(
        lambda it: joined(
            [it[0], it[2]],
            f"{{}} {it[1]} {{}}",
            f"({{}} {it[1].replace('=', '==') if it[1] == '=' else it[1]} {{}})",
        )
    )

    def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        pair = st.lists(inner, min_size=2, max_size=2)
        words = st.sampled_from(["and", "or"])
        two = st.tuples(pair, words).map(
            lambda it: joined(it[0], f"({{}}) {it[1]} ({{}})", f"({{}} {it[1]} {{}})")
        )
        return st.one_of(two, inner.map(lambda it: joined([it], "not ({})", "(not {})")))

    return st.recursive(leaves, grown, max_leaves=4)


def evaluated(expression: Expression, values: dict[str, Fraction]) -> object:
    names = {"v": values, "F": Fraction, "max": max, "min": min, "abs": abs}
    return eval(expression.python, {"__builtins__": {}}, names)  # noqa: S307 - our own text


values = st.dictionaries(
    st.sampled_from(CELLS), st.one_of(st.integers(-9, 30), st.sampled_from([BLANK, ABSENT]))
)


@given(conditions(), values)
def test_conditions(condition: Expression, held: dict[str, int | Value]) -> None:
    assumed = {path: held.get(path, 0) for path in CELLS}
    numbers = {p: Fraction(0 if isinstance(v, Value) else v) for p, v in assumed.items()}
    expected = evaluated(condition, numbers)
    known = not any(held.get(path) is ABSENT for path in condition.cells)
    found = holds(condition.written, report(held))
    if known:
        assert found is expected
    elif found is not None:
        assert found is expected or found is _decided_anyway(condition, numbers, held)
    else:
        assert expected is False


def _decided_anyway(
    condition: Expression, numbers: dict[str, Fraction], held: dict[str, int | Value]
) -> object:
    """The outcome where it is the same whatever stands in the cells that are not there."""
    gaps = [path for path in condition.cells if held.get(path) is ABSENT]
    outcomes = {
        evaluated(condition, numbers | dict.fromkeys(gaps, Fraction(one)))
        for one in (-1000, -1, 0, 1, 7, 1000)
    }
    return outcomes.pop() if len(outcomes) == 1 else None


@given(numbers(), numbers(), values)
def test_both_sides_of_a_violation(
    left: Expression, right: Expression, held: dict[str, int | Value]
) -> None:
    held = {path: BLANK if one is ABSENT else one for path, one in held.items()}
    numbers = {
        path: Fraction(0 if isinstance(held.get(path, 0), Value) else held.get(path, 0))  # type: ignore[arg-type]
        for path in CELLS
    }
    one, other = evaluated(left, numbers), evaluated(right, numbers)
    findings = outcome(f"{left.written} = {right.written}", report(held)).findings
    assert (one != other) == bool(findings)
    for finding in findings:
        assert finding.equation is not None
        assert Fraction(finding.equation.left_sum) == one
        assert Fraction(finding.equation.right_sum) == other
        assert Fraction(finding.facts["left"]) == one  # type: ignore[arg-type]
        assert Fraction(finding.facts["right"]) == other  # type: ignore[arg-type]
        assert set(finding.cells) == left.cells | right.cells
