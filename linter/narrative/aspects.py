"""What section one reports on, of what it must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from linter.model.report import Record, Report, Scalar
from linter.narrative.prose import Passage, Prose
from linter.narrative.sentences import Sentence, paragraphs, sentences, without_titles
from linter.records import record
from linter.regex import regex
from linter.structure.folding import fold


@record
class _Topic:
    """Something to report on, and what shows that it is.

    ``heading`` is what a sub-heading on it says, ``words`` what a text on it says, ``traces``
    what at least touches it.
    """

    name: str
    words: str
    heading: str = ""
    traces: str = ""


_MANY = "[0-9]+(?:余|多)?"
_ASPECTS = (
    _Topic(
        "主动公开",
        heading="主动|公开内容|信息发布|重点领域|信息公开情况",
        words=(
            "主动(?:向社会|及时|依法|全面|做好)?(?:公开|发布|公布|公示)"
            f"|公开[^。;,]{{0,16}}?{_MANY}(?:条|篇|件|则|个|次)"
        ),
        traces=(
            "(?:公开|发布|公布|公示|刊发|转载|推送|上传|录入|更新)[^。;,]{0,20}"
            "(?:信息|文件|动态|内容|政策|文稿|数据|事项)"
            f"|(?:信息|文件|动态|公开|发布)[^。;,]{{0,16}}?{_MANY}(?:条|篇|件|则|个|次)"
        ),
    ),
    _Topic("依申请公开", heading="申请", words="申请|要求公开"),
    _Topic(
        "政府信息管理",
        heading="管理|制度|审查|审核|目录|指南",
        words=(
            "信息管理|信息的?(?:动态|规范|日常|安全|统一|全流程)+管理|规范性文件|目录|公开属性|审查|审核|审批|校对|校核"
            "|三审|清理|动态(?:调整|更新|管理)|台账|归档|备案|指南|源头|管理制度|发布(?:制度|机制|流程)|文件库|规章库|错敏"
        ),
        traces="管理|更新|规范|梳理|流程|整理|质量|制度",
    ),
    _Topic(
        "政府信息公开平台建设",
        heading="平台|网站|新媒体|渠道|公众号|载体|阵地|专栏|栏目|形式",
        words=(
            "平台|网站(?:建设|改版|升级|维护|管理|运行|栏目|集约|的(?:日常)?维护)|专栏|栏目|新媒体|公众号|微信|微博|抖音"
            "|视频号|客户端|APP|app|公报|公[开示告]栏|宣传栏|显示屏|电子屏|大屏|查阅(?:点|场所|中心|室)|专区|阵地"
        ),
        traces="网站|网上|门户|网页|渠道|载体|广播|公开墙|大厅",
    ),
    _Topic(
        "监督保障",
        heading="监督|保障|考核|组织|培训|队伍|机制|责任|检查|领导|评议",
        words=(
            "监督(?!权)|考核|培训|领导小组|工作小组|专人|专职|兼职|组织(?:领导|机构|保障)|督[查促导]|自查|检查|巡查|监测"
            "|工作机制|保障机制|责任[制分追到人]|职责|追责|问责|评议|举报|专题会议|业务能力|专题学习"
        ),
        traces="制度|机制|责任|领导|重视|安排|部署|学习|监管",
    ),
)
_RESULTS = (
    _Topic("工作考核", words="考核|考评|绩效(?:目标|管理|评)|纳入[^。;]{0,12}绩效"),
    _Topic("社会评议", words="评议|评价|满意度|测评|评测|(?<!风险)评估|好评"),
    _Topic("责任追究结果", words="追究|追责|问责|责任倒查|通报批评"),
)
_GOVERNMENTS = ("government", "township")
_HEADED = 3
"""So many aspects with a sub-heading each mean that the section follows the form's list."""

_LEAD = regex(
    r"(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}(?:[、.]|是)|[0-9]{1,2}[、.])([^。;:,]{2,30})"
)
_PARTS_OF_REPORT = regex(
    "总体情况|概述|主动公开政府信息|收到和处理|行政复议|存在.{0,12}?问题|其[他它](?:需要?)?报告"
)
_PARTS_NAMED = 3
_FORM_LIST = regex(
    "主动公开、依法?申请公开、(?:政府)?信息管理、[^。;,]{0,14}?平台建设(?:、|和|及)监督保障"
)
_FORM_RESULTS = regex('各级人民政府[“"]?工作考核、社会评议和责任追究结果')
_FRAME = regex("编制|统计|期限|下载|查阅|联系|电话|疑问|组成|部分|报告如下|公布|公开如下|现将|格式")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return regex(words)


def overviews(prose: Prose) -> tuple[Record, ...]:
    """What section one leaves out, as one record; none where the section has no text.

    ``missing`` counts the aspects that are not reported on and ``text`` names them, for a
    government with those of 考核、评议、追究 that are not stated anywhere in the report, which
    ``unreported`` counts and ``results`` names (article 50 of the Regulations, 第五十条第四项).
    An aspect reported in the prose of another section counts as reported: wording and place
    are the office's choice. What table three holds is no report on it.
    """
    overview = prose.of("overview")
    if not overview:
        return ()
    text = _stated(prose)
    headings = [*_leads(overview), *_added_headings(prose.report)]
    headed = [topic for topic in _ASPECTS if _is_headed(topic, headings)]
    missing = [
        topic.name
        for topic in _ASPECTS
        if topic not in headed and not _is_told(topic, text, strictly=len(headed) >= _HEADED)
    ]
    results = _missing_results(prose)
    named = [*missing, *(results if _is_government(prose.report) else ())]
    fields: dict[str, Scalar] = {
        "missing": len(missing),
        "unreported": len(results),
        "results": "、".join(results),
    }
    return (Record("、".join(named), overview[0].place, "overview", fields),)


def _is_government(report: Report) -> bool:
    return report.value("issuer_kind").value in _GOVERNMENTS


def _stated(prose: Prose) -> str:
    """What sections one to four and the introduction say, without what only frames a report."""
    opening = [one for one in prose.passages if one.section is None and not one.closing]
    introduction = [one for one in sentences(opening) if not _FRAME.search(one.folded)]
    sections = [
        *sentences(prose.of("overview")),
        *(one for key in ("disclosure", "applications", "review") for one in _prose_of(prose, key)),
    ]
    told = [one.folded for one in (*introduction, *sections) if not _lists_parts(one.folded)]
    return _FORM_LIST.sub("", without_titles("。".join((*told, *_added_headings(prose.report)))))


def _prose_of(prose: Prose, key: str) -> Iterator[Sentence]:
    """Sentences of a section beside its table; shorter ones may be labels of a torn table."""
    return (one for one in sentences(prose.of(key)) if len(one.folded) > 12 and "," in one.folded)


def _lists_parts(folded: str) -> bool:
    """Whether a sentence says of which parts the report consists."""
    return len({*_PARTS_OF_REPORT.findall(folded)}) >= _PARTS_NAMED


def _added_headings(report: Report) -> Iterator[str]:
    """Headings beside the statutory ones, whose text is no section's."""
    for deviation in report.deviations:
        if deviation.kind == "section-added":
            yield fold(str(deviation.facts.get("found", "")))


def _is_headed(topic: _Topic, headings: Sequence[str]) -> bool:
    return any(_pattern(topic.heading).search(heading) for heading in headings)


def _leads(overview: Sequence[Passage]) -> Iterator[str]:
    """With what each numbered paragraph begins."""
    for paragraph in paragraphs(overview):
        match = _LEAD.match(paragraph.folded)
        if match:
            yield match[1]


def _is_told(topic: _Topic, text: str, *, strictly: bool) -> bool:
    traced = not strictly and topic.traces and _pattern(topic.traces).search(text)
    return bool(traced or _pattern(topic.words).search(text))


def _missing_results(prose: Prose) -> list[str]:
    text = _FORM_RESULTS.sub("", "".join(passage.folded for passage in prose.passages))
    return [topic.name for topic in _RESULTS if not _pattern(topic.words).search(text)]
