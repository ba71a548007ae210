"""What the language server says by itself, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Language

# Chinese, English.
_TEXTS: Mapping[str, tuple[str, str]] = {
    "safe": ("改正：{fix}", "Fix: {fix}"),
    "unsafe": ("改正（须人工核对）：{fix}", "Fix (verify it): {fix}"),
    "all": ("改正所有写法有误而内容无疑的地方", "Fix everything that is certain"),
    "related": ("{cell}：{value}", "{cell}: {value}"),
    "blank": ("（空白）", "(blank)"),
    "defect": (
        "程序内部错误（{error}，{where}），未能检查此文件。请将此信息反馈给开发者。",
        "Internal error ({error} at {where}); this file was not checked. Please report it.",
    ),
    "settings": (
        "设置 nianbao.lang 的值应为 zh 或 en，现为“{value}”，未采用",
        'the setting nianbao.lang should be zh or en, but is "{value}"; it is ignored',
    ),
}


def text(key: str, language: Language, **facts: object) -> str:
    """The text called ``key``, with ``facts`` in its placeholders."""
    return _TEXTS[key][0 if language == "zh" else 1].format(**facts)
