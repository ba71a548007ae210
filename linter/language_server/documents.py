"""The texts that are open in the editor, each checked a moment after it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from lsprotocol.types import (
    Diagnostic,
    LogMessageParams,
    MessageType,
    PositionEncodingKind,
    PublishDiagnosticsParams,
    ShowMessageParams,
)
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from linter.corpus.checking import INTERNAL_ERROR, place_of
from linter.language_server.checked_text import CheckedText, bytes_of, checked_text
from linter.language_server.diagnostics import diagnostics
from linter.language_server.service import CannotCheck, Service
from linter.language_server.wording import text
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.reporting.messages import message

T = TypeVar("T")

PAUSE = 0.3
"""Seconds without typing after which a text is checked."""
_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".shtml")
_OF_LANGUAGE = {"plaintext": ".txt", "markdown": ".md", "html": ".html"}


class Documents:
    """The open texts of one session with an editor, and what was found in them."""

    def __init__(self, server: LanguageServer, service: Service, language: Language | None) -> None:
        """``language`` is the one asked for, None to leave the choice to the configuration."""
        self.language = language
        self._server = server
        self._service = service
        # One after the other: checks are short, and share what they have loaded.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="check")
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._checked: dict[str, CheckedText] = {}
        self._complaints: dict[str, str] = {}

    def changed(self, uri: str, pause: float = PAUSE) -> None:
        """Checks the text after a ``pause``, unless it changes again before."""
        if waiting := self._waiting.get(uri):
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._published(uri, pause))

    def all_changed(self) -> None:
        """Checks everything anew: what governs the texts has changed."""
        self._service.forget()
        self._checked.clear()
        for uri in self._server.workspace.text_documents:
            self.changed(uri, 0)

    def closed(self, uri: str) -> None:
        """Forgets a text, and takes back what was said about it."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._checked.pop(uri, None)
        self._complaints.pop(uri, None)
        self._publish(uri, None, [])

    async def answer(self, uri: str, work: Callable[[CheckedText], T]) -> T | None:
        """What ``work`` makes of the text as it is now, checked, beside the conversation.

        None where there is nothing to say about the text; what goes wrong is said in the log.
        """
        try:
            checked = await self._current(uri)
            found = await self._apart(lambda: work(checked)) if checked else None
        except CannotCheck as error:
            self._complain(uri, str(error))
            return None
        # The last resort: the editor must keep its server whatever happens.
        except Exception as defect:  # noqa: BLE001
            facts = {"error": type(defect).__name__, "where": place_of(defect)}
            self.log(MessageType.Error, text("defect", self.language or "zh", **facts))
            return None
        self._complaints.pop(uri, None)
        return found

    def check_again(self, checked: CheckedText, content: bytes) -> FileResult:
        """The result of other ``content`` in place of a text."""
        (result,) = self._service.check(_fs_path(checked.uri), content, self.language).results
        return result

    def log(self, kind: MessageType, told: str) -> None:
        """Writes into the log that the editor keeps."""
        self._server.window_log_message(LogMessageParams(kind, told))

    async def _published(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        found = await self.answer(uri, diagnostics)
        if document := self._server.workspace.text_documents.get(uri):
            self._publish(uri, document.version, found or [])

    async def _current(self, uri: str) -> CheckedText | None:
        document = self._server.workspace.text_documents.get(uri)
        path = document and _path(document)
        if document is None or path is None:
            return None
        known = self._checked.get(uri)
        if known is not None and known.version == document.version:
            return known
        # The text is taken here: the editor may change it while it is checked.
        version, content = document.version, bytes_of(document.source)
        encoding = _encoding(self._server)
        checked = await self._apart(lambda: self._check(uri, version, path, content, encoding))
        if checked is not None:
            self._checked[uri] = checked
        return checked

    async def _apart(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _check(
        self, uri: str, version: int | None, path: Path, content: bytes, encoding: str
    ) -> CheckedText | None:
        run = self._service.check(path, content, self.language)
        if not run.results:
            return None
        for finding in run.results[0].findings:
            if finding.rule == INTERNAL_ERROR:
                rule = run.rules[finding.rule]
                self.log(MessageType.Error, message(finding, rule, None, run.language))
                return None
        return checked_text(uri, version, path.name, content, run, encoding)

    def _complain(self, uri: str, told: str) -> None:
        """Says once, until it is put right, what keeps texts from being checked."""
        self.log(MessageType.Warning, told)
        if told not in self._complaints.values():
            self._server.window_show_message(ShowMessageParams(MessageType.Warning, told))
        self._complaints[uri] = told

    def _publish(self, uri: str, version: int | None, found: list[Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(
            PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)
        )


def _encoding(server: LanguageServer) -> str:
    """In which code units places are counted, as agreed upon with the editor."""
    agreed = server.workspace.position_encoding
    return agreed.value if isinstance(agreed, PositionEncodingKind) else "utf-16"


def _path(document: TextDocument) -> Path | None:
    """The file that a text is, or would be once it is saved; None for what is no report at all."""
    path = _fs_path(document.uri)
    if path.suffix.lower() in _SUFFIXES:
        return path
    suffix = _OF_LANGUAGE.get(document.language_id or "")
    return path.with_name(path.name + suffix) if suffix and path.name else None


def _fs_path(uri: str) -> Path:
    """The path of a file; a text that is none yet lies in the working folder."""
    if uri.startswith("file:"):
        return Path(to_fs_path(uri) or uri)
    return Path.cwd() / (uri.rsplit("/", 1)[-1].rsplit(":", 1)[-1] or "untitled")
