"""What the page puts behind a report: tools, links, the site's imprint, the report once more."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import Block, Paragraph
from linter.records import replace
from linter.regex import regex
from linter.structure.folding import fold
from linter.structure.frame import find_title
from linter.structure.headings import Heading

_LONGEST_LINE = 160
_BRACKETS = regex(r"[\[\](){}【】|<>:/]+")
_TOOL = regex(r"(?:打印|关闭|返回|分享|收藏)(?:本页|本文|此页|页面|窗口|顶部|首页|列表|到)?")
_LINE = regex(
    r"(?:[上下]一[篇条页]|责任编辑|编辑|信息来源|来源|主办(?:单位)?|承办(?:单位)?|版权所有"
    r"|网站标识码|发布(?:时间|日期)|浏览(?:次数|量)|分享到?|相关(?:链接|文章|阅读|附件|信息))[:(]"
    r"|版权所有|网站标识码|扫一扫|.*ICP备[0-9]|.*公网安备[0-9]"
)
_LEAST_OF_A_COPY = 4


def article_end(blocks: Sequence[Block], after: int) -> int:
    """The index of the first line of page furniture behind block ``after``, else the end."""
    for index in range(after + 1, len(blocks)):
        block = blocks[index]
        if isinstance(block, Paragraph) and not block.chrome and _is_furniture(block.text):
            return index
    return len(blocks)


def _is_furniture(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    line = fold(text)
    tools = [piece for piece in _BRACKETS.split(line) if piece]
    return bool(_LINE.match(line)) or (bool(tools) and all(map(_is_tools, tools)))


def _is_tools(piece: str) -> bool:
    """Whether a piece of a line names tools of the page alone: 打印, 打印本页关闭窗口."""
    return not _TOOL.sub("", piece)


def without_copy(
    blocks: Sequence[Block], headings: Sequence[Heading]
) -> tuple[tuple[Block, ...], list[Heading]]:
    """Both without a second print of the whole report, as pages hold one for small screens."""
    again = _second_print(headings)
    if again is None:
        return tuple(blocks), list(headings)
    last, begins = headings[again - 1].index, headings[again].index
    title = find_title(blocks[last + 1 : begins], begins - last - 1)
    if title and title.indexes:
        begins = last + 1 + title.indexes[0]
    copy = (replace(block, chrome=True) for block in blocks[begins:])
    return (*blocks[:begins], *copy), list(headings[:again])


def _second_print(headings: Sequence[Heading]) -> int | None:
    """Where among ``headings`` all of them begin again in the same order."""
    keys = [heading.key for heading in headings]
    for again in range(_LEAST_OF_A_COPY, len(keys) // 2 + 1):
        if keys[0] and keys[again : 2 * again] == keys[:again] and len(set(keys[:again])) == again:
            first = headings[again].index - headings[0].index
            second = headings[-1].index - headings[again].index
            return again if 2 * first >= second else None
    return None
