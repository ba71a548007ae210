"""Finds the statutory label that a printed text stands for.

Exact matching is a dictionary look-up on the bare wording, so that white space, full-width
forms, punctuation and numbering style do not matter. What the dictionary lacks is compared
letter by letter, and only a clear winner counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from linter.forms import Label, TableForm, load_form
from linter.records import field, record
from linter.structure.folding import numbered

_ALIKE = 72.0
_AHEAD_OF_THE_SECOND = 8.0
_SHORT = 3


@record
class Match:
    """``key`` is the path or key of the label; ``exact`` is False for a deviating wording."""

    key: str
    exact: bool


class LabelSet:
    """The labels among which one kind of text (rows, columns, headings) is looked up."""

    def __init__(self, labels: Iterable[tuple[str, Label]], headings: Sequence[str] = ()) -> None:
        """``headings`` are the bare wordings over the labels, which may stand before them."""
        self._matches: dict[str, Match] = {}
        for key, label in labels:
            for wording in (label.text.zh, *label.variants):
                self._matches.setdefault(numbered(wording).body, Match(key, exact=True))
                for above in headings:
                    joined = above + numbered(wording).body
                    self._matches.setdefault(joined, Match(key, exact=True))
            for wording in label.deviations:
                self._matches.setdefault(numbered(wording).body, Match(key, exact=False))

    def exact(self, body: str) -> Match | None:
        """The label with this bare wording."""
        return self._matches.get(body)

    def ending(self, body: str) -> Match | None:
        """The label that ends ``body``: a group's label may stand before it in one cell."""
        found = [m for wording, m in self._matches.items() if _ends(body, wording)]
        return found[0] if len(found) == 1 else None

    def similar(self, body: str) -> Match | None:
        """The one label clearly nearest to ``body``."""
        if len(body) < _SHORT or len(body) > 120:
            return None
        from rapidfuzz import fuzz

        scores: dict[str, float] = {}
        for wording, match in self._matches.items():
            score = fuzz.ratio(body, wording)
            scores[match.key] = max(score, scores.get(match.key, 0.0))
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        best, score = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if score < _ALIKE or score - second < _AHEAD_OF_THE_SECOND:
            return None
        return Match(best, exact=False)


def _ends(body: str, wording: str) -> bool:
    return len(wording) > _SHORT and len(body) > len(wording) and body.endswith(wording)


@record
class TableLabels:
    """Every label of one statutory table.

    ``groups`` are the bare wordings of merged cells and title rows: group label → path of
    the group (or an empty path), ``over`` those of them that stand over columns. ``rows``
    are keyed by row path, ``columns`` by column key, ``cells`` by what names both in one.
    """

    rows: LabelSet
    columns: LabelSet
    groups: Mapping[str, str]
    corner: str | None
    over: frozenset[str] = frozenset()
    cells: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def is_known(self, text: str) -> bool:
        """Whether a text is any label of the table."""
        body = numbered(text).body
        known = body in self.groups or body == self.corner
        return known or bool(self.rows.exact(body) or self.columns.exact(body))

    def is_title(self, text: str) -> bool:
        """Whether a line is the title of a piece of the table: a group's or a row's label."""
        body = numbered(text).body
        return body in self.groups or self.rows.exact(body) is not None

    def is_row_label(self, text: str) -> bool:
        """Whether a text is a row's label; 其他 and 总计 name columns unless they are numbered."""
        label = numbered(text)
        if not self.rows.exact(label.body):
            return False
        return label.number is not None or not self.columns.exact(label.body)


def known_labels(labels: TableLabels, bodies: Collection[str]) -> int:
    """How many of the bare wordings are labels of the table."""
    known = sum(
        1
        for body in bodies
        if body
        and (
            labels.rows.exact(body)
            or labels.columns.exact(body)
            or body in labels.groups
            or body in labels.cells
        )
    )
    return known + (labels.corner in bodies)


@cache
def table_labels(edition: str, table: str) -> TableLabels:
    """The labels of a table of an edition's form."""
    form = load_form(edition).tables[table]
    over = tuple(numbered(text).body for text in form.header_groups)
    return TableLabels(
        LabelSet((row.path, row.label) for row in form.rows),
        LabelSet(((column.key, column.label) for column in form.columns), over[:1]),
        _groups(edition, form),
        numbered(form.corner).body if form.corner else None,
        frozenset(over),
        _cells(form) if form.key != "applications" else {},
    )


def _cells(form: TableForm) -> dict[str, tuple[str, str]]:
    """Row and column by what names both together, as in a list: 规章本年制发件数."""
    named: dict[str, tuple[str, str]] = {}
    for row in form.rows:
        groups = "".join(numbered(group.zh).body for group in row.groups)
        rows = [numbered(text).body for text in (row.label.text.zh, *row.label.variants)]
        for column in row.columns:
            for wording in (column.label.text.zh, *column.label.variants):
                name = numbered(wording).body
                for text in rows:
                    for joined in (text + name, groups + text + name, name + text):
                        named.setdefault(joined, (row.path, column.key))
    return named


def _groups(edition: str, form: TableForm) -> dict[str, str]:
    groups: dict[str, str] = {}
    for text in form.header_groups:
        groups[numbered(text).body] = ""
    labels = load_form(edition).labels
    for row in form.rows:
        if row.block:
            groups[numbered(row.block).body] = ""
        for group in row.groups:
            groups[numbered(group.zh).body] = ""
        parent = row.path.rsplit(".", 1)[0]
        if "." in parent and labels[parent].zh != row.label.text.zh:
            groups[numbered(labels[parent].zh).body] = parent
    return groups


@cache
def section_labels(edition: str) -> LabelSet:
    """The headings of the six sections."""
    return LabelSet(load_form(edition).sections.items())
