"""What is said about a mistake in an assertion, in both languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from linter.engine.script import is_chinese
from linter.model.rule import Text

KINDS_OF_WORD: Mapping[str, Text] = {
    "NAME": Text("名称", "a name"),
    "NUMBER": Text("数字", "a number"),
    "STRING": Text("引号内的文字", "a text in quotes"),
    "RELATION": Text("比较符号（= != < <= > >=）", "a comparison (= != < <= > >=)"),
    "$END": Text("结束", "the end"),
}

KINDS_OF_VALUE: Mapping[str, Text] = {
    "number": Text("数字", "a number"),
    "date": Text("日期", "a date"),
    "text": Text("文字", "a text"),
    "truth": Text("条件", "a condition"),
}


def assertion_too_long(limit: int) -> Text:
    return Text(f"断言超过 {limit} 个字符", f"the assertion is longer than {limit} characters")


def nested_too_deeply(limit: int) -> Text:
    return Text(f"嵌套超过 {limit} 层", f"nested more than {limit} deep")


def too_many_loops(limit: int) -> Text:
    return Text(f"each 嵌套超过 {limit} 层", f"more than {limit} each within each other")


def too_many_bindings(limit: int) -> Text:
    return Text(
        f"断言展开后超过 {limit} 条，请缩小 each 的范围",
        f"the assertion unfolds into more than {limit} statements; narrow what each ranges over",
    )


def too_many_terms(limit: int) -> Text:
    return Text(
        f"断言展开后超过 {limit} 项，请缩小 each 或 * 的范围",
        f"the assertion unfolds into more than {limit} terms; narrow what each or * ranges over",
    )


def unexpected_character(character: str) -> Text:
    return Text(f"此处不能有字符“{character}”", f'the character "{character}" cannot stand here')


def unclosed_text() -> Text:
    return Text("引号没有在本行内结束", "the quotes are not closed on this line")


def unexpected_word(word: str, expected: Collection[str]) -> Text:
    zh, en = _one_of(expected)
    return Text(f"此处不能是“{word}”，应为{zh}", f'"{word}" cannot stand here; expected {en}')


def needs_blank(word: str, keyword: str) -> Text:
    return Text(
        f"没有名称“{word}”；“{keyword}”是关键词，与其他词之间应留空格",
        f'there is no "{word}"; "{keyword}" is a keyword, which blanks set apart from other words',
    )


def unexpected_end(expected: Collection[str]) -> Text:
    zh, en = _one_of(expected)
    return Text(f"断言不完整，其后应为{zh}", f"the assertion is not complete; expected {en}")


def _one_of(expected: Iterable[str]) -> tuple[str, str]:
    kinds = [text for kind, text in KINDS_OF_WORD.items() if kind in expected]
    words = sorted(word for word in expected if word not in KINDS_OF_WORD)
    zh = "、".join([text.zh for text in kinds] + [f"“{word}”" for word in words])
    en = ", ".join([text.en for text in kinds] + [f'"{word}"' for word in words])
    return (zh, en) if len(kinds) + len(words) == 1 else (f"{zh}之一", f"one of {en}")


def unknown_name(name: str, within: str, nearest: str | None, known: Collection[str]) -> Text:
    """``within`` is the path that the name continues, or empty."""
    zh = f"“{within}”中没有“{name}”" if within else f"没有名称“{name}”"
    en = f'"{within}" has no "{name}"' if within else f'there is no "{name}"'
    return hinted(zh, en, nearest, sorted(known))


def unknown_function(name: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(f"没有函数“{name}”", f'there is no function "{name}"', nearest, sorted(known))


def unknown_domain(name: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(
        f"不能逐项列举“{name}”", f'"{name}" cannot be ranged over', nearest, sorted(known)
    )


def hinted(zh: str, en: str, nearest: str | None, known: Collection[str]) -> Text:
    """A sentence about a wrong name, with the one probably meant or else all that are known."""
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    if not known:
        return Text(zh, en)
    return Text(
        f"{zh}，应为{'、'.join(f'“{name}”' for name in known)}之一",
        f"{en}; expected one of " + ", ".join(f'"{name}"' for name in known),
    )


def name_taken(name: str) -> Text:
    return Text(
        f"“{name}”已有含义，不能用作 each 的名称",
        f'"{name}" has a meaning already and cannot name what each ranges over',
    )


def not_a_cell(path: str, example: str) -> Text:
    return Text(
        f"“{path}”不是单元格，应写到单元格，如“{example}”",
        f'"{path}" is no cell; name one, such as "{example}"',
    )


def not_a_value(path: str, example: str) -> Text:
    return Text(
        f"“{path}”不是一项数据，应写成如“{example}”",
        f'"{path}" is not a value; write for example "{example}"',
    )


def not_a_table_part(path: str) -> Text:
    return Text(
        f"“{path}”不是表格、行组或行",
        f'"{path}" is no table, group of rows or row',
    )


def stands_for_columns(name: str) -> Text:
    row = "申请.新收" if is_chinese(name) else "applications.new"
    return Text(
        f"“{name}”代表列，不能在其后接“.”或“[”，应写成如“{row}[{name}]”",
        f'"{name}" stands for a column and cannot be continued; write for example "{row}[{name}]"',
    )


def not_a_column(name: str) -> Text:
    return Text(
        f"方括号内应为代表列的名称，“{name}”不是",
        f'a name that stands for a column was expected in brackets, which "{name}" is not',
    )


def star_outside_sum(beginning: str) -> Text:
    one, other = ("合计", "个数") if is_chinese(beginning) else ("sum", "count")
    return Text(
        f"“*”只能用在 {one}(…) 和 {other}(…) 的路径中",
        f'"*" can only stand in the path of {one}(…) or {other}(…)',
    )


def nothing_matches(path: str) -> Text:
    return Text(f"没有与“{path}”相符的单元格", f'no cell matches "{path}"')


def wrong_type(found: str, expected: str) -> Text:
    is_zh, is_en = KINDS_OF_VALUE[found].zh, KINDS_OF_VALUE[found].en
    zh, en = KINDS_OF_VALUE[expected].zh, KINDS_OF_VALUE[expected].en
    return Text(f"此处应为{zh}，现为{is_zh}", f"{en} was expected here, but this is {is_en}")


def not_comparable(left: str, right: str) -> Text:
    return Text(
        f"{KINDS_OF_VALUE[left].zh}与{KINDS_OF_VALUE[right].zh}不能比较",
        f"{KINDS_OF_VALUE[left].en} cannot be compared with {KINDS_OF_VALUE[right].en}",
    )


def not_ordered(relation: str, kind: str) -> Text:
    return Text(
        f"{KINDS_OF_VALUE[kind].zh}不能用“{relation}”比较，只能用“=”或“!=”",
        f'{KINDS_OF_VALUE[kind].en} cannot be compared by "{relation}", only by "=" or "!="',
    )


def wrong_argument_count(function: str, expected: int, found: int, *, many: bool) -> Text:
    zh, en = ("至少", "at least ") if many else ("", "")
    return Text(
        f"函数“{function}”{zh}需要 {expected} 个参数，现有 {found} 个",
        f'"{function}" takes {en}{expected} arguments, but has {found}',
    )


def wrong_argument(function: str, parameter: str) -> Text:
    zh, en = _PARAMETERS[parameter]
    return Text(f"函数“{function}”的参数应为{zh}", f'"{function}" takes {en}')


_PARAMETERS = {
    "reference": ("一项数据的名称", "the name of a value"),
    "cells": ("含“*”的路径", 'a path with "*"'),
    "cells or records": ("含“*”的路径或记录集合的名称", 'a path with "*" or the name of records'),
}


def impossible_date() -> Text:
    return Text("没有这一日期", "there is no such date")


def unknown_value(found: str, known: Collection[str]) -> Text:
    return hinted(f"没有“{found}”这一类", f'there is no kind "{found}"', None, known)


def text_too_long(limit: int) -> Text:
    return Text(f"引号内的文字超过 {limit} 个字符", f"the text is longer than {limit} characters")


def number_too_long(limit: int) -> Text:
    return Text(f"数字超过 {limit} 位", f"the number has more than {limit} digits")


def never_applies(edition: str) -> Text:
    return Text(
        f"断言对{edition}年版格式没有可检查的内容，规则不应列出该版",
        f"the assertion says nothing about edition {edition} of the form; "
        "the rule should not list it",
    )
