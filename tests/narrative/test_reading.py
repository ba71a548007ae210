"""A report with what its running text states."""

from __future__ import annotations

from linter.engine.vocabulary import RECORDS
from linter.narrative.reading import COLLECTIONS, read_narrative
from tests.narrative.texts import report

_TEXTS = {
    None: ["根据国办公开办函〔2021〕30号编制，统计期限自2023年1月1日起至2023年12月31日止。"],
    "problems": ["2024年，我镇将继续加强学习。"],
}


def test_every_collection_of_the_vocabulary_is_found() -> None:
    assert set(COLLECTIONS) == set(RECORDS)
    assert set(read_narrative(report(_TEXTS)).records) == set(RECORDS)


def test_records_carry_the_fields_that_rules_name() -> None:
    records = read_narrative(report(_TEXTS, closing=["2024年1月17日"])).records
    assert [r.fields["number"] for r in records["cited_documents"]] == ["〔2021〕30号"]
    assert [r.fields["year"] for r in records["plans"]] == [2024]
    assert [r.fields["valid"] for r in records["dates"]] == [1, 1, 1]
    assert [r.fields["year"] for r in records["years"]] == [2023, 2023, 2024]
