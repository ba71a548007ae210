"""Which files are configurations of ours."""

from __future__ import annotations

from pathlib import Path

OWN_FILE = "nianbao.toml"
SHARED_FILE = "pyproject.toml"
LARGEST_FILE = 1024 * 1024


def configuration_file(folder: Path) -> Path | None:
    """The configuration file in ``folder`` itself; our own file goes before a shared one."""
    own = folder / OWN_FILE
    if own.is_file():
        return own
    shared = folder / SHARED_FILE
    return shared if shared.is_file() and _has_section(shared) else None


def _has_section(file: Path) -> bool:
    """Whether a ``pyproject.toml`` has a section of ours; one that cannot be read has none.

    One that is no TOML but names the section counts, so that its mistake is reported.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE)
    except OSError:
        return False
    # Most have none, and need not be parsed.
    if b"nianbao" not in data:
        return False
    import tomllib

    try:
        tool = tomllib.loads(data.decode()).get("tool")
    except (ValueError, RecursionError):
        return b"tool.nianbao" in data
    return isinstance(tool, dict) and "nianbao" in tool
