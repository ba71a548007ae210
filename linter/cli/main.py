"""The command ``nianbao``, and what becomes of interruptions and defects.

Nothing is imported before it is known to be needed.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from linter.cli.language import DEFAULT, stated_language

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRACEBACK = "NIANBAO_TRACEBACK"
_NOT_CHECKED = 2
_INTERRUPTED = 130


def run() -> NoReturn:
    """The entry point of the installed command."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Does what ``argv`` (without the program's name) asks for; the exit status."""
    try:
        return _done(list(argv))
    except KeyboardInterrupt:
        return _INTERRUPTED
    # The last resort: a person is told what to report, in place of a traceback.
    except Exception as defect:
        if os.environ.get(_TRACEBACK):
            raise
        return _reported(defect, argv)


def _done(argv: list[str]) -> int:
    from linter.cli.dispatch import dispatched
    from linter.cli.streams import prepare_streams

    prepare_streams()
    return dispatched(argv, stated_language(argv, os.environ))


def _reported(defect: Exception, argv: Sequence[str]) -> int:
    from linter.cli.streams import write_err
    from linter.cli.wording import say
    from linter.corpus.checking import place_of

    language = stated_language(argv, os.environ) or DEFAULT
    where = place_of(defect)
    message = say("error.defect", language, error=type(defect).__name__, where=where)
    write_err(say("error", language, prog="nianbao", message=message) + "\n")
    return _NOT_CHECKED
