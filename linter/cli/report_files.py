"""The file that ``new`` and ``fill`` write, and the reports that they read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.failures import Stopped, UsageError
from linter.cli.streams import write
from linter.cli.wording import listed, say
from linter.writing.formats import FORMATS, is_missing, suffix_of, written

if TYPE_CHECKING:
    from linter.forms import Form
    from linter.model.rule import Language
    from linter.writing.mistakes import DataMistakes
    from linter.writing.report_data import ReportData

_MOST_MISTAKES = 20


def require_target(
    output: str | None, read: Sequence[str], language: Language, *, force: bool
) -> str:
    """The file to be written; stops where it may not be, before any work is done.

    Nothing that is ``read`` is written over, and what exists only by ``force``.
    """
    if output is None:
        value = say("metavar.file", language)
        raise UsageError(
            say("error.option_missing", language, option="--output", value=value), language
        )
    if suffix_of(output) not in FORMATS:
        allowed = listed((f".{suffix}" for suffix in FORMATS), language)
        message = say("error.no_report_format", language, path=output, allowed=allowed)
        raise UsageError(message, language)
    if is_missing(suffix_of(output)):
        form = FORMATS[suffix_of(output)]
        facts = {"format": suffix_of(output), "needs": form.needs, "extra": form.extra}
        raise Stopped(say("error.extra", language, **facts), language)
    target = Path(output)
    for path in read:
        if target.resolve() == Path(path).resolve():
            message = say("error.overwrites", language, option="--output", path=path)
            raise UsageError(message, language)
    if target.exists() and not force:
        raise Stopped(say("error.exists", language, path=output), language)
    return output


def write_report(data: ReportData, form: Form, output: str, language: Language) -> None:
    """Writes the report, all or nothing."""
    from linter.writing.drafting import drafted

    write(written(drafted(data, form), suffix_of(output)), output, language)


def stopped_by(mistakes: DataMistakes, name: str, language: Language) -> Stopped:
    """That nothing was written, behind all that is wrong with the data in the file ``name``."""
    texts = [message.in_language(language) for message in mistakes.messages]
    details = [f"{name}: {text}" for text in texts[:_MOST_MISTAKES]]
    if len(texts) > _MOST_MISTAKES:
        details.append(say("error.more_mistakes", language, count=len(texts) - _MOST_MISTAKES))
    return Stopped(say("error.data", language), language, details)
