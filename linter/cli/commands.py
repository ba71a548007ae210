"""The commands and their options, as a table.

Parsing, help and shell completion are all made from it. (Named tuples, for help need not
wait for ``dataclasses``, which takes longer to import than everything here together.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.cli.wording import say

if TYPE_CHECKING:
    from linter.model.rule import Language

Values = Literal["none", "file", "rules", "words", "number"]
"""What follows an option or command: nothing, a file, rules by name, free words, a number."""


class Option(NamedTuple):
    """``key`` names its value and its text (``option.<key>``); ``flags`` has the long one last.

    ``metavar`` is a key of the texts. An option with ``choices`` takes one of them.
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

    @property
    def name(self) -> str:
        return self.flags[-1]

    @property
    def takes_value(self) -> bool:
        return self.values != "none"

    def value_name(self, language: Language) -> str:
        """How usage lines call its value."""
        return "|".join(self.choices) or say(self.metavar, language)


class Operand(NamedTuple):
    """What a command works on; ``metavar`` is a key of the texts."""

    metavar: str
    values: Values
    several: bool = False
    choices: tuple[str, ...] = ()

    def value_name(self, language: Language) -> str:
        """How usage lines call it."""
        return "|".join(self.choices) or say(self.metavar, language)


class Command(NamedTuple):
    """One command; ``operand`` is None where it works on nothing in particular."""

    name: str
    operand: Operand | None
    options: tuple[Option, ...]

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
    choices=("auto", "2019", "2021"),
    default="auto",
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
        _EDITION,
        _CONFIG,
        Option(
            "fail_on",
            ("--fail-on",),
            "output",
            values="words",
            choices=("error", "warning", "info", "never"),
            default="error",
        ),
        Option(
            "format", ("--format",), "output", values="words", choices=("rich", "plain", "json")
        ),
        _OUTPUT,
        Option("statistics", ("--statistics",), "output"),
        Option("quiet", ("-q", "--quiet"), "output"),
        Option("verbose", ("-v", "--verbose"), "output"),
        Option("jobs", ("--jobs",), values="number", metavar="metavar.number"),
        _LANG,
        _HELP,
    ),
)
_EXTRACT = Command(
    "extract",
    Operand("metavar.file", "file"),
    (_STDIN_FILENAME, _EDITION, _CONFIG, _OUTPUT, _LANG, _HELP),
)
_EXPLAIN = Command("explain", Operand("metavar.rule", "rules"), (_CONFIG, _LANG, _HELP))
_RULES = Command(
    "rules",
    None,
    (
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
)
SHELLS = ("bash", "zsh", "fish")
_COMPLETION = Command(
    "completion", Operand("metavar.shell", "words", choices=SHELLS), (_LANG, _HELP)
)

COMMANDS: Mapping[str, Command] = {
    command.name: command for command in (_CHECK, _EXTRACT, _EXPLAIN, _RULES, _COMPLETION)
}
TOP_OPTIONS = (_LANG, _HELP, _VERSION)
"""What may stand before the command."""
