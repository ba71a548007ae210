"""Words and punctuation marks that stand there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from linter.model.report import Record
from linter.narrative.prose import Passage, Prose
from linter.regex import regex

_MOST = 500
"""A text with more is no report; it costs no more than its first ones."""
_AROUND = 6
_LONG = 4
# Words that no grammar lets follow themselves: prepositions, adverbs, verbs without a noun's use.
_NEVER_TWICE = (
    " 进行 通过 按照 根据 不断 以及 并且 其中 截至 截止"
    " 由于 开展 共计 累计 为了 同时 因此 已经 应当 能够"
    " 切实 认真 严格 积极 大力 持续 充分 努力 着力 扎实"
    " 稳步 我局 我镇 我县 我区 我市 我乡 我委 主要 及时"
    " 全面 加强 完善 健全 提高 强化 推动 加大 确保 做好"
    " 建立 畅通 拓宽 增强 关于 围绕 深入 进一步 我街道"
    " 本机关 本年度 国务院 本单位 "
)
# At a boundary each of them may end one word and begin the next (政府信息公开申请申请人).
_AT_BOUNDARIES = (
    " 公开 公示 公告 政府 部门 单位 领导 申请 报告 服务"
    " 网站 管理 信息 工作 规范 有效 通知 规定 审查 审核"
    " 处理 办理 答复 解读 培训 监督 考核 评议 检查 教育"
    " 宣传 指导 保密 公共 行政 执法 市场 机关 机构 组织"
    " 委员 人民 群众 年度 季度 目录 指南 清单 栏目 平台"
    " 专栏 文件 政策 法律 法规 法治 自治 会议 计划 规划"
    " 预算 决算 收费 项目 研究 讨论 学习 了解 商量 总结"
    " 咨询 登记 投诉 举报 信访 诉讼 复议 许可 处罚 强制"
    " 建设 发展 改革 统计 落实 提升 推进 非常 很多 多次"
    " 好多 多少 调查 安全 环境 生态 卫生 健康 财政 税务"
    " 审计 应急 交通 文化 旅游 社会 社区 农业 农村 城市"
    " 乡村 街道 县委 市委 区委 省委 党委 党组 中心 办公"
    " 代表 人大 政协 议案 提案 建议 意见 征求 反馈 回应"
    " 关切 发布 更新 维护 保护 数据 资源 共享 开放 技术"
    " 标准 制度 责任 追究 清理 备案 登录 试点 示范 创建"
    " 评估 评价 测评 验收 联络 联系 电话 地址 邮箱 编辑"
    " 编制 编写 "
)


@cache
def _doubled() -> re.Pattern[str]:
    return regex(r"([一-鿿]{2,10}?)\1")


@cache
def _particles() -> re.Pattern[str]:
    """的的, 了了 and 我我 where no word explains them (目的的, 为了了解, 的的确确)."""
    return regex(
        r"(?<![目标打中])的的(?![确士])|(?<![为一目截草])了了(?![解结却事然])|我我(?=[局镇乡县市区委])"
    )


@cache
def _marks() -> re.Pattern[str]:
    return regex(r"，，|、、|；；|：：|(?<!。)。。(?!。)|[，、；]。|。[，、；]")


def repetitions(prose: Prose) -> tuple[Record, ...]:
    """Doubled words; ``kind`` is ``certain``, ``likely`` or ``punctuation``, ``word`` what is
    doubled.

    The text as printed is read, since white space may part a heading from its text.
    """
    found = (one for passage in prose.passages for one in _repetitions(passage))
    return tuple(islice(found, _MOST))


def _repetitions(passage: Passage) -> Iterator[Record]:
    for match in _doubled().finditer(passage.text):
        kind = _kind(match[1], in_section=passage.section is not None)
        if kind:
            yield _record(passage, match, match[1], kind)
    for match in _particles().finditer(passage.text):
        yield _record(passage, match, match.group()[0], "certain")
    for match in _marks().finditer(passage.text):
        yield _record(passage, match, match.group(), "punctuation")


def _kind(word: str, *, in_section: bool) -> str | None:
    """How sure it is that ``word`` must not stand twice; None where it may."""
    if f" {word} " in _NEVER_TWICE:
        return "certain"
    if f" {word} " in _AT_BOUNDARIES or word[0] in "一每逐各几" or len(set(word)) == 1:
        return None
    return "certain" if len(word) >= _LONG and in_section else "likely"


def _record(passage: Passage, match: re.Match[str], word: str, kind: str) -> Record:
    around = passage.text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
    text = "".join(around.split())
    return Record(text, passage.place, passage.section, {"kind": kind, "word": word})
