"""How often each rule was violated in a run."""

from __future__ import annotations

from collections import Counter

from linter.records import record
from linter.reporting.run import Run


@record
class RuleCount:
    """``findings`` of the rule ``rule`` in ``files`` different files."""

    rule: str
    findings: int
    files: int


def rule_counts(run: Run) -> tuple[RuleCount, ...]:
    """One count per violated rule, most frequent first, then by id."""
    findings = Counter(f.rule for result in run.results for f in result.findings)
    files = Counter(rule for result in run.results for rule in {f.rule for f in result.findings})
    counts = (RuleCount(rule, number, files[rule]) for rule, number in findings.items())
    return tuple(sorted(counts, key=lambda count: (-count.findings, count.rule)))
