"""What a path of the form is called: the statutory label, with its group where it needs one."""

from __future__ import annotations

from linter.forms import EDITIONS, Column, Form, Label, Row, load_form
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.codes import code_text


def path_label(path: str, form: Form | None, language: Language) -> str:
    """The label of a section, table, row, column (``table.column``), cell or scalar.

    A cell is 「一、本年新收政府信息公开申请数量 · 自然人」. Without a form the newest one speaks.
    """
    form = form or load_form(EDITIONS[-1])
    key = path.removeprefix("sections.").split(".")[0]
    if key in form.sections and (path.startswith("sections.") or key not in form.tables):
        return form.sections[key].text.in_language(language)
    if key not in form.tables:
        return code_text("path", path, language)
    row = form.row(path)
    if row is None:
        return _outer_label(path, form, language)
    names = row_names(row, form, language)
    if path != row.path:
        names = (*names, column_label(path, form, language))
    return phrase("label.joint", language).join(names)


def row_names(row: Row, form: Form, language: Language) -> tuple[str, ...]:
    """The row's label, after its group's label where it is numbered within that group."""
    parent = form.labels.get(row.path.rpartition(".")[0])
    own = short_label(row.label, language)
    if parent is not None and parent in row.groups:
        return (parent.in_language(language), own)
    return (own,)


def column_label(path: str, form: Form | None, language: Language) -> str:
    """The label of the column in which the cell or ``table.column`` at ``path`` stands."""
    form = form or load_form(EDITIONS[-1])
    column = form_column(path, form)
    return column.label.text.in_language(language) if column else path_label(path, form, language)


def form_column(path: str, form: Form) -> Column | None:
    """The column of a cell or of ``table.column``, None where ``path`` is neither."""
    key, _, name = path.partition(".")
    if key not in form.tables:
        return None
    row = form.row(path)
    columns = row.columns if row else form.tables[key].columns
    return next((c for c in columns if c.key == name.rpartition(".")[2]), None)


def short_label(label: Label, language: Language) -> str:
    """The label, in Chinese without the note that an accepted variant leaves off its end."""
    if language == "en":
        return label.text.en
    whole = label.text.zh
    return next((v for v in label.variants if whole.startswith(v) and v != whole), whole)


def _outer_label(path: str, form: Form, language: Language) -> str:
    label = form.labels.get(path)
    if label is not None:
        return label.in_language(language)
    column = form_column(path, form)
    return column.label.text.in_language(language) if column else code_text("path", path, language)
