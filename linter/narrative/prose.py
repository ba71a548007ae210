"""The running text of a report, as those who read statements out of it need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from linter.model.document import Paragraph
from linter.model.place import Place
from linter.model.report import Report
from linter.records import field, record
from linter.structure.folding import fold

T = TypeVar("T")


@record
class Passage:
    """One paragraph: ``text`` as printed, ``folded`` as it is matched.

    ``section`` is the key of its section, None in the opening before section one and in the
    sign-off (``closing``).
    """

    section: str | None
    text: str
    folded: str
    place: Place
    closing: bool = False


@record
class Prose:
    """All passages of ``report`` in reading order; what tables hold is not among them."""

    report: Report
    passages: tuple[Passage, ...]
    worked_out: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What ``work`` makes of the prose, done once for all collections that rest on it."""
        if name not in self.worked_out:
            self.worked_out[name] = work()
        found: T = self.worked_out[name]
        return found

    def of(self, section: str) -> tuple[Passage, ...]:
        """The passages of one section."""
        return tuple(passage for passage in self.passages if passage.section == section)


def prose_of(report: Report) -> Prose:
    """The running text of ``report``."""
    return Prose(report, tuple(_passages(report)))


def _passages(report: Report) -> Iterator[Passage]:
    for paragraph in report.opening:
        yield _passage(None, paragraph)
    for key, section in report.sections.items():
        for paragraph in section.paragraphs if section else ():
            yield _passage(key, paragraph)
    for paragraph in report.closing:
        yield _passage(None, paragraph, closing=True)


def _passage(section: str | None, paragraph: Paragraph, *, closing: bool = False) -> Passage:
    return Passage(section, paragraph.text, fold(paragraph.text), paragraph.place, closing)
