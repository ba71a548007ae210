"""JUnit and Checkstyle: XML that every parser takes, whatever reports and files hold."""

from __future__ import annotations

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.exchange.checkstyle import checkstyle
from linter.reporting.exchange.junit import junit
from linter.reporting.exchange.xml_text import tag, xml_text
from linter.reporting.run import Run
from tests.reporting.exchange.runs import LANGUAGES, full_run, quoting, run_of
from tests.reporting.samples import RESULTS, sample_run

_JUNIT = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="testsuites"><ref name="counts"/>
    <zeroOrMore><element name="testsuite">
      <ref name="counts"/><attribute name="skipped"><data type="nonNegativeInteger"/></attribute>
      <oneOrMore><element name="testcase">
        <attribute name="classname"/><attribute name="name"/>
        <optional><choice>
          <element name="failure"><ref name="outcome"/></element>
          <element name="error"><ref name="outcome"/></element>
          <element name="system-out"><text/></element>
        </choice></optional>
      </element></oneOrMore>
    </element></zeroOrMore>
  </element></start>
  <define name="counts">
    <attribute name="name"/>
    <attribute name="tests"><data type="nonNegativeInteger"/></attribute>
    <attribute name="failures"><data type="nonNegativeInteger"/></attribute>
    <attribute name="errors"><data type="nonNegativeInteger"/></attribute>
  </define>
  <define name="outcome">
    <attribute name="message"/><attribute name="type"/><text/>
  </define>
</grammar>
"""
_CHECKSTYLE = """
<element name="checkstyle" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <attribute name="version"/>
  <zeroOrMore><element name="file"><attribute name="name"/>
    <zeroOrMore><element name="error">
      <optional><attribute name="line"><data type="positiveInteger"/></attribute></optional>
      <optional><attribute name="column"><data type="positiveInteger"/></attribute></optional>
      <attribute name="severity"><choice>
        <value>error</value><value>warning</value><value>info</value>
      </choice></attribute>
      <attribute name="message"/><attribute name="source"/>
    </element></zeroOrMore>
  </element></zeroOrMore>
</element>
"""
_SHAPES = {"junit": (junit, _JUNIT), "checkstyle": (checkstyle, _CHECKSTYLE)}


def _tree(name: str, run: Run) -> etree._Element:
    """The output parsed, after it was found to have the format's shape."""
    writer, shape = _SHAPES[name]
    tree = etree.fromstring(writer(run).encode())
    etree.RelaxNG(etree.fromstring(shape)).assertValid(tree)
    return tree


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", _SHAPES)
def test_the_output_has_the_shape_of_its_format(name: str, language: Language) -> None:
    tree = _tree(name, full_run(language))
    assert len(tree) == len(RESULTS)


@pytest.mark.parametrize("name", _SHAPES)
@given(text=st.text(max_size=30), path=st.text(min_size=1, max_size=20))
def test_no_text_breaks_the_xml(name: str, text: str, path: str) -> None:
    _tree(name, quoting(text, path))


@given(st.text())
def test_text_comes_back_as_it_was_where_xml_can_hold_it(text: str) -> None:
    element = etree.fromstring(tag("a", {"b": text}, f"<c>{xml_text(text)}</c>\n").encode())
    possible = "".join(c if _can_be_written(c) else "\ufffd" for c in text)

    assert element.get("b") == possible
    assert (element[0].text or "") == possible


def _can_be_written(char: str) -> bool:
    return char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff" and not _half(char))


def _half(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


@pytest.mark.parametrize("text", ["]]>", "<!--", "&amp;", "<a b='c'>", "\x00\x08\x1b[31m"])
def test_markup_in_a_report_stays_text(text: str) -> None:
    assert xml_text("x") == "x"
    element = etree.fromstring(f"<a>{xml_text(text)}</a>")
    assert len(element) == 0
    assert element.text == "".join(c if c >= " " else "\ufffd" for c in text)


def test_junit_counts_add_up() -> None:
    suites = junitparser.JUnitXml.fromstring(junit(full_run()).encode())

    assert (suites.tests, suites.failures, suites.errors) == (14, 8, 2)
    for suite in suites:
        cases = list(suite)
        kinds = [type(entry) for case in cases for entry in case.result]
        assert suite.tests == len(cases)
        assert suite.failures == kinds.count(junitparser.Failure)
        assert suite.errors == kinds.count(junitparser.Error)


def test_junit_fails_for_errors_only_and_passes_a_file_in_order() -> None:
    finding = Finding("A307", "warning", place=Place(line=3))
    warned = FileResult("w.txt", "checked", (finding,))
    clean = FileResult("c.txt", "checked", ())
    run = sample_run(results=(warned, clean))
    suites = list(junitparser.JUnitXml.fromstring(junit(run).encode()))

    assert [(suite.name, suite.failures, suite.errors) for suite in suites] == [
        ("w.txt", 0, 0),
        ("c.txt", 0, 0),
    ]
    (case,) = list(suites[0])
    assert case.system_out.startswith("警告 第3行：")
    (case,) = list(suites[1])
    assert (case.classname, case.name) == ("c.txt", "未发现问题")


def test_junit_cases_of_one_file_differ_in_name_and_keep_it_when_lines_move() -> None:
    def names(first: int) -> list[str]:
        places = (Place(line=first), Place(line=first + 1))
        run = run_of(*(Finding("S108", "info", place=place) for place in places))
        return [case.get("name") or "" for case in _tree("junit", run).iter("testcase")]

    assert names(1) == ["S108 section-heading", "S108 section-heading #2"]
    assert names(40) == names(1)


def test_junit_says_the_place_and_the_law() -> None:
    tree = _tree("junit", sample_run())
    failure = next(tree.iter("failure"))

    assert (failure.get("message") or "").startswith("第412行第1列：落款日期")
    assert (failure.text or "").splitlines()[1].startswith("《中华人民共和国政府信息公开条例》")


def test_checkstyle_leaves_out_lines_that_word_files_do_not_have() -> None:
    first, second, *_ = _tree("checkstyle", sample_run())

    assert first[0].get("line") == "412"
    assert first[0].get("source") == "nianbao.D404"
    assert second[0].get("line") is None
    assert (second[0].get("message") or "").startswith("表2第4行第2格：")
