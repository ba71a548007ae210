"""``check --annotate`` writes copies with the findings in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nianbao
from tests.examples import example_report
from tests.rendering import BY_NAME, with_cell
from tests.word_structure import flaws

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "clean"
_REPORT = with_cell(example_report(), "applications.granted.natural_person", 77)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for path, layout in (("a.docx", "docx-bold-headings"), ("sub/b.html", "html-page")):
        (tmp_path / "in" / path).write_bytes(BY_NAME[layout].print(_REPORT))


def test_copy_of_one_file_has_the_name_that_is_given(nianbao: Nianbao) -> None:
    before = Path("in/a.docx").read_bytes()

    told = nianbao("check", "in/a.docx", "--annotate", "out.docx")

    assert told.status == 1
    assert told.err.endswith("已写入 1 份批注件\n")
    assert flaws(Path("out.docx").read_bytes()) == []
    assert Path("in/a.docx").read_bytes() == before


def test_copies_of_several_files_stand_in_the_folder_as_they_do(nianbao: Nianbao) -> None:
    nianbao("check", "in", "--annotate", "out", "--quiet")

    assert Path("out/a.docx").is_file()
    assert Path("out/sub/b.html").is_file()


@pytest.mark.parametrize("target", ["in/a.docx", "in"])
def test_checked_file_is_never_written_over(nianbao: Nianbao, target: str) -> None:
    told = nianbao("check", "in/a.docx", "--annotate", target)

    assert told.status == 2
    assert "--annotate 会覆盖要读取的文件" in told.err


def test_text_file_cannot_be_annotated(nianbao: Nianbao) -> None:
    Path("c.txt").write_bytes(BY_NAME["txt-cell-a-line"].print(_REPORT))

    told = nianbao("check", "c.txt", "--annotate", "out.txt")

    assert told.status == 2
    assert "c.txt：不能加批注（只有 Word 文件、网页和含文字的 PDF 文件可以）" in told.err
    assert not Path("out.txt").exists()


def test_copy_of_a_pdf_file_is_the_file_with_notes_behind_it(nianbao: Nianbao) -> None:
    data = (_EXAMPLES / "2022-qiaopan-town.pdf").read_bytes()
    Path("d.pdf").write_bytes(data)

    told = nianbao("check", "d.pdf", "--annotate", "out.pdf")

    assert (told.status, told.err) == (0, "已写入 1 份批注件\n")
    assert Path("out.pdf").read_bytes().startswith(data)


def test_copy_that_cannot_be_written_is_told(nianbao: Nianbao) -> None:
    Path("taken").write_text("", "utf-8")

    told = nianbao("check", "in/a.docx", "--annotate", "taken/out.docx")

    assert told.status == 2
    assert "无法写入 taken/out.docx" in told.err
