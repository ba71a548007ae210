"""The report among the files that another file encloses."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from linter.model.document import Block, Document, Table
from linter.model.place import Place
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.records import record, replace

SECONDS = 20
"""Processor time for all candidates of one file: a hostile one is many that take long each."""

# What keeps a member from being read says nothing about the others; that a component or the
# converter is missing does, for it may have been the report.
_PASSED_OVER = frozenset(("E902", "E903", "E904", "E905", "E910", "E916"))


@record
class Candidate:
    """A file that may be the report: its name and how its content is had."""

    name: str
    content: Callable[[], bytes]


def only_report(container: str, kinds: Iterable[tuple[Candidate, ...]]) -> Document:
    """The report among candidates, which come kind by kind, the surest kind first.

    An annual report has tables, so the first kind with tables has it: in the member whose
    tables are by far the largest. Where nothing has tables it is the first that has any text.
    Several alike are several reports, and which was meant is not guessed: E916, as where there
    is none.
    """
    without_tables: list[Document] = []
    end = time.process_time() + SECONDS
    for candidates in kinds:
        read = list(_readable(candidates, end))
        sizes = [_cells(document) for document in read]
        largest = max(sizes, default=0)
        if largest:
            alike = [doc for doc, size in zip(read, sizes, strict=True) if 2 * size >= largest]
            return _alone(container, alike)
        if not without_tables:
            without_tables = read
    return _alone(container, without_tables)


def _readable(candidates: Iterable[Candidate], end: float) -> Iterator[Document]:
    """What the candidates hold; E906 once the time is over, or for too much in all together."""
    blocks = 0
    for one in candidates:
        document = _read(one)
        if time.process_time() > end:
            raise InputProblem("E906", limit="archive-seconds", found=SECONDS, allowed=SECONDS)
        if document is not None:
            blocks += len(document.blocks)
            limits.require("blocks", blocks, limits.MAX_BLOCKS)
            yield document


def _alone(container: str, documents: list[Document]) -> Document:
    if len(documents) != 1:
        raise InputProblem("E916", format=container)
    return unplaced(documents[0], container.lower())


def _read(candidate: Candidate) -> Document | None:
    """The member's document; None where it is damaged or nothing that is read."""
    from linter.readers import read

    try:
        return read(candidate.content(), candidate.name, enclosed=True)
    except InputProblem as problem:
        if problem.rule in _PASSED_OVER:
            return None
        raise


def _cells(document: Document) -> int:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return sum(map(len, (row for table in tables for row in table.rows)))


def unplaced(document: Document, container: str) -> Document:
    """``document`` as one of the format ``container``, in whose file its lines stand nowhere.

    Comments addressed to this tool mean lines, and are left out with them.
    """
    blocks = tuple(map(_without_line, document.blocks))
    annotations = tuple(
        replace(annotation, place=_elsewhere(annotation.place))
        for annotation in document.annotations
    )
    return replace(
        document, format=container, blocks=blocks, annotations=annotations, directives=()
    )


def _without_line(block: Block) -> Block:
    if not isinstance(block, Table):
        return replace(block, place=_elsewhere(block.place))
    rows = tuple(
        tuple(replace(cell, place=_elsewhere(cell.place)) for cell in row) for row in block.rows
    )
    return replace(block, rows=rows, place=_elsewhere(block.place))


def _elsewhere(place: Place) -> Place:
    return replace(place, line=None, column=None, paragraph=None)
