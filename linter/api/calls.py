"""The functions of the Python interface."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from linter.api.results import Extraction, Result, result_of
from linter.cli.failures import Stopped, UsageError
from linter.cli.rule_loading import require_edition, rules_in
from linter.cli.single_file import checked_alone
from linter.configuration.lookup import Configurations
from linter.corpus.checking import defect_result, place_of
from linter.corpus.discovery import absolute
from linter.model.problem import InputProblem
from linter.model.rule import Language
from linter.pipeline import content_of, failed, read_report
from linter.reporting.findings_json import run_data
from linter.reporting.run import Run

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet

AnyPath = str | os.PathLike[str]

_UNNAMED = "-"


def check(
    source: AnyPath | bytes,
    *,
    name: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    preview: bool = False,
    rules: Sequence[AnyPath] = (),
    edition: str = "auto",
    config: AnyPath | None = None,
    lang: Language = "zh",
) -> Result:
    """Checks one report: a file (its path) or the content of one (bytes).

    ``name`` is what the content is called; its suffix helps to tell the format. ``select``,
    ``ignore``, ``preview``, ``rules`` (folders with rule packs) and ``edition`` are the options of
    ``nianbao check``. ``config`` is a configuration file; without it none is looked for.
    Messages are in ``lang``.

    A file that cannot be read is a result whose ``status`` says so, never an exception. Raises
    ``TypeError`` and ``ValueError`` for wrong arguments, and ``ValueError`` for a configuration
    or a rule pack with mistakes.
    """
    shown_as, data = _named(source, name), _content(source)
    _require_language(lang)
    argv = [
        *([] if select is None else [f"--select={','.join(_texts(select, 'select'))}"]),
        f"--ignore={','.join(_texts(ignore, 'ignore'))}",
        *(f"--rules={folder}" for folder in _texts(rules, "rules")),
        *(["--preview"] if preview else []),
        *([] if edition == "auto" else [f"--edition={edition}"]),
        f"--stdin-filename={shown_as}",
        "--",
        _UNNAMED,
    ]
    try:
        configurations = Configurations.none()
        if config is not None:
            configurations = Configurations(absolute(os.fspath(config)))
        run = checked_alone(argv, data, lang, configurations)
    except (UsageError, Stopped) as error:
        raise _wrong(error) from error
    return _result(run)


def extract(
    source: AnyPath | bytes,
    *,
    name: str | None = None,
    rules: Sequence[AnyPath] = (),
    edition: str = "auto",
    lang: Language = "zh",
) -> Extraction:
    """Reads the data of one report; the arguments are those of :func:`check`.

    ``rules`` matter where they declare editions of the form.
    """
    shown_as, data = _named(source, name), _content(source)
    _require_language(lang)
    try:
        known = rules_in([absolute(folder) for folder in _texts(rules, "rules")], lang)
        require_edition(edition, known, lang)
    except (UsageError, Stopped) as error:
        raise _wrong(error) from error
    return _extraction(shown_as, data, known, edition, lang)


def _extraction(
    name: str, data: bytes | None, rules: RuleSet, edition: str, lang: Language
) -> Extraction:
    from linter.extraction import report_as_data
    from linter.forms import load_form

    try:
        content = content_of(Path(name)) if data is None else data
        report = read_report(content, name, edition, rules.editions)
        found = report_as_data(report, load_form(report.edition))
    except InputProblem as problem:
        result = failed(name, problem, rules)
    # The last resort, as in a check: a file that trips us is a result as well.
    except Exception as defect:  # noqa: BLE001
        result = defect_result(name, type(defect).__name__, place_of(defect))
    else:
        return Extraction(name, "checked", found)
    told = _result(Run((result,), rules.whole().rules, lang))
    return Extraction(name, told.status, None, told.findings)


def _result(run: Run) -> Result:
    (file,) = run_data(run)["files"]
    return result_of(file)


def _named(source: AnyPath | bytes, name: str | None) -> str:
    """What the file is called in the result; raises ``TypeError`` for what is no file."""
    if isinstance(source, (bytes, bytearray)):
        return name or _UNNAMED
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError(f"source must be a path or bytes, not {type(source).__name__}")
    if name is not None:
        raise TypeError("name goes with bytes; a file has its own")
    return os.fspath(source)


def _content(source: AnyPath | bytes) -> bytes | None:
    """The bytes that were given; None where a file is to be read."""
    return bytes(source) if isinstance(source, (bytes, bytearray)) else None


def _texts(values: Iterable[AnyPath], argument: str) -> list[str]:
    """The values as texts; a single text is no list of them, however much it is a sequence."""
    if isinstance(values, (str, bytes, os.PathLike)):
        raise TypeError(f"{argument} must be a list, such as [{os.fspath(values)!r}]")
    return [os.fspath(value) for value in values]


def _require_language(lang: str) -> None:
    if lang not in get_args(Language):
        raise ValueError(f"lang must be 'zh' or 'en', not {lang!r}")


def _wrong(error: UsageError | Stopped) -> ValueError:
    """The error as Python has it, with every mistake on a line of its own."""
    details = error.details if isinstance(error, Stopped) else ()
    return ValueError("\n".join((*details, error.message)))
