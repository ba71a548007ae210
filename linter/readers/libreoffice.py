"""Conversions by LibreOffice: found, shut off from the network, bounded in time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from linter.model.problem import InputProblem
from linter.readers import limits

SECONDS = 60
"""How long a conversion may take; a report takes two seconds, the first on a machine ten."""

_VERSION_SECONDS = 10
_NAME = "LibreOffice"
_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")

# No macro runs, no link is followed, and were one followed all the same, it leads nowhere.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def converted(data: bytes, suffix: str, target: str, kind: str) -> bytes:
    """``data``, a file that is usually called ``suffix``, as a file of the format ``target``.

    ``kind`` is how the format is called in messages. Raises E912 where LibreOffice is not
    installed, E913 where it makes nothing of the file, E914 where it takes too long. A profile
    of its own for each conversion lets several run at a time, and leaves no trace.
    """
    program = _program()
    if program is None:
        raise InputProblem("E912", format=kind)
    with TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"report.{suffix}"
        source.write_bytes(data)
        _write_profile(place / "profile" / "user")
        command = [program, *_OPTIONS, f"-env:UserInstallation={(place / 'profile').as_uri()}"]
        if not _run([*command, "--convert-to", target, "--outdir", folder, str(source)], place):
            raise InputProblem("E914", format=kind, seconds=SECONDS)
        result = _result(source.with_suffix(f".{target}"))
        if result is None:
            raise InputProblem("E913", format=kind, version=version())
    return result


def _program() -> str | None:
    named = (shutil.which(name) for name in _NAMES)
    usual = (place for place in _USUAL_PLACES if Path(place).is_file())
    return next((found for found in (*named, *usual) if found), None)


def _write_profile(folder: Path) -> None:
    """The settings of a user who trusts nothing."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>",
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path) -> bool:
    """Whether the command came to an end in time; all that it started is ended with it."""
    process = subprocess.Popen(  # noqa: S603 - the LibreOffice of this machine, a file of our name
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(path: Path) -> bytes | None:
    """What LibreOffice wrote, None where that is nothing."""
    if path.is_symlink() or not path.is_file():
        return None
    size = path.stat().st_size
    limits.require("bytes", size, limits.MAX_BYTES)
    return path.read_bytes() or None


def version() -> str:
    """What the program calls itself: ``LibreOffice 7.4.7.2``; without a number if it is silent."""
    program = _program() or ""
    with TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        try:
            done = subprocess.run(  # noqa: S603 - as above
                [program, profile, "--version"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_VERSION_SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return _NAME
    words = done.stdout.decode(errors="replace").split()[:2]
    return " ".join(words) if words[:1] == [_NAME] else _NAME
