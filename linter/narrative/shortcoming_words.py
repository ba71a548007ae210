"""The words by which section five names problems and measures, in folded text."""

from __future__ import annotations

import re
from functools import cache

from linter.regex import regex


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


TROUBLE = _words(
    """
    问题 不足 困难 差距 短板
    """
)
"""What labels of problems say."""

MENDING = _words(
    """
    下一步 下步 今后 努力 改进 整改 解决 完善 打算 计划 措施 方向 安排 思路 步骤
    """
)
"""What labels of improvements say."""

BETWEEN = _words(
    """
    存在 发现 主要 突出 方面 情况 原因 如下 以下 目前 当前 仍然 和 与 及 、 的 有 是 中 仍 还
    """
)
"""What stands between such words in a label."""

OF_WORK = _words(
    """
    政府信息公开 信息公开 政务公开 工作 本年度 年度
    """
)
"""What a label with a number or a colon may say besides."""

ADVERBS = _words(
    """
    本年度 本年 今年 全年 同时 此外 并 以及 主要 进而 及时 切实 认真 积极 不断 持续 进一步 着力
    大力 充分 坚持 多措并举 :
    """
)
"""What may stand before the verb of a measure."""

ACTS = _words(
    """
    加强 加大 加快 提高 提升 完善 强化 优化 推进 推动 推行 健全 做好 做细 做实 落实 拓宽 拓展
    严格 严把 深入 深化 增强 增加 增设 继续 规范 建立 组织 开展 充实 丰富 创新 压实 明确 聚焦
    制定 修订 改善 改版 编制 举办 调整 抓好 抓实 发挥 确保 畅通 夯实 统筹 梳理 参加 细化 注重
    围绕 紧扣 结合 配备 配齐 配强
    """
)
"""The verbs of measures."""

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_WORDS = {
    "mark": (
        rf"(?:第?{_NUMERAL}(?:[、.]|是)|\((?:{_NUMERAL}|[0-9]{{1,2}})\)|[0-9]{{1,2}}[、.)])[,:]?"
    ),
    "own": "我[局镇乡县市区州省委办厅街道院校所站中心]{1,2}|[0-9]{4}年",
    "none": (
        r"[/\-—–]+|\(?(?:(?:暂|均)?无|没有)\)?"
        r"|[^:]{0,20}?(?:暂?无|没有|不存在|未存在|(?:尚|暂)?未发现|未发生)"
        r"(?:任何|明显|突出|重大|主要|其[他它]|相关|较大|大|存在|需要?(?:改进|整改|报告|说明)?|的)*"
        r"(?:问题|不足|困难|差距|短板|情况|事项)"
        r"(?:[和与及、](?:问题|不足|差距|改进|整改|措施))*(?:改进|整改)?(?:情况|措施)?"
        r"|[^:]{0,12}?(?:暂?无需?|不需要?|没有)(?:改进|整改)(?:情况|措施|内容|事项)?"
    ),
    "problem": (
        r"问题|不(?!断|仅|但|只|公开为例外|得|懈|忘|折不扣|动产|定期|同|限|会|违|见面|予|漏|误|遗余力|含|少于|低于|超过|计)"
        r"|差距|短板|薄弱|弱项|困难|有待|[亟尚仍]待|亟需|待(?:加强|提高|提升|完善|改进|规范|进一步|优化|深化|拓展|丰富|强化"
        r"|增强|改善|健全|挖掘)|欠|缺|较少|偏少|过少|太少|较?弱|较低|偏低|较慢|偏慢|单一|滞后|尚未|未能|无法|[仍还尚]需|需(?:要?进一步|加强"
        r"|提高|提升|完善|改进|规范|优化)|存在|隐患|疏漏|遗漏|延误|超期|错误|难以|难度|制约|瓶颈|矛盾|误区|死角|空白|有限"
    ),
    "plan": (
        r"下一?步|下一阶段|下一?年|明年|来年|今后|接下来|打算|计划|拟(?![定制订稿])|力争|将(?=继续|进一步|不断|加[强大快]|着|认真|严格|大力"
        r"|深[入化]|采取|努力|切实|从|按|坚[持决]|聚焦|围绕|紧|结合|针对|强化|持续|积极|重点|优化|完善|健全|建立|推[进动行]|规范"
        r"|提[高升]|对[照标]?|充分|拓[宽展]|组织|定期|主动|依[法托]|全[面力]|开展|根据|及时|以)"
    ),
    "mended": (
        r"针对(?!性)|对此|为此|对照|(?<![待需要步])(?:改进|整改)(?!不)"
        r"|已(?!不|经不|无法|难|过时|落后)"
    ),
    "done": (
        r"已|(?<!为)了(?!解)|完成|取得|得到|全部|均|上年|去年|今年|全年|截至|先后|累计|到位"
        r"|[0-9]+(?:余|多)?(?:次|场|件|条|期|个|篇|人|项|部|份)"
    ),
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """What tells clauses apart.

    ``mark`` is a number before an item, ``own`` the office and the year in a label; ``none`` is
    a clause which says that there is nothing; ``problem``, ``plan`` and ``mended`` stand in
    clauses that tell of such; ``done`` shows that something has been done.
    """
    return regex(_WORDS[name])
