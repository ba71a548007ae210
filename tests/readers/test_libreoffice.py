"""Documents that LibreOffice converts: what is said without it, and when it fails.

The programs here are scripts that stand in for it; ``tests/metamorphic`` asks the real one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.model.problem import InputProblem
from linter.readers import libreoffice, limits, read
from tests.readers.blocks import outline, table
from tests.readers.word import cell, package, paragraph, row, word
from tests.readers.word import table as word_table
from tests.readers.workbook import rows_written

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_DOC = _OLE + "WordDocument".encode("utf-16-le")
_RTF = b"{\\rtf1\\ansi x}"
_ODT = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
_UNNAMED_ODT = package({"content.xml": "<office:text/>"})
_FODT = b"<?xml version='1.0'?><office:document x='application/vnd.oasis.opendocument.text'/>"
_WORD_2003 = (
    b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>"
    b"<w:wordDocument xmlns:w='x'/>"
)
_EXCEL_2003 = (
    b"<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>\n"
    b"<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
)

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a program on the path that does what a script says, and notes how it was called.

    In the script ``$out`` is the folder to write to, ``$called`` the file of the calls.
    """
    folder = tmp_path / "bin"
    temporary = tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def installed(script: str) -> Path:
        program = folder / "soffice"
        program.write_text(
            "#!/bin/sh\n"
            'case "$*" in *--version*) echo "LibreOffice 7.9.1 40(Build:2)"; exit;; esac\n'
            f'called="{tmp_path}/called"; echo "$@" >>"$called"\n'
            'while [ "$1" != --outdir ]; do shift; done; out=$2; source=$3\n' + script,
            encoding="utf-8",
        )
        program.chmod(0o755)
        return tmp_path

    return installed


def _writes(folder: Path, data: bytes, name: str = "report.docx") -> str:
    (folder / "result").write_bytes(data)
    return f'cp "{folder}/result" "$out/{name}"\n'


def _problem(data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data, "report")
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_DOC, "DOC"),
        (_RTF, "RTF"),
        (_ODT, "ODT"),
        (_UNNAMED_ODT, "ODT"),
        (_FODT, "FODT"),
        (_WORD_2003, "WORD-XML"),
        (b"<pkg:package xmlns:pkg='x'/>", "WORD-XML"),
        (_EXCEL_2003, "EXCEL-XML"),
    ],
)
def test_without_it_the_format_is_named(
    data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())

    problem = _problem(data)

    assert (problem.rule, problem.facts) == ("E912", {"format": kind})


def test_it_is_found_in_its_usual_place(
    install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = install(_writes(tmp_path, word(paragraph("甲")))) / "bin" / "soffice"
    copy = shutil.copy(place, tmp_path / "elsewhere")
    place.unlink()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ("/nowhere/soffice", str(copy)))

    assert outline(read(_DOC)) == ["甲"]


@pytest.mark.parametrize(
    ("data", "own", "suffix"),
    [(_DOC, "doc", "doc"), (_RTF, "rtf", "rtf"), (_ODT, "odt", "odt"), (_FODT, "odt", "fodt"),
     (_WORD_2003, "doc", "xml")],
)  # fmt: skip
def test_the_word_file_it_makes_is_read(
    data: bytes, own: str, suffix: str, install: Install, tmp_path: Path
) -> None:
    content = paragraph("标题") + word_table(row(cell("甲"), cell("3")), row(cell("乙"), cell("4")))
    install(_writes(tmp_path, word(content)) + f'cmp -s "$source" "{tmp_path}/given" || exit 1')
    (tmp_path / "given").write_bytes(data)

    document = read(data)

    assert (document.format, outline(document)) == (own, ["标题", [["甲", "3"], ["乙", "4"]]])
    place = table(document).rows[1][1].place
    assert (place.table, place.row, place.cell, place.paragraph) == (1, 2, 2, None)
    called = (tmp_path / "called").read_text(encoding="utf-8")
    assert "--headless" in called
    assert "--convert-to docx" in called
    assert f"report.{suffix}\n" in called


def test_the_workbook_it_makes_is_read(install: Install, tmp_path: Path) -> None:
    install(_writes(tmp_path, rows_written(["甲", 1], ["乙", 2]), "report.xlsx"))

    document = read(_EXCEL_2003)

    assert (document.format, outline(document)) == ("xls", [[["甲", "1"], ["乙", "2"]]])


def test_each_conversion_has_a_profile_that_trusts_nothing(
    install: Install, tmp_path: Path
) -> None:
    settings = f'cat "$out/profile/user/registrymodifications.xcu" >>"{tmp_path}/settings"\n'
    install(settings + _writes(tmp_path, word(paragraph("甲"))))

    read(_DOC)
    read(_DOC)

    profiles = [
        word
        for word in (tmp_path / "called").read_text(encoding="utf-8").split()
        if word.startswith("-env:UserInstallation=file:///")
    ]
    assert len(set(profiles)) == 2
    written = (tmp_path / "settings").read_text(encoding="utf-8")
    for name, value in (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("ooInetHTTPProxyName", "127.0.0.1"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}<' in written


@pytest.mark.parametrize(
    "script",
    ["exit 1", "true", 'echo garbage >"$out/report.docx"', ': >"$out/report.docx"',
     'ln -s /etc/hostname "$out/report.docx"', 'mkdir "$out/report.docx"'],
)  # fmt: skip
def test_failure_is_said_with_the_version(script: str, install: Install) -> None:
    install(script + "\n")

    problem = _problem(_RTF)

    assert (problem.rule, problem.facts) == (
        "E913", {"format": "RTF", "version": "LibreOffice 7.9.1"},
    )  # fmt: skip


@pytest.mark.parametrize("data", [package({"a.txt": "x"}), b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_a_failure(data: bytes, install: Install, tmp_path: Path) -> None:
    install(_writes(tmp_path, data))

    assert _problem(_RTF).rule == "E913"


def test_limits_hold_for_what_it_makes(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(_writes(tmp_path, word(paragraph("甲" * 99))))
    monkeypatch.setattr(limits, "MAX_XML_TAGS", 3)

    assert _problem(_RTF).rule == "E906"


def test_version_that_is_not_told_is_left_out(install: Install, tmp_path: Path) -> None:
    program = install("") / "bin" / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")

    assert _problem(_RTF).facts["version"] == "LibreOffice"


def test_version_is_not_waited_for(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    program = install("") / "bin" / "soffice"
    program.write_text('#!/bin/sh\ncase "$*" in *--version*) exec sleep 60;; esac\n')
    monkeypatch.setattr(libreoffice, "_VERSION_SECONDS", 0.2)

    assert _problem(_RTF).facts["version"] == "LibreOffice"


def test_empty_result_is_empty_and_a_large_one_refused(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(_writes(tmp_path, word(paragraph())))
    assert _problem(_RTF).rule == "E902"

    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    install(_writes(tmp_path, bytes(101)))
    with pytest.raises(InputProblem) as caught:
        libreoffice.converted(_RTF, "rtf", "docx", "RTF")
    assert caught.value.rule == "E906"


class TestAProgramThatHangs:
    def test_is_stopped_with_all_that_it_started(
        self, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(libreoffice, "SECONDS", 1)
        install(f'sleep 300 & echo $! >"{tmp_path}/child"\nsleep 300\n')
        begun = time.monotonic()

        problem = _problem(_DOC)

        assert (problem.rule, problem.facts) == ("E914", {"format": "DOC", "seconds": 1})
        assert time.monotonic() - begun < 10
        assert _is_gone(int((tmp_path / "child").read_text(encoding="utf-8")))

    def test_leaves_nobody_behind_when_it_ends_itself(
        self, install: Install, tmp_path: Path
    ) -> None:
        install(
            f'sleep 300 & echo $! >"{tmp_path}/child"\n' + _writes(tmp_path, word(paragraph("甲")))
        )

        assert outline(read(_DOC)) == ["甲"]
        assert _is_gone(int((tmp_path / "child").read_text(encoding="utf-8")))


def _is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has."""
    for _ in range(50):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state.split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("script", ["", "exit 3", "sleep 9"])
def test_no_file_is_left_behind(
    script: str, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS", 0.3)
    install(f'echo x >"$out/profile/user/more"\n{script}\n')

    _problem(_DOC)

    assert list((tmp_path / "temporary").iterdir()) == []
