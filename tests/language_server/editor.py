"""An editor for tests: it starts the real server and talks to it over standard streams."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

T = TypeVar("T")

_ROOT = Path(__file__).resolve().parents[2]
_LIMIT = 20


def capabilities(
    *, encodings: list[str] | None = None, markdown: bool = True, versions: bool = True
) -> types.ClientCapabilities:
    """What an editor can do."""
    formats = [types.MarkupKind.Markdown] if markdown else [types.MarkupKind.PlainText]
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=versions)
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=formats)
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=versions),
            did_change_watched_files=watching,
        ),
    )


@contextmanager
def editor_in(
    folder: Path,
    *arguments: str,
    able: types.ClientCapabilities | None = None,
    options: Any = None,
    program: tuple[str, ...] = ("-m", "linter", "lsp"),
    **environment: str,
) -> Iterator[Editor]:
    """An editor that works in ``folder`` and has started ``nianbao lsp ARGUMENTS``."""
    with asyncio.Runner() as runner:
        editor = Editor(folder, runner)
        told = {**os.environ, "PYTHONPATH": str(_ROOT), **environment}
        editor.start([*program, *arguments], able or capabilities(), options, told)
        try:
            yield editor
        finally:
            editor.leave()


class Editor:
    """One session; ``logged`` and ``shown`` are what the server said to its user."""

    def __init__(self, folder: Path, runner: asyncio.Runner) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.logged: list[str] = []
        self.shown: list[str] = []
        self.registered: list[types.Registration] = []
        self.published: list[types.PublishDiagnosticsParams] = []
        self._runner = runner
        self._news = asyncio.Event()
        self._versions: dict[str, int] = {}

    def start(
        self,
        program: list[str],
        able: types.ClientCapabilities,
        options: Any,
        environment: dict[str, str],
    ) -> None:
        async def begin() -> types.InitializeResult:
            await self.client.start_io(sys.executable, *program, cwd=self.folder, env=environment)
            return await self.client.initialize_async(
                types.InitializeParams(
                    capabilities=able,
                    process_id=os.getpid(),
                    root_uri=self.folder.as_uri(),
                    initialization_options=options,
                )
            )

        self._listen()
        self.server = self._run(begin())
        self.client.initialized(types.InitializedParams())

    def leave(self) -> None:
        async def end() -> None:
            await self.client.shutdown_async(None)
            self.client.exit(None)
            await self.client.stop()

        self._run(end())

    def open(self, name: str, text: str, language: str = "plaintext") -> list[types.Diagnostic]:
        """Opens an unsaved text; what is found in it."""
        uri = self.uri(name)
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return self.found(name, 1)

    def type(self, name: str, text: str) -> int:
        """Replaces the text without waiting; its new version."""
        uri = self.uri(name)
        self._versions[uri] += 1
        version = self._versions[uri]
        identifier = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(identifier, [change])
        )
        return version

    def typed(self, name: str, text: str) -> list[types.Diagnostic]:
        """Replaces the text; what is found in it then."""
        return self.found(name, self.type(name, text))

    def close(self, name: str) -> None:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    def found(self, name: str, version: int | None) -> list[types.Diagnostic]:
        """What the server published about a version, once it has."""
        wanted = (self.uri(name), version)
        news = self.until(
            lambda: next((p for p in self.published[::-1] if (p.uri, p.version) == wanted), None)
        )
        return list(news.diagnostics)

    def until(self, told: Callable[[], T | None]) -> T:
        """The first answer of ``told`` that is one."""

        async def wait() -> T:
            while (answer := told()) is None:
                self._news.clear()
                await self._news.wait()
            return answer

        return self._run(wait())

    def hover(self, name: str, place: types.Position) -> str | None:
        """What is shown beside the pointer."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        request = self.client.text_document_hover_async(types.HoverParams(identifier, place))
        shown = self._run(request)
        if shown is None:
            return None
        assert isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value

    def actions(self, name: str, span: types.Range, *only: str) -> list[types.CodeAction]:
        """The code actions that are offered for a part of the text."""
        context = types.CodeActionContext([], only=list(only) or None)
        identifier = types.TextDocumentIdentifier(self.uri(name))
        params = types.CodeActionParams(identifier, span, context)
        offered = self._run(self.client.text_document_code_action_async(params))
        return [one for one in offered or () if isinstance(one, types.CodeAction)]

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(asyncio.wait_for(work, _LIMIT))

    def _listen(self) -> None:
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.published.append(params)
            self._news.set()

        def logged(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)
            self._news.set()

        def shown(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)
            self._news.set()

        def registered(params: types.RegistrationParams) -> None:
            self.registered.extend(params.registrations)
            self._news.set()

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.client.feature(types.WINDOW_LOG_MESSAGE)(logged)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(shown)
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)


def applied(text: str, action: types.CodeAction) -> str:
    """The text after an action, whose edits count UTF-16 units."""
    assert action.edit is not None
    edits = [edit for some in (action.edit.changes or {}).values() for edit in some]
    for change in action.edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        edits += [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
    lines = text.splitlines(keepends=True)
    starts = [sum(map(_units, lines[:number])) for number in range(len(lines) + 1)]
    wide = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda one: one.range.start, reverse=True):
        start, end = (
            2 * (starts[at.line] + at.character) for at in (edit.range.start, edit.range.end)
        )
        wide = wide[:start] + edit.new_text.encode("utf-16-le") + wide[end:]
    return wide.decode("utf-16-le")


def marked(text: str, diagnostic: types.Diagnostic | types.Range) -> str:
    """The characters that a diagnostic underlines, in UTF-16 units, of one line."""
    span = diagnostic if isinstance(diagnostic, types.Range) else diagnostic.range
    assert span.start.line == span.end.line
    wide = text.split("\n")[span.start.line].encode("utf-16-le")
    return wide[2 * span.start.character : 2 * span.end.character].decode("utf-16-le")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
