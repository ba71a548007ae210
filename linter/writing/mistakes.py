"""What can be wrong with the data of a report, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.rule import Text


class DataMistakes(Exception):
    """The data cannot be written as a report; ``messages`` say all that is wrong with it."""

    def __init__(self, messages: Iterable[Text]) -> None:
        self.messages = tuple(messages)
        super().__init__("; ".join(message.en for message in self.messages))


def not_json(line: int, column: int) -> Text:
    return Text(
        f"不符合 JSON 语法（第{line}行第{column}列）",
        f"this is not JSON (line {line}, column {column})",
    )


def not_toml(detail: str) -> Text:
    return Text(f"不符合 TOML 语法（{detail}）", f"this is not TOML: {detail}")


def not_utf8() -> Text:
    return Text("数据文件应采用 UTF-8 编码", "the data should be in UTF-8")


def too_deep() -> Text:
    return Text("数据嵌套过深", "the data is nested too deeply")


def unusable_number() -> Text:
    return Text("数据中有无法使用的数字", "the data holds a number that cannot be used")


def unknown_key(path: str, nearest: str | None) -> Text:
    if nearest is None:
        return Text(f"不认识的键“{path}”", f'unknown key "{path}"')
    return Text(
        f"不认识的键“{path}”，是否想写“{nearest}”？",
        f'unknown key "{path}"; did you mean "{nearest}"?',
    )


def wrong_type(path: str, expected: Text, found: str) -> Text:
    if not path:
        return Text(
            f"数据应为{expected.zh}，现为 {found}",
            f"the data should be {expected.en}, but is {found}",
        )
    return Text(
        f"“{path}”应为{expected.zh}，现为 {found}",
        f'"{path}" should be {expected.en}, but is {found}',
    )


def missing(path: str, why: Text) -> Text:
    return Text(f"缺少“{path}”：{why.zh}", f'"{path}" is missing: {why.en}')


def no_edition(name: str, known: Iterable[str]) -> Text:
    names = list(known)
    return Text(
        f"没有“{name}”版格式，应为 {'、'.join(names)} 之一",
        f'there is no edition "{name}" of the form; expected one of {", ".join(names)}',
    )


def no_form_for(year: int, first: int) -> Text:
    return Text(
        f"{year} 年度没有统一格式（自 {first} 年度起才有）",
        f"there is no unified form for {year}; the first was that for {first}",
    )


def other_year_in_title(title_year: int, year: int) -> Text:
    return Text(
        f"标题中的年份 {title_year} 与“year”的 {year} 不一致",
        f'the title names the year {title_year}, but "year" is {year}',
    )


def wrong_sum(cell: Text, path: str, given: str, computed: str) -> Text:
    return Text(
        f"“{cell.zh}”（{path}）填的是 {given}，按各项计算应为 {computed}",
        f"{cell.en} ({path}) is given as {given}, but its parts make {computed}",
    )


def wrong_balance(left: Text, left_sum: str, right: Text, right_sum: str) -> Text:
    return Text(
        f"{left.zh} 之和为 {left_sum}，{right.zh} 之和为 {right_sum}，两者应相等",
        f"{left.en} make {left_sum}, {right.en} make {right_sum}; they should be equal",
    )


def impossible_figure(cell: Text, path: str, computed: str) -> Text:
    return Text(
        f"“{cell.zh}”（{path}）按其他各项推算为 {computed}，不能是负数",
        f"{cell.en} ({path}) works out as {computed} from the others, which cannot be",
    )
