"""What is said about a mistake in a configuration, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.rule import Text


def unreadable(reason: Text) -> Text:
    return Text(
        f"无法读取配置文件：{reason.zh}", f"the configuration file cannot be read: {reason.en}"
    )


def too_large(limit: int) -> Text:
    return Text(
        f"配置文件超过 {limit} 字节，应是一个短小的 TOML 文件",
        f"the configuration file is larger than {limit} bytes; a short TOML file was expected",
    )


def not_utf8() -> Text:
    return Text("配置文件应采用 UTF-8 编码", "the configuration file should be in UTF-8")


def not_toml(detail: str) -> Text:
    return Text(
        '不符合 TOML 语法：应为“键 = 值”，文字加引号，列表写成 ["…", "…"]',
        f"this is not TOML: {detail}; expected: key = value, with texts in quotes and "
        'lists as ["…", "…"]',
    )


def too_deep() -> Text:
    return Text("列表或内联表嵌套过深", "lists or inline tables are nested too deeply")


def not_a_section() -> Text:
    return Text("[tool.nianbao] 应是一节", "[tool.nianbao] should be a section")


def unknown_key(key: str, nearest: str | None, known: Sequence[str]) -> Text:
    if nearest:
        return Text(
            f"没有配置项“{key}”，是否想写“{nearest}”？",
            f'there is no setting "{key}"; did you mean "{nearest}"?',
        )
    return Text(
        f"没有配置项“{key}”，应为{'、'.join(known)}之一",
        f'there is no setting "{key}"; expected one of {", ".join(known)}',
    )


def not_one_of(key: str, found: str, allowed: Sequence[str], nearest: str | None) -> Text:
    zh = f"配置项“{key}”应为{_quoted_zh(allowed)}之一，现为 {found}"
    en = f'"{key}" should be one of {_quoted_en(allowed)}, but is {found}'
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    return Text(zh, en)


def not_a_list(key: str, found: str) -> Text:
    return Text(
        f'配置项“{key}”应为文字的列表（如 ["…"]），现为 {found}',
        f'"{key}" should be a list of texts (such as ["…"]), but is {found}',
    )


def not_a_text(key: str, position: int, found: str) -> Text:
    return Text(
        f"配置项“{key}”的第 {position} 项应为非空文字，现为 {found}",
        f'item {position} of "{key}" should be a text that is not empty, but is {found}',
    )


def no_such_folder(key: str, folder: str) -> Text:
    return Text(
        f"配置项“{key}”所指的文件夹不存在：{folder}",
        f'the folder that "{key}" names does not exist: {folder}',
    )


def unknown_rule(key: str, name: str, nearest: str | None) -> Text:
    zh = f"配置项“{key}”中的“{name}”不是规则编号、编号开头或规则名称"
    en = f'"{name}" in "{key}" is no rule id, beginning of an id or slug'
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    return Text(zh, en)


def _quoted_zh(names: Sequence[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _quoted_en(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
