"""What an editor shows beside the pointer: why a finding is one, and by which law."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from linter.forms import load_form
from linter.language_server.checked_text import CheckedText
from linter.model.finding import Finding
from linter.reporting.catalogue import phrase
from linter.reporting.exchange.entries import page_address
from linter.reporting.exchange.markdown import markdown_text
from linter.reporting.fixes import fix_text
from linter.reporting.messages import message


def hover(checked: CheckedText, position: Position, *, markdown: bool) -> Hover | None:
    """The findings at ``position``, each with reason, basis and remedy; None without any."""
    if checked.result.status != "checked":
        return None
    offset = checked.positions.offset(position)
    here = [number for number, (start, end) in enumerate(checked.spans) if start <= offset <= end]
    if not here:
        return None
    told = [_told(checked, checked.result.findings[number], markdown=markdown) for number in here]
    start, end = checked.spans[here[0]]
    kind = MarkupKind.Markdown if markdown else MarkupKind.PlainText
    joint = "\n\n---\n\n" if markdown else "\n\n"
    content = MarkupContent(kind, joint.join(told))
    return Hover(content, checked.positions.range(start, end))


def _told(checked: CheckedText, finding: Finding, *, markdown: bool) -> str:
    run = checked.run
    rule = run.rules[finding.rule]
    severity = phrase(f"severity.{finding.severity}", run.language)
    title = rule.title.in_language(run.language)
    page = page_address(rule, run)
    lines = list(_lines(checked, finding))
    if not markdown:
        said = (phrase("line.about", run.language, what=name, more=line) for name, line in lines)
        return "\n".join((f"{rule.id} {rule.slug} · {severity}", title, *said))
    name = f"[{rule.id}]({page})" if page else rule.id
    head = f"**{name}** {markdown_text(rule.slug)} · {severity}  \n{markdown_text(title)}"
    paragraphs = (f"**{name}**  \n{markdown_text(line)}" for name, line in lines)
    return "\n\n".join((head, *paragraphs))


def _lines(checked: CheckedText, finding: Finding) -> Iterator[tuple[str, str]]:
    run, report = checked.run, checked.result.report
    language = run.language
    form = load_form(report.edition) if report else None
    rule = run.rules[finding.rule]
    fields = {
        "finding": message(finding, rule, form, language),
        "why": rule.why.in_language(language),
        "source": rule.source,
        "remedy": rule.remedy.in_language(language) if rule.remedy else "",
        "advice": fix_text(finding.fix, form, language) if finding.fix else "",
    }
    for key, line in fields.items():
        if line:
            yield phrase(f"field.{key}", language), line
