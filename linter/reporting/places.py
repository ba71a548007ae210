"""Where a finding stands, in words."""

from __future__ import annotations

from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.quoting import one_line


def place_text(place: Place, language: Language) -> str:
    """「第12行第3列，表2第5行第4格」 / “line 12, column 3, table 2, row 5, cell 4”.

    What does not apply is left out; the text is empty for a place that says nothing. In a
    spreadsheet it is the sheet and the cell as the program names them: 「工作表“申请”C7」.
    """
    if place.sheet is not None:
        name, cell = one_line(place.sheet), place.address or ""
        return phrase("place.sheet", language, name=name, cell=cell).strip()
    parts = (
        _joined(place, ("page",), language),
        _joined(place, ("line", "column"), language),
        _joined(place, ("table", "row", "cell"), language),
    )
    return phrase("list.clause", language).join(part for part in parts if part)


def _joined(place: Place, names: tuple[str, ...], language: Language) -> str:
    numbers = ((name, getattr(place, name)) for name in names)
    words = (phrase(f"place.{name}", language, n=n) for name, n in numbers if n is not None)
    return phrase("place.joint", language).join(words)
