"""``nianbao completion``: a script that lets a shell complete our command lines.

The scripts are made from the table of commands and need nothing installed. The names of
rules are in them as of now, so that completing starts no program.
"""

from __future__ import annotations

from linter.cli.arguments import Arguments, one_of
from linter.cli.commands import SHELLS
from linter.cli.completion_bash import bash_script
from linter.cli.completion_fish import fish_script
from linter.cli.completion_zsh import zsh_script
from linter.cli.exit_status import ExitStatus
from linter.cli.language import DEFAULT
from linter.cli.rule_loading import rules_in
from linter.cli.streams import write_out
from linter.model.rule import Language


def completion(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints the script for one shell, with descriptions where it shows any."""
    language = stated or DEFAULT
    shell = one_of("shell", SHELLS, language)(arguments.operands[0])
    rules = rules_in((), language).whole().rules.values()
    names = sorted(name for rule in rules for name in (rule.id, rule.slug))
    match shell:
        case "bash":
            script = bash_script(names)
        case "zsh":
            script = zsh_script(names, language)
        case _:
            script = fish_script(names, language)
    write_out(script, language)
    return ExitStatus.CLEAN
