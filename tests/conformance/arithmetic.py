"""Mistakes in the sums of tables two to four (A3xx)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from linter.forms import Row, load_form
from tests.conformance.specimen import Mutation, Specimen
from tests.conformance.tables import keeps_blanks

_BALANCE = ("new", "carried_in", "results_total", "carried_out")
_PEOPLE = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")


def slipped(number: int, chance: Random) -> int:
    """Another number, as it comes about when numbers are copied by hand."""
    digits = str(number)
    wrong = [
        number + 1,
        max(number - 1, 0),
        number * 10,
        number // 10,
        int(digits[::-1]),
        number + chance.randint(1, 99),
    ]
    return chance.choice([one for one in wrong if one != number])


def _rows(specimen: Specimen, table: str) -> tuple[Row, ...]:
    return load_form(specimen.edition).tables[table].rows


def _results(specimen: Specimen) -> list[str]:
    paths = [row.path for row in _rows(specimen, "applications")]
    return [path for path in paths if path.split(".")[1] not in _BALANCE]


def _one_more_in(
    rows: Callable[[Specimen], Sequence[str]],
) -> Callable[[Specimen, Random], Specimen]:
    """Cases counted in a row and in its total, and nowhere else."""

    def miscounted(specimen: Specimen, chance: Random) -> Specimen:
        row, column, more = (
            chance.choice(rows(specimen)),
            chance.choice(_PEOPLE),
            chance.randint(1, 9),
        )
        cells = (f"{row}.{column}", f"{row}.total")
        return specimen.holding({cell: specimen.number(cell) + more for cell in cells})

    return miscounted


def _balance_rows(specimen: Specimen) -> list[str]:
    return [f"applications.{row}" for row in _BALANCE if row != "results_total"]


def _wrong_row_total(specimen: Specimen, chance: Random) -> Specimen:
    cell = f"{chance.choice(_rows(specimen, 'applications')).path}.total"
    return specimen.holding({cell: slipped(specimen.number(cell), chance)})


def _wrong_cell(specimen: Specimen, chance: Random) -> Specimen:
    cell = f"{chance.choice(_rows(specimen, 'applications')).path}.{chance.choice(_PEOPLE)}"
    return specimen.holding({cell: slipped(specimen.number(cell), chance)})


def _wrong_results_total(specimen: Specimen, chance: Random) -> Specimen:
    cell = f"applications.results_total.{chance.choice(_PEOPLE)}"
    return specimen.holding({cell: slipped(specimen.number(cell), chance)})


def _wrong_outcome(specimen: Specimen, chance: Random) -> Specimen:
    cell = chance.choice(chance.choice(_rows(specimen, "review")).cells())
    return specimen.holding({cell: slipped(specimen.number(cell), chance)})


def _blank_total(
    rows: Callable[[Specimen], Sequence[str]], columns: Sequence[str] = ("total",)
) -> Callable[[Specimen, Random], Specimen | None]:
    """A sum above 0 that was not filled in."""

    def unfilled(specimen: Specimen, chance: Random) -> Specimen | None:
        cells = [f"{row}.{column}" for row in rows(specimen) for column in columns]
        filled = [cell for cell in cells if specimen.number(cell) > 0]
        return specimen.holding({chance.choice(filled): None}) if filled else None

    return unfilled


def _other_rows(specimen: Specimen) -> list[str]:
    paths = (row.path for row in _rows(specimen, "applications"))
    return [path for path in paths if path != "applications.results_total"]


def _review_rows(specimen: Specimen) -> list[str]:
    return [row.path for row in _rows(specimen, "review")]


def _results_total(specimen: Specimen) -> list[str]:
    return ["applications.results_total"]


def _less_in_total(specimen: Specimen, chance: Random) -> Specimen | None:
    row = "disclosure.normative_documents"
    if specimen.edition != "2019" or not specimen.number(f"{row}.disclosed_total"):
        return None
    return specimen.holding(
        {f"{row}.disclosed": specimen.number(f"{row}.disclosed_total") + chance.randint(1, 9)}
    )


def _less_in_force(specimen: Specimen, chance: Random) -> Specimen | None:
    row = "disclosure.normative_documents"
    if specimen.edition == "2019":
        return None
    less = specimen.number(f"{row}.issued") - chance.randint(1, 9)
    return specimen.holding({f"{row}.in_force": less}) if less >= 0 else None


MUTATIONS = (
    Mutation(
        "A301", "a row of the balance and its total too high", _one_more_in(_balance_rows), cells=2
    ),
    Mutation("A302", "a wrong （七）总计", _wrong_results_total),
    Mutation("A302", "a result and its total too high", _one_more_in(_results), cells=2),
    Mutation("A303", "a wrong 总计 of a row", _wrong_row_total),
    Mutation("A303", "a wrong number of one kind of applicant", _wrong_cell),
    Mutation("A304", "a wrong number in table four", _wrong_outcome),
    Mutation("A305", "总计 of a row left blank", _blank_total(_other_rows), keeps_blanks),
    Mutation("A306", "more disclosed than in total", _less_in_total),
    Mutation("A307", "more issued than in force", _less_in_force),
    Mutation(
        "A308",
        "（七）总计 left blank",
        _blank_total(_results_total, _PEOPLE),
        keeps_blanks,
    ),
    Mutation("A309", "总计 of table four left blank", _blank_total(_review_rows), keeps_blanks),
)
