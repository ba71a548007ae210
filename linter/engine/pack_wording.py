"""What is said about a mistake in a pack outside its assertions, in both languages."""

from __future__ import annotations

from collections.abc import Collection
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
        "不符合 TOML 语法：应为“键 = 值”或“[[rule]]”等标题，文字加引号",
        f'this is not TOML: {detail}; expected: key = value, or a heading such as "[[rule]]", '
        "with texts in quotes",
    )


def nested_too_deeply() -> Text:
    return Text("嵌套过深", "nested too deeply")


def unknown_key(key: str, nearest: str | None, known: Collection[str]) -> Text:
    return hinted(f"没有键“{key}”", f'there is no key "{key}"', nearest, known)


def missing_key(key: str) -> Text:
    return Text(f"缺少键“{key}”", f'the key "{key}" is missing')


def needs_other_key(key: str, other: str) -> Text:
    return Text(f"有“{key}”时还应有“{other}”", f'"{key}" is only allowed together with "{other}"')


def assert_and_on() -> Text:
    return Text(
        "“assert”与“on”只能写其一", '"assert" and "on" exclude each other; write only one of them'
    )


def wrong_type(key: str, types: str | list[str]) -> Text:
    wanted = [_TYPES[name] for name in ([types] if isinstance(types, str) else types)]
    zh, en = "或".join(text.zh for text in wanted), " or ".join(text.en for text in wanted)
    return Text(f"“{key}”应为{zh}", f'"{key}" should be {en}')


def not_one_of(key: str, found: Any, nearest: str | None, known: Collection[str]) -> Text:
    zh, en = f"“{key}”不能是“{found}”", f'"{key}" cannot be "{found}"'
    return hinted(zh, en, nearest, known)


def wrong_form(key: str, found: Any, pattern: str) -> Text:
    return Text(
        f"“{key}”不能是“{found}”，应符合 {pattern}",
        f'"{key}" cannot be "{found}"; expected the form {pattern}',
    )


def wrong_size(key: str, keyword: str, limit: int) -> Text:
    zh, en = _SIZES[keyword]
    return Text(f"“{key}”{zh.format(limit)}", f'"{key}" {en.format(limit)}')


_SIZES = {
    "minLength": ("不能为空", "must not be empty"),
    "maxLength": ("不能超过 {} 个字符", "must not have more than {} characters"),
    "minItems": ("至少应有 {} 项", "must have at least {} items"),
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
