"""Assertions in English put into Chinese word for word, as the tests compare them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.engine import chinese
from linter.engine.form_names import FormNames, names_of
from linter.engine.vocabulary import RECORDS

_TOKEN = re.compile(
    r"\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*|[^\W\d]\w*(?:\.[^\W\d]\w*|\.\*|\[\w+\])*|[\s\S]"
)
_DECLARED = re.compile(r"\beach\s+(\w+)\s+in\s+(\w+)(?:\(([\w.]+))?")
_FULL_WIDTH = str.maketrans("(),:=<>+*", "（），：＝＜＞＋×")


def in_chinese(assertion: str, editions: tuple[str, ...] = ("2019", "2021")) -> str:
    """The same assertion with Chinese keywords, names and punctuation."""
    return _Translator(assertion, [names_of(edition) for edition in editions]).text()


class _Translator:
    def __init__(self, assertion: str, forms: list[FormNames]) -> None:
        self.tokens = _TOKEN.findall(assertion)
        self.forms = forms
        self.collections = {name: domain for name, domain, _ in _DECLARED.findall(assertion)}
        self.parts = {name: path for name, _, path in _DECLARED.findall(assertion) if path}

    def text(self) -> str:
        words = [self._word(place, token) for place, token in enumerate(self.tokens)]
        return "".join(words)

    def _word(self, place: int, token: str) -> str:
        if token[0] in "\"'":
            return self._quoted(place, token)
        if token[0] == "#" or token.isspace():
            return token
        if not re.match(r"[^\W\d]", token):
            return token.translate(_FULL_WIDTH)
        before, after = self._neighbours(place)
        if (token, after) == ("contains", "any"):
            return "包含任一"
        if (before, token) == ("contains", "any"):
            return ""
        if token in chinese.KEYWORDS:
            return chinese.KEYWORDS[token]
        if after == "(":
            tables = (chinese.DOMAINS if before == "in" else chinese.FUNCTION_NAMES,)
            return _name(token, *tables)
        if before == "in" or token in RECORDS:
            return _name(token, chinese.COLLECTIONS)
        return self._path(token)

    def _neighbours(self, place: int) -> tuple[str, str]:
        before = [token for token in self.tokens[:place] if not token.isspace()]
        after = [token for token in self.tokens[place + 1 :] if not token.isspace()]
        return (before[-1] if before else "", after[0] if after else "")

    def _quoted(self, place: int, token: str) -> str:
        """Kinds, and columns that a column is compared with, by their Chinese names; any other
        text in Chinese quotes.
        """
        text = token[1:-1]
        words = [one for one in self.tokens[:place] if re.match(r"[^\W\d]", one)]
        compared = next((one for one in reversed(words) if one not in chinese.KEYWORDS), "")
        if self.collections.get(compared) == "columns":
            return f"“{self._columns().get(text, text)}”"
        kinds = {key: name for names in chinese.VALUES.values() for name, key in names.items()}
        return f"“{kinds.get(text, text)}”"

    def _columns(self) -> Mapping[str, str]:
        names = (pair for form in self.forms for pair in form.columns_in_chinese().items())
        return {key: name for name, key in names}

    def _path(self, token: str) -> str:
        head, *rest = re.findall(r"\.?\*|\.?\w+|\[\w+\]", token)
        names = [part.lstrip(".") for part in rest]
        if head in self.collections and self.collections[head] in RECORDS:
            fields = chinese.fields_of(self.collections[head])
            return ".".join([head, *(_name(part, fields) for part in names)])
        if head == "sections":
            sections = {k: v for form in self.forms for k, v in form.sections_in_chinese()}
            key, part = names
            return f"部分.{_name(key, sections)}.{_name(part, chinese.SECTION_PARTS)}"
        if head in self.parts or any(head in form.parts for form in self.forms):
            return self._part_of_form(head, names)
        return ".".join(
            [_name(head, chinese.SCALARS), *(_name(n, chinese.PARAMETER_PARTS) for n in names)]
        )

    def _part_of_form(self, head: str, names: list[str]) -> str:
        outer = {head}
        if head in self.parts:
            start = self.parts[head]
            outer = {path for form in self.forms for path in form.below(start, "row")} | {start}
            words = [head]
        else:
            words = [_name(head, self._meanings({""}))]
        for name in names:
            if name.startswith("["):
                words[-1] += name
                continue
            words.append(name if name == "*" else _name(name, self._meanings(outer)))
            inner = [name]
            if name == "*":
                inner = [
                    n for form in self.forms for o in outer for n in form.continuations.get(o, ())
                ]
            outer = {f"{path}.{key}" for path in outer for key in inner}
        return ".".join(words)

    def _meanings(self, outer: set[str]) -> Mapping[str, str]:
        return {
            name: key
            for form in self.forms
            for path in outer
            for name, key in form.chinese.get(path, {}).items()
        }


def _name(word: str, *tables: Mapping[str, str]) -> str:
    """The Chinese name of an English word by one of the tables, else the word itself."""
    return next((zh for table in tables for zh, en in table.items() if en == word), word)
