"""A baseline as a file (``schemas/baseline.schema.json``): sorted, one finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from linter.file_errors import file_error
from linter.model.rule import Text
from linter.records import record
from linter.regex import regex
from linter.suppression.baseline import KnownFile

VERSION = 1
LARGEST_FILE = 64 * 1024 * 1024
_FINGERPRINT = regex(r"[0-9a-f]{16}")
_RULE = regex(r"([A-Z]{2,8}-)?[A-Z][0-9]{3}")


@record
class BaselineProblem:
    """What is wrong with a baseline; ``line`` is 0 where it is in no particular line."""

    line: int
    message: Text


class BaselineError(Exception):
    """A baseline that cannot be used."""

    def __init__(self, problem: BaselineProblem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


def baseline_text(files: Iterable[KnownFile]) -> str:
    """The files as JSON, the same for the same findings."""
    entries = ",\n".join(_entry(file) for file in files)
    body = f"[\n{entries}\n  ]" if entries else "[]"
    return f'{{\n  "version": {VERSION},\n  "files": {body}\n}}\n'


def _entry(file: KnownFile) -> str:
    report = None
    if file.report is not None:
        issuer, year, title = file.report
        report = {"issuer": issuer, "year": int(year), "title": title}
    lines = (
        _json({"rule": rule, "fingerprint": mark, "count": number})
        for (rule, mark), number in sorted(file.findings.items())
    )
    findings = ",\n        ".join(lines)
    return (
        f'    {{\n      "path": {_json(file.path)},\n      "report": {_json(report)},\n'
        f'      "findings": [\n        {findings}\n      ]\n    }}'
    )


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    # A file name that is no text can be written as an escape only.
    return text if text.isprintable() else json.dumps(value)


def read_baseline(file: Path) -> tuple[KnownFile, ...]:
    """The known files in ``file``; raises :class:`BaselineError`."""
    data = _parsed(_content(file))
    if not isinstance(data, dict) or not isinstance(data.get("version"), int):
        raise _wrong("version")
    if data["version"] > VERSION:
        raise _error(
            "基线由更新版本的工具写成，请升级后再用",
            "the baseline was written by a later version of the tool; update it first",
        )
    return tuple(_files(data))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise _error(
            "没有这个基线文件；首次使用时先用 --write-baseline 写成",
            "there is no such baseline; write it first with --write-baseline",
        ) from error
    except OSError as error:
        reason = file_error(error)
        raise _error(
            f"无法读取基线：{reason.zh}", f"the baseline cannot be read: {reason.en}"
        ) from error
    if len(content) > LARGEST_FILE:
        raise _error(
            f"基线超过 {LARGEST_FILE} 字节", f"the baseline is larger than {LARGEST_FILE} bytes"
        )
    return content


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _error("不符合 JSON 语法", f"this is not JSON: {error.msg}", error.lineno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise _error(
            "不是 check --write-baseline 写成的文件",
            "this was not written by check --write-baseline",
        ) from error


def _files(data: dict[str, Any]) -> Iterator[KnownFile]:
    files = data.get("files")
    if not isinstance(files, list):
        raise _wrong("files")
    for number, entry in enumerate(files):
        where = f"files[{number}]"
        if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
            raise _wrong(f"{where}.path")
        report = _report(entry.get("report"), f"{where}.report")
        findings = dict(_findings(entry.get("findings"), f"{where}.findings"))
        yield KnownFile(entry["path"], report, findings)


def _report(data: Any, where: str) -> tuple[str, ...] | None:
    match data:
        case None:
            return None
        case {"issuer": str(issuer), "year": int(year), "title": str(title)}:
            return issuer, str(year), title
    raise _wrong(where)


def _findings(data: Any, where: str) -> Iterator[tuple[tuple[str, str], int]]:
    if not isinstance(data, list):
        raise _wrong(where)
    for number, entry in enumerate(data):
        match entry:
            case {"rule": str(rule), "fingerprint": str(mark), "count": int(count)}:
                if count > 0 and _RULE.fullmatch(rule) and _FINGERPRINT.fullmatch(mark):
                    yield (rule, mark), count
                    continue
        raise _wrong(f"{where}[{number}]")


def _wrong(where: str) -> BaselineError:
    return _error(
        f"{where} 有误，不是 check --write-baseline 写成的内容",
        f"{where} is wrong and was not written by check --write-baseline",
    )


def _error(zh: str, en: str, line: int = 0) -> BaselineError:
    return BaselineError(BaselineProblem(line, Text(zh, en)))
