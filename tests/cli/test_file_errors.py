"""Why a file was refused, in words."""

from __future__ import annotations

import errno

import pytest

from linter.file_errors import file_error, unreadable_reason


def test_common_reasons_are_worded_and_rare_ones_have_a_number() -> None:
    assert file_error(OSError(errno.ENOSPC, "")).zh == "磁盘空间不足"
    assert file_error(PermissionError(errno.EACCES, "")).en == "permission denied"
    assert file_error(OSError(errno.EIO, "")).zh == f"系统错误 {errno.EIO}"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(), "not-found"),
        (NotADirectoryError(), "not-found"),
        (PermissionError(), "permission"),
        (IsADirectoryError(), "not-a-file"),
        (OSError(errno.EIO, ""), "read-error"),
    ],
)
def test_an_unreadable_file_has_a_reason_that_findings_can_word(
    error: OSError, reason: str
) -> None:
    assert unreadable_reason(error) == reason
