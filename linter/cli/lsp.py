"""``nianbao lsp``: the language server for editors."""

from __future__ import annotations

import sys
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped, UsageError
from linter.cli.streams import write_err
from linter.cli.wording import say
from linter.corpus.checking import forget_rules
from linter.model.rule import Language
from linter.reporting.run import Run


def lsp(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Serves the editor that started it until that leaves."""
    language = stated or "zh"
    try:
        from linter.language_server.server import serve
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise Stopped(say("error.lsp_extra", language), language) from error
    from linter.language_server.service import CannotCheck, Service

    options = [] if arguments.config is None else [f"--config={arguments.config}"]

    def check(path: Path, content: bytes, wanted: Language | None) -> Run:
        from linter.cli.single_file import checked_alone

        try:
            return checked_alone([*options, "--", str(path)], content, wanted)
        except (UsageError, Stopped) as error:
            details = error.details if isinstance(error, Stopped) else ()
            raise CannotCheck("\n".join((*details, error.message))) from error

    if sys.stdin is not None and sys.stdin.isatty():
        write_err(say("note.lsp", language) + "\n")
    serve(Service(check, forget_rules), stated)
    return ExitStatus.CLEAN
