"""What is said about a mistake in a pack outside its assertions, in both languages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from linter.engine.wording import hinted
from linter.model.rule import Text

_TYPES = {
    "array": Text("列表", "a list"),
    "boolean": Text(" true 或 false", "true or false"),
    "number": Text("数字", "a number"),
    "object": Text("表", "a table"),
    "string": Text("文字", "a text"),
}


def unreadable(reason: str) -> Text:
    return Text("无法读取", f"cannot be read: {reason}")


def no_such_folder() -> Text:
    return Text("没有这个规则包文件夹", "there is no such folder of rule packs")


def no_packs() -> Text:
    return Text("文件夹中没有规则包（*.toml）", "the folder holds no rule pack (*.toml)")


def too_large(limit: int) -> Text:
    return Text(f"规则包超过 {limit} 字节", f"the rule pack is larger than {limit} bytes")


def too_many_packs(limit: int) -> Text:
    return Text(f"规则包超过 {limit} 个", f"there are more than {limit} rule packs")


def not_utf8() -> Text:
    return Text("规则包应采用 UTF-8 编码", "a rule pack should be in UTF-8")


def not_toml(detail: str) -> Text:
    return Text(
        "不符合 TOML 语法：应为“键 = 值”或“[[规则]]”等标题，文字加英文引号，标点用英文标点",
        f'this is not TOML: {detail}; expected: key = value, or a heading such as "[[rule]]", '
        "with texts in quotes",
    )


def nested_too_deeply() -> Text:
    return Text("嵌套过深", "nested too deeply")


def unknown_key(key: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(f"没有键“{key}”", f'there is no key "{key}"', nearest, known)


def missing_key(key: str) -> Text:
    return Text(f"缺少键“{key}”", f'the key "{key}" is missing')


def missing_one_of(keys: Sequence[str]) -> Text:
    zh, en = "、".join(f"“{key}”" for key in keys), ", ".join(f'"{key}"' for key in keys)
    return Text(f"缺少键{zh}之一", f"one of the keys {en} is missing")


def key_twice(key: str) -> Text:
    return Text(
        f"“{key}”在此处已用另一种写法写过",
        f'"{key}" stands here already under another name',
    )


def needs_other_key(key: str, other: str) -> Text:
    return Text(f"有“{key}”时还应有“{other}”", f'"{key}" is only allowed together with "{other}"')


def assert_and_on(one: str = "assert", other: str = "on") -> Text:
    return Text(
        f"“{one}”与“{other}”只能写其一",
        f'"{one}" and "{other}" exclude each other; write only one of them',
    )


def wrong_type(key: str, types: str | list[str]) -> Text:
    wanted = [_TYPES[name] for name in ([types] if isinstance(types, str) else types)]
    zh, en = "或".join(text.zh for text in wanted), " or ".join(text.en for text in wanted)
    return Text(f"“{key}”应为{zh}", f'"{key}" should be {en}')


def not_one_of(key: str, found: Any, nearest: str | None, known: Collection[str]) -> Text:
    zh, en = f"“{key}”不能是“{found}”", f'"{key}" cannot be "{found}"'
    return hinted(zh, en, nearest, known)


def wrong_form(key: str, found: Any, form: Sequence[str]) -> Text:
    """``form`` describes in Chinese and in English what is expected."""
    zh, en = form
    return Text(f"“{key}”不能是“{found}”，应为{zh}", f'"{key}" cannot be "{found}"; expected {en}')


def wrong_size(key: str, keyword: str, limit: int) -> Text:
    zh, en = _SIZES[keyword]
    return Text(f"“{key}”{zh.format(limit)}", f'"{key}" {en.format(limit)}')


_SIZES = {
    "minLength": ("不能为空", "must not be empty"),
    "maxLength": ("不能超过 {} 个字符", "must not have more than {} characters"),
    "minItems": ("至少应有 {} 项", "must have at least {} items"),
    "minProperties": ("不能为空", "must not be empty"),
    "maxItems": ("至多可有 {} 项", "must not have more than {} items"),
    "uniqueItems": ("中有重复的项", "must not hold the same item twice"),
}


def duplicate(key: str, found: str, first: str) -> Text:
    return Text(
        f"“{key}”的值“{found}”已在 {first} 使用",
        f'"{found}" is the "{key}" of the rule at {first} already',
    )


def unknown_cell(path: str, edition: str, nearest: str | None) -> Text:
    return hinted(
        f"{edition}年版格式中没有单元格“{path}”",
        f'edition {edition} of the form has no cell "{path}"',
        nearest,
        (),
    )


def unknown_fact(name: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(
        f"消息中的“{{{name}}}”没有来源",
        f'nothing fills "{{{name}}}" in the message',
        nearest,
        known,
    )


def unknown_rule(name: str, nearest: str | None) -> Text:
    return hinted(
        f"没有编号或名称为“{name}”的规则", f'no rule has the id or slug "{name}"', nearest, ()
    )


def changed_already(rule: str, earlier: str) -> Text:
    return Text(
        f"规则“{rule}”已在 {earlier} 调整",
        f'rule "{rule}" is changed at {earlier} already',
    )


def unknown_parameter(rule: str, name: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(
        f"规则“{rule}”没有参数“{name}”", f'rule "{rule}" has no parameter "{name}"', nearest, known
    )


def other_kind(name: str, before: Text) -> Text:
    return Text(
        f"参数“{name}”应与原值“{before.zh}”同类",
        f'the parameter "{name}" should be of the same kind as "{before.en}", which it replaces',
    )


def no_such_day(name: str) -> Text:
    return Text(
        f"参数“{name}”应为每年都有的日期，写作 {{ 月 = 1, 日 = 31 }}",
        f'the parameter "{name}" should be a day that every year has, as in '
        "{ month = 1, day = 31 }",
    )


def declared_already(edition: str, earlier: str) -> Text:
    return Text(
        f"版本“{edition}”已在 {earlier} 另行规定",
        f'the edition "{edition}" is declared otherwise at {earlier}',
    )


def section_taken(key: str) -> Text:
    return Text(f"格式中已有部分“{key}”", f'the form has a section "{key}" already')


def unknown_section(name: str, nearest: str | None) -> Text:
    return hinted(f"格式中没有部分“{name}”", f'the form has no section "{name}"', nearest, ())


def unknown_label(path: str, edition: str, nearest: str | None) -> Text:
    return hinted(
        f"{edition}年版格式中没有“{path}”",
        f'edition {edition} of the form has no "{path}"',
        nearest,
        (),
    )
