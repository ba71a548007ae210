"""Why the operating system refused a file, in both languages."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from linter.model.rule import Text

_REASONS: Mapping[int | None, Text] = {
    errno.ENOENT: Text("文件或文件夹不存在", "there is no such file or folder"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EISDIR: Text("是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "a part of the path is not a folder"),
    errno.ENOSPC: Text("磁盘空间不足", "there is no space left on the disk"),
    errno.EROFS: Text("磁盘只读", "the disk is read-only"),
    errno.ELOOP: Text("符号链接循环", "the symbolic links form a loop"),
    errno.ENAMETOOLONG: Text("文件名过长", "the file name is too long"),
}


def file_error(error: OSError) -> Text:
    """What ``error`` says, by its number where it is a rare one."""
    rare = Text(f"系统错误 {error.errno}", f"system error {error.errno}")
    return _REASONS.get(error.errno, rare)


def unreadable_reason(error: OSError) -> str:
    """The ``reason`` of an E901 finding, a key of the message catalogue."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "not-found"
        case PermissionError():
            return "permission"
        case IsADirectoryError():
            return "not-a-file"
    return "read-error"
