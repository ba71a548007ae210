"""What must not be published (P8xx)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from linter.records import replace
from tests.conformance.content import added
from tests.conformance.specimen import Mutation, Slip, Specimen
from tests.rendering import Layout
from tests.rules import edited_word

_HIDDEN_ON_PAGE = '。<span style="display:none">内部掌握</span>'
_ENCODINGS = {"html-gbk": "gb18030"}


def _is_word(layout: Layout) -> bool:
    return layout.suffix == ".docx"


def _is_page(layout: Layout) -> bool:
    return layout.suffix == ".html"


def _in_file(change: Callable[[bytes, Layout], bytes]) -> Slip:
    """The file itself changed once it is written."""

    def changed(specimen: Specimen, chance: Random) -> Specimen:
        return replace(specimen, finish=change)

    return changed


def _runs(runs: str) -> Slip:
    return _in_file(lambda data, _: edited_word.with_runs(data, runs))


def _commented(data: bytes, layout: Layout) -> bytes:
    marked = edited_word.with_runs(data, edited_word.COMMENT_REFERENCE)
    return edited_word.with_parts(marked, {"word/comments.xml": edited_word.COMMENTS})


def _authored(data: bytes, layout: Layout) -> bytes:
    core = edited_word.CORE.format(creator="admin", editor="李明")
    return edited_word.with_parts(data, {"docProps/core.xml": core})


def _hidden_on_page(data: bytes, layout: Layout) -> bytes:
    encoding = _ENCODINGS.get(layout.name, "utf-8")
    return data.decode(encoding).replace("。", _HIDDEN_ON_PAGE, 1).encode(encoding)


MUTATIONS = (
    Mutation(
        "P801", "an ID number", added("overview", "申请人撤回申请1件，身份证号110101190001010006。")
    ),
    Mutation(
        "P802", "a bank card", added("other", "多缴款项已转入申请人银行卡6217000000000000004。")
    ),
    Mutation(
        "P803", "a private number", added("overview", "申请人李某（手机13800000000）撤回申请1件。")
    ),
    Mutation(
        "P804",
        "a private mailbox",
        added("overview", "申请人李某（邮箱lihua@qq.com）撤回申请1件。"),
    ),
    Mutation(
        "P805", "changes left in", _runs(edited_word.INSERTED + edited_word.DELETED), _is_word
    ),
    Mutation("P806", "a comment left in", _in_file(_commented), _is_word),
    Mutation("P807", "hidden text", _runs(edited_word.HIDDEN), _is_word),
    Mutation("P808", "a person named as the author", _in_file(_authored), _is_word),
    Mutation(
        "P809", "a called ID number", added("overview", "申请人撤回，身份证号110101190001010010。")
    ),
    Mutation("P810", "hidden text on a page", _in_file(_hidden_on_page), _is_page),
)
