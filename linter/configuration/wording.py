"""What is said about a mistake in a configuration, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.rule import Text

_KEYS = {
    "reason": Text("应写明理由", "state the reason"),
    "rule": Text("应写明一条规则的编号或名称", "name one rule by its id or slug"),
    "rules": Text(
        "应列出规则的编号、编号开头或名称", "list rules by ids, beginnings of ids or slugs"
    ),
}


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


def no_file_name(found: str) -> Text:
    return Text(
        f"配置项“baseline”应为文件名，现为 {found}",
        f'"baseline" should be the name of a file, but is {found}',
    )


def no_truth(key: str, found: str) -> Text:
    return Text(
        f"配置项“{key}”应为 true 或 false，现为 {found}",
        f'"{key}" should be true or false, but is {found}',
    )


def not_entries(key: str) -> Text:
    return Text(
        f"配置项“{key}”应写成若干个 [[{key}]]", f'"{key}" should be written as entries [[{key}]]'
    )


def unknown_entry_key(key: str, name: str, nearest: str | None) -> Text:
    zh, en = f"[[{key}]] 中没有“{name}”这一项", f'[[{key}]] has no "{name}"'
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    return Text(zh, en)


def missing_key(key: str, name: str) -> Text:
    return Text(
        f"[[{key}]] 缺少“{name}”：{_KEYS[name].zh}", f'[[{key}]] lacks "{name}": {_KEYS[name].en}'
    )


def blank(name: str) -> Text:
    return Text(f"“{name}”有误：{_KEYS[name].zh}", f'"{name}" is wrong: {_KEYS[name].en}')


def no_date(found: str) -> Text:
    return Text(
        f"“until”应为日期（如 2026-12-31），现为 {found}",
        f'"until" should be a date (such as 2026-12-31), but is {found}',
    )


def ignores_protected(name: str, rules: Sequence[str]) -> Text:
    what = _protected(name, rules)
    return Text(
        f"{what.zh}，不能用“ignore”关闭：确需关闭的，逐条写 [[disable]] 并写明理由",
        f'{what.en}, which "ignore" cannot switch off; if it must be, write [[disable]] for each, '
        "with a reason",
    )


def suppresses_protected(name: str, rules: Sequence[str]) -> Text:
    what = _protected(name, rules)
    return Text(
        f"{what.zh}：须逐条写明编号，并用 cells 写明单元格所在的表和行",
        f"{what.en}; to suppress these, name each by its id and give the table and the row of the "
        'cells in "cells"',
    )


def _protected(name: str, rules: Sequence[str]) -> Text:
    return Text(
        f"“{name}”包括受保护的规则 {'、'.join(rules)}",
        f'"{name}" covers the protected rules {", ".join(rules)}',
    )


def not_to_be_hidden(name: str) -> Text:
    return Text(
        f"“{name}”说明文件能否检查、抑制是否有效，不能抑制或关闭",
        f'"{name}" tells whether a file can be checked or a suppression holds and cannot be '
        "suppressed or disabled",
    )


def no_whole_name(name: str, nearest: str | None) -> Text:
    zh = f"“{name}”不是一条规则的编号或名称，[[disable]] 每次只能写一条规则"
    en = f'"{name}" is no id or slug of a rule; each [[disable]] is for one rule'
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    return Text(zh, en)


def no_such_cell(name: str, nearest: str | None) -> Text:
    zh, en = f"没有单元格、行或表“{name}”", f'there is no cell, row or table "{name}"'
    if nearest:
        return Text(f"{zh}，是否想写“{nearest}”？", f'{en}; did you mean "{nearest}"?')
    return Text(zh, en)


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
