"""An editor and the server: what is shown while a report is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol.types import (
    CodeActionKind,
    Diagnostic,
    DiagnosticSeverity,
    DidChangeConfigurationParams,
    DidChangeWatchedFilesParams,
    Position,
    Range,
)

from tests.examples import example_report
from tests.language_server.editor import Editor, applied, capabilities, editor_in, marked
from tests.rendering import BY_NAME

_PAGES = "https://example.org/rules"
_TOP = Range(Position(0, 0), Position(0, 0))


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("session")
    with editor_in(folder, "--stdio", "--lang", "en", NIANBAO_RULE_PAGES=_PAGES) as session:
        yield session


def report(layout: str = "txt-cell-a-line", more: int = 0) -> str:
    """A consistent report; with ``more`` applications from natural persons it is not."""
    data = example_report()
    data["tables"]["applications"]["new"]["natural_person"] += more
    return BY_NAME[layout].print(data).decode("utf-8")


def about(found: list[Diagnostic], rule: str) -> Diagnostic:
    (one,) = (diagnostic for diagnostic in found if diagnostic.code == rule)
    return one


def test_it_says_what_it_is_and_what_it_can(editor: Editor) -> None:
    info, able = editor.server.server_info, editor.server.capabilities
    assert info is not None
    assert info.name == "nianbao"
    assert able.hover_provider
    assert able.position_encoding == "utf-16"
    assert "source.fixAll.nianbao" in str(able.code_action_provider)


def test_a_report_in_order_has_no_diagnostics(editor: Editor) -> None:
    assert editor.open("clean.txt", report()) == []


def test_what_is_typed_counts_and_not_what_is_saved(editor: Editor) -> None:
    (editor.folder / "typed.txt").write_text(report(), encoding="utf-8")
    found = editor.open("typed.txt", report(more=5))
    assert found
    assert editor.typed("typed.txt", report()) == []


def test_a_finding_is_underlined_where_the_figure_stands(editor: Editor) -> None:
    text = report(more=5)
    found = about(editor.open("figure.txt", text), "A301")
    assert marked(text, found).isdecimal()
    assert found.severity == DiagnosticSeverity.Error
    assert found.source == "nianbao"
    assert "natural persons" in found.message


def test_the_code_of_a_finding_leads_to_the_page_of_its_rule(editor: Editor) -> None:
    found = about(editor.open("page.txt", report(more=5)), "A301")
    assert found.code_description is not None
    assert found.code_description.href == f"{_PAGES}/A301.md#english"


def test_the_cells_that_clash_are_told_with_their_figures(editor: Editor) -> None:
    text = report(more=5)
    found = about(editor.open("clash.txt", text), "A301")
    assert found.related_information
    for related in found.related_information:
        assert related.location.uri == editor.uri("clash.txt")
        held = marked(text, related.location.range).strip()
        assert related.message.endswith(f": {held}")


@pytest.mark.parametrize(
    ("layout", "name", "language"),
    [
        ("md-pipes", "report.md", "markdown"),
        ("md-html-tables", "tables.md", "markdown"),
        ("html-page", "report.html", "html"),
        ("txt-tabbed-rows", "tabbed.txt", "plaintext"),
        ("txt-aligned", "aligned.txt", "plaintext"),
    ],
)
def test_every_text_format_is_checked(
    editor: Editor, layout: str, name: str, language: str
) -> None:
    text = report(layout, more=5)
    found = about(editor.open(name, text, language), "A301")
    assert re.sub("<[^>]*>", "", marked(text, found)).strip().isdecimal()


def test_a_text_that_is_no_file_yet_is_checked(editor: Editor) -> None:
    assert editor.open("untitled:Untitled-1", report(more=5)) != []


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("notes.txt", "plaintext", "Minutes of the meeting\n"),
        ("empty.md", "markdown", ""),
        ("program.py", "python", "print('报告')\n"),
        ("odd.txt", "plaintext", "\x00\x01\x02" * 50),
    ],
)
def test_what_is_no_report_is_passed_over(
    editor: Editor, name: str, language: str, text: str
) -> None:
    assert editor.open(name, text, language) == []
    assert editor.hover(name, Position(0, 0)) is None
    assert editor.actions(name, _TOP) == []


def test_a_report_that_is_closed_leaves_nothing_behind(editor: Editor) -> None:
    assert editor.open("closed.txt", report(more=5))
    editor.type("closed.txt", report(more=6))
    editor.close("closed.txt")
    assert editor.found("closed.txt", None) == []


def test_only_the_last_of_many_keystrokes_is_checked(editor: Editor) -> None:
    editor.open("keys.txt", report())
    versions = [editor.type("keys.txt", report(more=number)) for number in range(1, 9)]
    assert editor.found("keys.txt", versions[-1])
    told = {one.version for one in editor.published if one.uri == editor.uri("keys.txt")}
    assert told == {1, versions[-1]}


def test_beside_the_pointer_stand_reason_law_and_remedy(editor: Editor) -> None:
    found = about(editor.open("hover.txt", report(more=5)), "A301")
    shown = editor.hover("hover.txt", found.range.start)
    assert shown is not None
    for part in (f"**[A301]({_PAGES}/A301.md#english)**", "**Why**", "**Basis**", "**To mend**"):
        assert part in shown
    assert editor.hover("hover.txt", Position(1, 0)) is None


def test_safe_fixes_are_preferred_and_do_what_they_say(editor: Editor) -> None:
    text = report().replace("行政规范性文件", "规范性文件")
    found = about(editor.open("label.txt", text), "T209")
    first, *others = editor.actions("label.txt", found.range)
    assert (first.kind, first.is_preferred) == (CodeActionKind.QuickFix, True)
    assert first.title == "Fix: replace “规范性文件” by “行政规范性文件”"
    assert [one.code for one in first.diagnostics or ()] == ["T209"]
    assert applied(text, first) == report()
    assert [one.kind for one in others] == ["source.fixAll.nianbao"]


def test_fixes_that_a_person_must_verify_say_so(editor: Editor) -> None:
    text = report().replace("六、其他需要报告的事项", "七、其他需要报告的事项")
    found = about(editor.open("number.txt", text), "S107")
    (action,) = editor.actions("number.txt", found.range, "quickfix")
    assert action.title.startswith("Fix (verify it): ")
    assert not action.is_preferred
    assert applied(text, action) == report()


def test_all_safe_fixes_are_made_at_once(editor: Editor) -> None:
    text = report().replace("行政规范性文件", "规范性文件").replace("六、其他", "七、其他")
    editor.open("all.txt", text)
    (action,) = editor.actions("all.txt", _TOP, "source.fixAll")
    assert action.kind == "source.fixAll.nianbao"
    assert applied(text, action) == report().replace("六、其他", "七、其他")
    editor.open("none.txt", report())
    assert editor.actions("none.txt", _TOP, "source.fixAll.nianbao") == []
    assert editor.actions("none.txt", _TOP, "refactor") == []


def test_emoji_and_full_width_line_ends_move_no_place(editor: Editor) -> None:
    plain = report(more=5)
    text = "😀😀\r\n" + plain.replace("\n", "\r\n")
    found = about(editor.open("wide.txt", text), "A301")
    usual = about(editor.open("narrow.txt", plain), "A301")
    assert found.range.start.line == usual.range.start.line + 1
    assert found.range.start.character == usual.range.start.character
    assert about(editor.open("mark.txt", f"\ufeff{plain}"), "A301").range == usual.range


def test_comments_in_the_text_suppress(editor: Editor) -> None:
    text = report("md-pipes").replace("行政规范性文件", "规范性文件")
    assert [one.code for one in editor.open("comment.md", text, "markdown")] == ["T209"]
    comment = "<!-- nianbao: ignore T209 reason: archived text -->\n\n"
    table = text.index("\n|") + 1
    assert editor.typed("comment.md", text[:table] + comment + text[table:]) == []


def test_configurations_hold_and_are_read_anew_when_they_change(editor: Editor) -> None:
    place = editor.folder / "governed"
    place.mkdir()
    configuration = place / "nianbao.toml"
    configuration.write_text('exclude = ["draft.txt"]\n', encoding="utf-8")
    assert editor.open("governed/draft.txt", report(more=5)) == []
    editor.until(lambda: editor.registered or None)
    assert editor.registered[0].method == "workspace/didChangeWatchedFiles"

    configuration.write_text("nonsense = 1\n", encoding="utf-8")
    editor.published.clear()
    editor.client.workspace_did_change_watched_files(DidChangeWatchedFilesParams([]))
    assert editor.found("governed/draft.txt", 1) == []
    told = editor.until(lambda: editor.shown[-1] if editor.shown else None)
    assert "nonsense" in told
    editor.typed("governed/draft.txt", report(more=6))
    assert editor.shown == [told]

    configuration.write_text('lang = "zh"\n', encoding="utf-8")
    found = editor.typed("governed/draft.txt", report(more=5))
    assert "A301" in {one.code for one in found}


def test_settings_choose_the_language(tmp_path: Path) -> None:
    able = capabilities(encodings=["utf-8"], markdown=False, versions=False)
    with editor_in(tmp_path, able=able, options={"lang": "en"}, NIANBAO_LANG="") as editor:
        text = "😀\n" + report(more=5)
        found = about(editor.open("a.txt", text), "A301")
        assert "natural persons" in found.message
        assert editor.server.capabilities.position_encoding == "utf-8"
        shown = editor.hover("a.txt", found.range.start)
        assert shown is not None
        assert shown.startswith("A301 applications-balance · error\nApplications received")
        editor.published.clear()
        editor.client.workspace_did_change_configuration(_settings("zh"))
        assert "自然人" in about(editor.found("a.txt", 1), "A301").message
        editor.client.workspace_did_change_configuration(_settings("fr"))
        assert "“fr”" in _logged(editor, 1)
        label = text.replace("行政规范性文件", "规范性文件")
        span = about(editor.typed("a.txt", label), "T209").range
        edit = editor.actions("a.txt", span, "quickfix")[0].edit
        assert edit is not None
        assert list(edit.changes or ()) == [editor.uri("a.txt")]
        assert editor.registered == []


def _settings(language: str) -> DidChangeConfigurationParams:
    return DidChangeConfigurationParams({"nianbao": {"lang": language}})


def _logged(editor: Editor, number: int) -> str:
    """The entry of the log with this number, once it is there."""
    return editor.until(lambda: next(iter(editor.logged[number - 1 :]), None))


_BROKEN = """
import linter.language_server.hover, linter.pipeline
from linter.cli.main import run

whole = linter.pipeline.check_bytes

def check_bytes(data, *rest):
    if b"BROKEN" in data:
        raise RecursionError
    return whole(data, *rest)

def hover(*_, **__):
    raise ZeroDivisionError

linter.pipeline.check_bytes = check_bytes
linter.language_server.hover.hover = hover
run()
"""


def test_a_defect_is_logged_and_the_server_lives_on(tmp_path: Path) -> None:
    with editor_in(tmp_path, "--lang=en", program=("-c", _BROKEN, "lsp")) as editor:
        assert editor.open("a.txt", "BROKEN") == []
        assert "RecursionError" in _logged(editor, 1)
        assert editor.typed("a.txt", report(more=5))
        assert editor.hover("a.txt", Position(0, 0)) is None
        assert "ZeroDivisionError" in _logged(editor, 2)
        assert editor.typed("a.txt", report()) == []
