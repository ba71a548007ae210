"""A city's requirements added as data: three rules, a limit and a severity, and no Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.packs import load_rules
from linter.engine.rule_set import RuleSet
from linter.examples import example_report
from linter.pipeline import check_bytes

WUWEI = Path(__file__).parents[2] / "examples" / "rules" / "wuwei"
STOCK = "，截至年底现行有效9件"


@pytest.fixture(scope="module")
def wuwei() -> RuleSet:
    return load_rules([WUWEI])


def found(text: str, rules: RuleSet) -> dict[str, str]:
    result = check_bytes(text.encode(), "report.md", rules)
    return {finding.rule: finding.severity for finding in result.findings}


def of_township(text: str, signed: str = "2024年1月18日") -> str:
    text = text.replace("# 云溪县水务局2023年", "# 云溪县青石镇人民政府2023年")
    return text.replace("云溪县水务局\n\n2024年1月18日", f"云溪县青石镇人民政府\n\n{signed}")


def test_the_pack_is_data_alone() -> None:
    assert [file.suffix for file in WUWEI.iterdir()] == [".toml"]


def test_a_report_that_complies_is_left_alone(wuwei: RuleSet) -> None:
    assert found(example_report("2021"), wuwei) == {}


def test_the_overview_tells_the_documents_in_force(wuwei: RuleSet) -> None:
    text = example_report("2021").replace(STOCK, "")
    assert found(text, wuwei)["WW-C501"] == "warning"
    assert (
        found(text.replace("均已在网站", "仍继续有效9件，均已在网站"), wuwei).get("WW-C501") is None
    )


def test_governments_tell_of_their_public_service_points(wuwei: RuleSet) -> None:
    text = of_township(example_report("2021"))
    assert found(text, wuwei) == {"WW-C502": "info"}
    with_point = text.replace("调整门户网站", "设立政务公开专区1处，调整门户网站")
    assert found(with_point, wuwei) == {}


def test_decisions_are_counted_whether_published_or_not(wuwei: RuleSet) -> None:
    fees = "|行政事业性收费|318.52|||"
    for note, expected in (
        ("注：行政处罚只统计已公开的决定。", {"WW-T201": "warning"}),
        ("注：行政处罚含依法未公开的决定。", {}),
    ):
        text = example_report("2021").replace(fees, f"{fees}\n\n{note}")
        assert found(text, wuwei) == expected


def test_the_overview_has_at_most_a_thousand_characters(wuwei: RuleSet) -> None:
    addition = "各科室按照分工推进公开工作，" * 34
    text = example_report("2021").replace("（一）主动公开。", f"（一）主动公开。{addition}")
    assert "C590" not in found(text, load_rules())
    assert found(text, wuwei) == {"C590": "warning"}
    result = check_bytes(text.encode(), "report.md", wuwei)
    assert result.findings[0].expected == 1000


def test_a_township_that_is_late_is_in_error(wuwei: RuleSet) -> None:
    late = of_township(example_report("2021"), "2024年2月1日")
    assert found(late, load_rules()) == {"D406": "warning"}
    assert found(late, wuwei)["D406"] == "error"
