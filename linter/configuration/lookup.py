"""Which configuration governs a file."""

from __future__ import annotations

from pathlib import Path

from linter.configuration.files import configuration_file
from linter.configuration.model import (
    NO_CONFIGURATION,
    Configuration,
    ConfigurationErrors,
    ConfigurationProblem,
)


class Configurations:
    """The configurations of one run, each folder looked at and each file read once.

    ``problems`` collects what is wrong with any of them; a broken one counts as none until
    the caller has looked there.
    """

    def __init__(self, file: Path | None = None) -> None:
        """With ``file`` that one governs everything, and none is looked for."""
        self.problems: list[ConfigurationProblem] = []
        self._of_folder: dict[Path, Configuration] = {}
        self._read: dict[Path, Configuration] = {}
        self._fixed = None if file is None else self._configuration(file)

    @classmethod
    def none(cls) -> Configurations:
        """No configuration for anything, whatever lies in the folders."""
        configurations = cls()
        configurations._fixed = NO_CONFIGURATION
        return configurations

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read, those that are broken as well."""
        return tuple(self._read)

    def governing(self, folder: Path) -> Configuration:
        """The configuration for files in ``folder``, an absolute path."""
        if self._fixed is not None:
            return self._fixed
        passed: list[Path] = []
        found = NO_CONFIGURATION
        for candidate in (folder, *folder.parents):
            if candidate in self._of_folder:
                found = self._of_folder[candidate]
                break
            passed.append(candidate)
            if file := configuration_file(candidate):
                found = self._configuration(file)
                break
        self._of_folder.update(dict.fromkeys(passed, found))
        return found

    def _configuration(self, file: Path) -> Configuration:
        if file not in self._read:
            # Most runs have none.
            from linter.configuration.reading import read_configuration

            try:
                self._read[file] = read_configuration(file)
            except ConfigurationErrors as errors:
                self.problems.extend(errors.problems)
                self._read[file] = NO_CONFIGURATION
        return self._read[file]
