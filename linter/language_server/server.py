"""The conversation with an editor, in the Language Server Protocol over standard streams."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from linter import __version__
from linter.language_server.actions import KINDS, code_actions
from linter.language_server.documents import Documents
from linter.language_server.hover import hover
from linter.language_server.service import Service
from linter.language_server.wording import text
from linter.model.rule import Language

_WATCHED = "**/*.toml"


def serve(service: Service, language: Language | None) -> None:
    """Talks to the editor at the other end of the standard streams until it leaves."""
    language_server(service, language).start_io()


def language_server(service: Service, language: Language | None) -> LanguageServer:
    """A server that speaks ``language``, or where it is None that of the configuration."""
    server = LanguageServer(
        "nianbao", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    documents = Documents(server, service, language)
    _follow_texts(server, documents)
    _follow_settings(server, documents)
    _answer_questions(server, documents)
    return server


def _follow_texts(server: LanguageServer, documents: Documents) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        documents.changed(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        documents.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        documents.closed(params.text_document.uri)


def _follow_settings(server: LanguageServer, documents: Documents) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(_params: types.InitializedParams) -> None:
        await _watch_configurations(server)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        _take_settings(documents, params.initialization_options)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        _take_settings(documents, params.settings)
        documents.all_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        documents.all_changed()


def _answer_questions(server: LanguageServer, documents: Documents) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        markdown = _reads_markdown(server)
        return await documents.answer(
            params.text_document.uri,
            lambda checked: hover(checked, params.position, markdown=markdown),
        )

    options = types.CodeActionOptions(code_action_kinds=list(KINDS))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def asked_to_act(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        versioned = _takes_versions(server)
        return await documents.answer(
            params.text_document.uri,
            lambda checked: code_actions(
                checked,
                params.range,
                params.context.only,
                lambda content: documents.check_again(checked, content),
                versioned=versioned,
            ),
        )


async def _watch_configurations(server: LanguageServer) -> None:
    """Asks the editor to tell when a configuration or a rule pack changes, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if not (watching and watching.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(_WATCHED)]
    registration = types.Registration(
        "configurations",
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.DidChangeWatchedFilesRegistrationOptions(watchers),
    )
    await server.client_register_capability_async(types.RegistrationParams([registration]))


def _take_settings(documents: Documents, settings: Any) -> None:
    """``{"lang": "en"}``, or the same under ``nianbao``; what says nothing changes nothing."""
    if isinstance(settings, dict) and isinstance(settings.get("nianbao"), dict):
        settings = settings["nianbao"]
    language = settings.get("lang") if isinstance(settings, dict) else None
    if language in ("zh", "en"):
        documents.language = language
    elif language is not None:
        told = text("settings", documents.language or "zh", value=language)
        documents.log(types.MessageType.Warning, told)


def _reads_markdown(server: LanguageServer) -> bool:
    texts = server.client_capabilities.text_document
    formats = texts.hover.content_format if texts and texts.hover else None
    return types.MarkupKind.Markdown in (formats or ())


def _takes_versions(server: LanguageServer) -> bool:
    workspace = server.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace else None
    return bool(edits and edits.document_changes)
