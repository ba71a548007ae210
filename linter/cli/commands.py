"""The commands and their options, as a table.

Parsing, help and shell completion are all made from it. (Named tuples, for help need not
wait for ``dataclasses``, which takes longer to import than everything here together.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.cli.wording import say
from linter.reporting.formats import FORMATS

if TYPE_CHECKING:
    from linter.model.rule import Language

Values = Literal["none", "file", "rules", "words", "number", "output"]
"""What follows an option or command: nothing, a file, rules by name, free words, a number, or a
format and the file to write in it.
"""


class Option(NamedTuple):
    """``key`` names its value and its text (``option.<key>``); ``flags`` has the long one last.

    ``metavar`` is a key of the texts. An option with ``choices`` takes one of them; those
    ``suggested`` are what it takes among other things.
    """

    key: str
    flags: tuple[str, ...]
    group: str = "other"
    values: Values = "none"
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: str | None = None
    repeatable: bool = False
    text: str = ""
    suggested: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.flags[-1]

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that completion offers for its value."""
        return self.choices or self.suggested

    @property
    def takes_value(self) -> bool:
        return self.values != "none"

    def value_name(self, language: Language) -> str:
        """How usage lines call its value."""
        return say(self.metavar, language) if self.metavar else "|".join(self.choices)


class Operand(NamedTuple):
    """What a command works on; ``metavar`` is a key of the texts.

    It is one thing or ``several``, or a ``number`` of them, which ``metavar`` names then.
    """

    metavar: str
    values: Values
    several: bool = False
    choices: tuple[str, ...] = ()
    number: int = 1

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that completion offers."""
        return self.choices

    def value_name(self, language: Language) -> str:
        """How usage lines call it."""
        return "|".join(self.choices) or say(self.metavar, language)


class Command(NamedTuple):
    """One command; ``operand`` is None where it works on nothing in particular."""

    name: str
    operand: Operand | None
    options: tuple[Option, ...]
    subcommands: tuple[Command, ...] = ()

    @property
    def key(self) -> str:
        """What its texts are called."""
        return self.name.replace(" ", "_")

    @property
    def following(self) -> tuple[str, ...]:
        """The words that make a subcommand of it."""
        return tuple(one.name.removeprefix(f"{self.name} ") for one in self.subcommands)

    def option(self, flag: str) -> Option | None:
        return next((option for option in self.options if flag in option.flags), None)


_LANG = Option("lang", ("--lang",), values="words", choices=("zh", "en"), default="zh")
_HELP = Option("help", ("-h", "--help"))
_VERSION = Option("version", ("-V", "--version"))
_CONFIG = Option("config", ("--config",), "rules", values="file", metavar="metavar.file")
_EDITION = Option(
    "edition",
    ("--edition",),
    "rules",
    values="words",
    metavar="metavar.edition",
    suggested=("auto", "2019", "2021"),
    default="auto",
)
_PACKS = Option(
    "rules", ("--rules",), "rules", values="file", metavar="metavar.folder", repeatable=True
)
_OUTPUT = Option("output", ("-o", "--output"), "output", values="file", metavar="metavar.file")
_STDIN_FILENAME = Option(
    "stdin_filename", ("--stdin-filename",), "what", values="file", metavar="metavar.name"
)

_CHECK = Command(
    "check",
    Operand("metavar.path", "file", several=True),
    (
        Option(
            "exclude",
            ("--exclude",),
            "what",
            values="words",
            metavar="metavar.pattern",
            repeatable=True,
        ),
        _STDIN_FILENAME,
        Option(
            "select",
            ("--select",),
            "rules",
            values="rules",
            metavar="metavar.rules",
            repeatable=True,
        ),
        Option(
            "ignore",
            ("--ignore",),
            "rules",
            values="rules",
            metavar="metavar.rules",
            repeatable=True,
        ),
        Option("preview", ("--preview",), "rules"),
        _PACKS,
        _EDITION,
        _CONFIG,
        Option(
            "previous",
            ("--previous",),
            "rules",
            values="file",
            metavar="metavar.file",
            text="option.check_previous",
        ),
        Option("baseline", ("--baseline",), "known", values="file", metavar="metavar.file"),
        Option(
            "write_baseline", ("--write-baseline",), "known", values="file", metavar="metavar.file"
        ),
        Option("fix", ("--fix",), "repair"),
        Option("diff", ("--diff",), "repair"),
        Option("unsafe_fixes", ("--unsafe-fixes",), "repair"),
        Option("no_backup", ("--no-backup",), "repair"),
        Option("annotate", ("--annotate",), "repair", values="file", metavar="metavar.path"),
        Option(
            "fail_on",
            ("--fail-on",),
            "output",
            values="words",
            choices=("error", "warning", "info", "never"),
            default="error",
        ),
        Option(
            "format",
            ("--format",),
            "output",
            values="words",
            metavar="metavar.format",
            choices=tuple(FORMATS),
        ),
        _OUTPUT,
        Option(
            "output_format",
            ("--output-format",),
            "output",
            values="output",
            metavar="metavar.output",
            repeatable=True,
        ),
        Option("statistics", ("--statistics",), "output"),
        Option("quiet", ("-q", "--quiet"), "output"),
        Option("verbose", ("-v", "--verbose"), "output"),
        Option("watch", ("--watch",), "what"),
        Option("jobs", ("--jobs",), values="number", metavar="metavar.number"),
        _LANG,
        _HELP,
    ),
)
_EXTRACT = Command(
    "extract",
    Operand("metavar.file", "file"),
    (
        _STDIN_FILENAME,
        _PACKS,
        _EDITION,
        _CONFIG,
        Option("explain", ("--explain",), "output"),
        _OUTPUT,
        _LANG,
        _HELP,
    ),
)
_FORCE = Option("force", ("--force",), "output")
_NEW = Command(
    "new",
    None,
    (
        Option("year", ("--year",), "report", values="words", metavar="metavar.year"),
        Option("issuer", ("--issuer",), "report", values="words", metavar="metavar.issuer"),
        Option("previous", ("--previous",), "report", values="file", metavar="metavar.file"),
        _OUTPUT._replace(text="option.report_output"),
        _FORCE,
        _PACKS,
        _EDITION,
        _CONFIG,
        _LANG,
        _HELP,
    ),
)
_FILL = Command(
    "fill",
    Operand("metavar.file", "file"),
    (
        _STDIN_FILENAME,
        Option("zeros", ("--zeros",), "report"),
        _OUTPUT._replace(text="option.report_output"),
        _FORCE,
        _PACKS,
        _EDITION,
        _CONFIG,
        _LANG,
        _HELP,
    ),
)
_DIFF = Command(
    "diff",
    Operand("metavar.two_files", "file", number=2),
    (
        _STDIN_FILENAME,
        *(one for one in _CHECK.options if one.key in ("select", "ignore", "preview")),
        _PACKS,
        _EDITION,
        _CONFIG,
        Option(
            "format",
            ("--format",),
            "output",
            values="words",
            metavar="metavar.format",
            choices=("rich", "plain", "json", "markdown"),
            text="option.diff_format",
        ),
        _OUTPUT,
        _LANG,
        _HELP,
    ),
)
_EXPLAIN = Command("explain", Operand("metavar.rule", "rules"), (_PACKS, _CONFIG, _LANG, _HELP))
_RULES_CHECK = Command(
    "rules check",
    Operand("metavar.folder", "file", several=True),
    (Option("quiet", ("-q", "--quiet"), "output", text="option.rules_quiet"), _LANG, _HELP),
)
_RULES = Command(
    "rules",
    None,
    (
        _PACKS,
        _CONFIG,
        Option(
            "format",
            ("--format",),
            "output",
            values="words",
            choices=("text", "json"),
            default="text",
            text="option.rules_format",
        ),
        _OUTPUT,
        _LANG,
        _HELP,
    ),
    (_RULES_CHECK,),
)
_LSP = Command("lsp", None, (_CONFIG, Option("stdio", ("--stdio",)), _LANG, _HELP))
SHELLS = ("bash", "zsh", "fish")
_COMPLETION = Command(
    "completion", Operand("metavar.shell", "words", choices=SHELLS), (_LANG, _HELP)
)

COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (_CHECK, _EXTRACT, _NEW, _FILL, _DIFF, _EXPLAIN, _RULES, _LSP, _COMPLETION)
}
TOP_OPTIONS = (_LANG, _HELP, _VERSION)
"""What may stand before the command."""
