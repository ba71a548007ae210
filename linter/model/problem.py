"""A file that cannot be checked, said as a rule of the E9xx family."""

from __future__ import annotations


class InputProblem(Exception):
    """Raised by readers and limits; the pipeline turns it into a finding of ``rule``.

    ``facts`` fill the rule's message template.
    """

    def __init__(self, rule: str, **facts: str | int) -> None:
        super().__init__(rule, facts)
        self.rule = rule
        self.facts = facts
